package confidant.ingest.picture;

/**
 * Four corners: top left, top right, bottom right, bottom left.
 *
 * @param xs of the corners
 * @param ys of the corners
 */
record Quad(double[] xs, double[] ys) {

  static final int CORNERS = 4;

  /** Length of the side from a corner to the next. */
  double side(int corner) {
    int next = (corner + 1) % CORNERS;
    return Math.hypot(xs[next] - xs[corner], ys[next] - ys[corner]);
  }

  /** Width of the rectangle that it shows, seen from the front, in pixels. */
  int frontWidth() {
    return (int) Math.round(Math.max(side(0), side(2)));
  }

  /** Height of the same rectangle. */
  int frontHeight() {
    return (int) Math.round(Math.max(side(1), side(3)));
  }

  /** The area it encloses (shoelace formula). */
  double area() {
    double sum = 0;
    for (int corner = 0; corner < CORNERS; corner++) {
      int next = (corner + 1) % CORNERS;
      sum += xs[corner] * ys[next] - xs[next] * ys[corner];
    }
    return Math.abs(sum) / 2;
  }

  /** The same quadrilateral in a picture that is larger by {@code factor}. */
  Quad times(double factor) {
    double[] scaledXs = new double[CORNERS];
    double[] scaledYs = new double[CORNERS];
    for (int corner = 0; corner < CORNERS; corner++) {
      scaledXs[corner] = xs[corner] * factor;
      scaledYs[corner] = ys[corner] * factor;
    }
    return new Quad(scaledXs, scaledYs);
  }

  /** Moves all corners towards the middle by a part of the way. */
  Quad inset(double part) {
    double middleX = 0;
    double middleY = 0;
    for (int corner = 0; corner < CORNERS; corner++) {
      middleX += xs[corner] / CORNERS;
      middleY += ys[corner] / CORNERS;
    }
    double[] insetXs = new double[CORNERS];
    double[] insetYs = new double[CORNERS];
    for (int corner = 0; corner < CORNERS; corner++) {
      insetXs[corner] = xs[corner] + (middleX - xs[corner]) * part;
      insetYs[corner] = ys[corner] + (middleY - ys[corner]) * part;
    }
    return new Quad(insetXs, insetYs);
  }
}
