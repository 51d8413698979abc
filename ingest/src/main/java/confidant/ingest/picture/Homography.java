package confidant.ingest.picture;

/**
 * A projective map of the plane: {@code x' = (a x + b y + c) / (g x + h y + 1)} and {@code y' = (d
 * x + e y + f) / (g x + h y + 1)}. With {@code g = h = 0} it is affine: turns, scales and shifts.
 */
record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {

  static final Homography IDENTITY = affine(1, 0, 0, 0, 1, 0);

  /** The map {@code x' = a x + b y + c, y' = d x + e y + f}. */
  static Homography affine(double a, double b, double c, double d, double e, double f) {
    return new Homography(a, b, c, d, e, f, 0, 0);
  }

  /** Stretches everything about the origin. */
  static Homography scale(double factor) {
    return affine(factor, 0, 0, 0, factor, 0);
  }

  /**
   * The map from the corners of a rectangle at the origin to those of a quadrilateral (Heckbert,
   * Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3).
   *
   * @param width of the rectangle
   * @param height of the rectangle
   * @param xs of the quadrilateral's corners: top left, top right, bottom right, bottom left
   * @param ys of the same corners
   */
  static Homography fromRectangle(double width, double height, double[] xs, double[] ys) {
    double dx1 = xs[1] - xs[2];
    double dx2 = xs[3] - xs[2];
    double dx3 = xs[0] - xs[1] + xs[2] - xs[3];
    double dy1 = ys[1] - ys[2];
    double dy2 = ys[3] - ys[2];
    double dy3 = ys[0] - ys[1] + ys[2] - ys[3];
    double determinant = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / determinant;
    double h = (dx1 * dy3 - dx3 * dy1) / determinant;
    return new Homography(
        (xs[1] - xs[0] + g * xs[1]) / width,
        (xs[3] - xs[0] + h * xs[3]) / height,
        xs[0],
        (ys[1] - ys[0] + g * ys[1]) / width,
        (ys[3] - ys[0] + h * ys[3]) / height,
        ys[0],
        g / width,
        h / height);
  }

  /** This map after {@code first}. */
  Homography after(Homography first) {
    double bottom = g * first.c + h * first.f + 1;
    return new Homography(
        (a * first.a + b * first.d + c * first.g) / bottom,
        (a * first.b + b * first.e + c * first.h) / bottom,
        (a * first.c + b * first.f + c) / bottom,
        (d * first.a + e * first.d + f * first.g) / bottom,
        (d * first.b + e * first.e + f * first.h) / bottom,
        (d * first.c + e * first.f + f) / bottom,
        (g * first.a + h * first.d + first.g) / bottom,
        (g * first.b + h * first.e + first.h) / bottom);
  }

  boolean isAffine() {
    return g == 0 && h == 0;
  }

  double x(double x, double y) {
    return (a * x + b * y + c) / (g * x + h * y + 1);
  }

  double y(double x, double y) {
    return (d * x + e * y + f) / (g * x + h * y + 1);
  }
}
