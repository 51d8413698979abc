package confidant.ingest.picture;

/** How large a page is whose picture may not say so. */
final class PageSize {

  private static final double POINTS_PER_INCH = 72;

  /** Longer sides of papers, in inches, that a resolution is believed for. */
  private static final double LEAST_INCHES = 2;

  private static final double MOST_INCHES = 24;

  private static final double A4_WIDTH = 595.28;
  private static final double A4_RATIO = 297.0 / 210;
  private static final double LETTER_WIDTH = 612;
  private static final double LETTER_RATIO = 11 / 8.5;

  /** Deviations from the ratio of a page's sides. */
  private static final double A4_SLACK = 0.07;

  private static final double LETTER_SLACK = 0.06;

  /** Small letters of most papers: those of a type of 10 points, in points. */
  private static final double USUAL_X_HEIGHT = 5.2;

  private static final double LEAST_SIDE = 100;
  private static final double MOST_SIDE = 2000;

  private PageSize() {}

  /**
   * Points per pixel of a page.
   *
   * @param width in pixels
   * @param height in pixels
   * @param pixelsPerInch 0 if unknown
   * @param xHeight of its letters in pixels, 0 if unknown
   */
  static double pointsPerPixel(int width, int height, double pixelsPerInch, double xHeight) {
    double longer = Math.max(width, height);
    double shorter = Math.min(width, height);
    double believed = Resolution.believed(pixelsPerInch);
    if (believed > 0 && longer / believed >= LEAST_INCHES && longer / believed <= MOST_INCHES) {
      return POINTS_PER_INCH / believed;
    }
    double ratio = longer / shorter;
    if (Math.abs(ratio - A4_RATIO) <= A4_SLACK) {
      return A4_WIDTH / shorter;
    }
    if (xHeight <= 0 || Math.abs(ratio - LETTER_RATIO) <= LETTER_SLACK) {
      return LETTER_WIDTH / shorter;
    }
    return Math.clamp(USUAL_X_HEIGHT / xHeight, LEAST_SIDE / longer, MOST_SIDE / longer);
  }
}
