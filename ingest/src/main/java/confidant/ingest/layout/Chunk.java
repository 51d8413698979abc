package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.List;

/**
 * Level glyphs drawn one after the other along one baseline without a wide gap: most often the
 * string of one drawing operation. Its glyphs are not blank at either end.
 *
 * @param glyphs at least one, blanks among them
 */
record Chunk(List<GlyphRun> glyphs) {

  Chunk {
    glyphs = List.copyOf(glyphs);
  }

  double left() {
    return glyphs.getFirst().x();
  }

  double right() {
    return glyphs.stream().mapToDouble(glyph -> glyph.x() + glyph.advance()).max().orElseThrow();
  }

  double baseline() {
    return glyphs.getFirst().y();
  }

  double fontSize() {
    return glyphs.getFirst().fontSize();
  }

  /** Length in points that both cover. */
  double overlap(Chunk other) {
    return Math.min(right(), other.right()) - Math.max(left(), other.left());
  }
}
