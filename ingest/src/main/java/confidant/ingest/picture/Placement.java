package confidant.ingest.picture;

/**
 * Where the pixels of a prepared picture lie: on the upright page, whose lines of text are level,
 * and in the picture it was made of. Coordinates are continuous, so that the pixel in column 0
 * reaches from 0 to 1.
 */
public final class Placement {

  private final int width;
  private final int height;
  private final double pointsPerPixel;
  private final Homography toSource;
  private final Bend bend;

  /**
   * The placement of a picture.
   *
   * @param width of the prepared picture, in pixels
   * @param height of the prepared picture, in pixels
   * @param pointsPerPixel size of its pixels on the page
   * @param toSource from its pixels, before lines that bend were levelled, to those of the picture
   *     it was made of
   * @param bend of its lines
   */
  Placement(int width, int height, double pointsPerPixel, Homography toSource, Bend bend) {
    this.width = width;
    this.height = height;
    this.pointsPerPixel = pointsPerPixel;
    this.toSource = toSource;
    this.bend = bend;
  }

  /** Points from the page's left edge. */
  public double x(double px, double py) {
    return px * pointsPerPixel;
  }

  /** Points from the page's top edge. */
  public double y(double px, double py) {
    return py * pointsPerPixel;
  }

  public double pageWidth() {
    return width * pointsPerPixel;
  }

  public double pageHeight() {
    return height * pointsPerPixel;
  }

  public double pointsPerPixel() {
    return pointsPerPixel;
  }

  /** Pixels from the left edge of the picture that was prepared, as it was handed in. */
  public double sourceX(double px, double py) {
    return toSource.x(px, bend.height(px, py, width));
  }

  /** Pixels from the top edge of the picture that was prepared, as it was handed in. */
  public double sourceY(double px, double py) {
    return toSource.y(px, bend.height(px, py, width));
  }
}
