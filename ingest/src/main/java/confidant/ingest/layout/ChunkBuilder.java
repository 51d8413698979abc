package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers glyphs into chunks in the order in which they were drawn. Strings drawn over each other
 * stay apart that way, where sorting by place would shuffle their letters.
 */
final class ChunkBuilder {

  /** Shifts between glyphs of one chunk, in parts of the font size. */
  private static final double MAX_GAP = 0.9;

  private static final double MAX_STEP_BACK = 0.4;
  private static final double MAX_BASELINE_SHIFT = 0.06;
  private static final double MAX_SIZE_CHANGE = 0.12;

  private final List<Chunk> chunks = new ArrayList<>();
  private final List<GlyphRun> glyphs = new ArrayList<>();

  private ChunkBuilder() {}

  /** Chunks of level {@code runs}, in the order in which they were drawn. */
  static List<Chunk> build(List<GlyphRun> runs) {
    ChunkBuilder builder = new ChunkBuilder();
    runs.forEach(builder::add);
    builder.finish();
    return builder.chunks;
  }

  private void add(GlyphRun glyph) {
    if (glyph.isBlank()) {
      if (!glyphs.isEmpty()) {
        glyphs.add(glyph);
      }
      return;
    }
    if (!glyphs.isEmpty() && !continues(lastVisible(), glyph)) {
      finish();
    }
    glyphs.add(glyph);
  }

  private static boolean continues(GlyphRun last, GlyphRun next) {
    double em = Math.max(last.fontSize(), next.fontSize());
    double gap = next.x() - (last.x() + last.advance());
    return gap <= MAX_GAP * em
        && gap >= -MAX_STEP_BACK * em
        && next.x() >= last.x()
        && Math.abs(next.y() - last.y()) <= MAX_BASELINE_SHIFT * em
        && Math.abs(next.fontSize() - last.fontSize()) <= MAX_SIZE_CHANGE * em;
  }

  private GlyphRun lastVisible() {
    int at = glyphs.size() - 1;
    while (glyphs.get(at).isBlank()) {
      at--;
    }
    return glyphs.get(at);
  }

  private void finish() {
    while (!glyphs.isEmpty() && glyphs.getLast().isBlank()) {
      glyphs.removeLast();
    }
    if (!glyphs.isEmpty()) {
      chunks.add(new Chunk(glyphs));
      glyphs.clear();
    }
  }
}
