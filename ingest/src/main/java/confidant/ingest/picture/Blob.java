package confidant.ingest.picture;

/**
 * Dark pixels that touch each other, at sides or corners.
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param area how many pixels
 */
record Blob(int left, int top, int right, int bottom, int area) {

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }

  /** The longer side. */
  int size() {
    return Math.max(width(), height());
  }

  double middleX() {
    return (left + right) / 2.0;
  }

  double middleY() {
    return (top + bottom) / 2.0;
  }
}
