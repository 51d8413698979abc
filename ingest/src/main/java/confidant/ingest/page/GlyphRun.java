package confidant.ingest.page;

import confidant.ingest.document.BoundingBox;

/**
 * Characters drawn at once along one baseline: a glyph of a text layer, or a word read from a
 * picture. Runs are kept in the order in which they were drawn.
 *
 * @param text what it says; blank for a drawn space
 * @param x start of the baseline, in points from the page's left edge
 * @param y start of the baseline, in points from the page's top edge
 * @param advance length along the baseline, in points
 * @param direction degrees by which the baseline is turned clockwise from level, 0 to below 360
 * @param fontSize height of the em square on the page, in points
 * @param spaceWidth width of the font's space on the page, in points
 * @param source where it comes from
 * @param confidence how certain the text is, from 0 to 1; 1 if the file says it
 * @param other another reading that is likely too; empty if there is none
 */
public record GlyphRun(
    String text,
    double x,
    double y,
    double advance,
    double direction,
    double fontSize,
    double spaceWidth,
    Source source,
    double confidence,
    String other) {

  /** Part of the em square that stands above the baseline; the rest hangs below. */
  private static final double ASCENT = 0.75;

  /** Where glyphs come from. */
  public enum Source {
    VISIBLE_TEXT,
    INVISIBLE_TEXT,
    /** Read from a picture. */
    PICTURE
  }

  /** A run of which the file says what it means. */
  public GlyphRun(
      String text,
      double x,
      double y,
      double advance,
      double direction,
      double fontSize,
      double spaceWidth,
      Source source) {
    this(text, x, y, advance, direction, fontSize, spaceWidth, source, 1, "");
  }

  /** The same run elsewhere on the page. */
  public GlyphRun shifted(double dx, double dy) {
    return new GlyphRun(
        text, x + dx, y + dy, advance, direction, fontSize, spaceWidth, source, confidence, other);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /** The smallest upright box around the em squares of the run. */
  public BoundingBox box() {
    double angle = Math.toRadians(direction);
    double alongX = Math.cos(angle);
    double alongY = Math.sin(angle);
    // Clockwise from the baseline, in coordinates that grow downwards, is "below the text".
    double up = -ASCENT * fontSize;
    double down = (1 - ASCENT) * fontSize;
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (double along : new double[] {0, advance}) {
      for (double across : new double[] {up, down}) {
        double cornerX = x + along * alongX - across * alongY;
        double cornerY = y + along * alongY + across * alongX;
        minX = Math.min(minX, cornerX);
        minY = Math.min(minY, cornerY);
        maxX = Math.max(maxX, cornerX);
        maxY = Math.max(maxY, cornerY);
      }
    }
    return new BoundingBox(minX, minY, maxX - minX, maxY - minY);
  }
}
