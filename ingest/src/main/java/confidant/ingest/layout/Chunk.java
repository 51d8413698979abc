package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.List;

/**
 * Level glyphs drawn one after the other along one baseline without a wide gap: most often the
 * string of one drawing operation. Its glyphs are not blank at either end.
 */
final class Chunk {

  private final List<GlyphRun> glyphs;
  private final double left;
  private final double right;
  private final double baseline;
  private final double fontSize;

  /**
   * A chunk.
   *
   * @param glyphs at least one, blanks among them
   */
  Chunk(List<GlyphRun> glyphs) {
    this.glyphs = List.copyOf(glyphs);
    GlyphRun first = glyphs.getFirst();
    left = first.x();
    baseline = first.y();
    fontSize = first.fontSize();
    double end = Double.NEGATIVE_INFINITY;
    for (GlyphRun glyph : glyphs) {
      end = Math.max(end, glyph.x() + glyph.advance());
    }
    right = end;
  }

  List<GlyphRun> glyphs() {
    return glyphs;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double baseline() {
    return baseline;
  }

  double fontSize() {
    return fontSize;
  }

  /** Length in points that both cover. */
  double overlap(Chunk other) {
    return Math.min(right, other.right) - Math.max(left, other.left);
  }
}
