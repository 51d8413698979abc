package confidant.ingest.picture;

/**
 * A picture that is tilted, and the larger one that holds all of it when it is straight.
 *
 * @param degrees by which its lines are turned clockwise from level
 * @param width of the tilted picture
 * @param height of the tilted picture
 */
record Tilt(double degrees, int width, int height) {

  int straightWidth() {
    return degrees == 0
        ? width
        : (int) Math.ceil(width * Math.abs(cos()) + height * Math.abs(sin()));
  }

  int straightHeight() {
    return degrees == 0
        ? height
        : (int) Math.ceil(height * Math.abs(cos()) + width * Math.abs(sin()));
  }

  /** The map from the straight picture to the tilted one, about the middle of both. */
  Homography undo() {
    if (degrees == 0) {
      return Homography.IDENTITY;
    }
    double middleX = straightWidth() / 2.0;
    double middleY = straightHeight() / 2.0;
    return Homography.affine(
        cos(),
        -sin(),
        width / 2.0 - middleX * cos() + middleY * sin(),
        sin(),
        cos(),
        height / 2.0 - middleX * sin() - middleY * cos());
  }

  private double cos() {
    return Math.cos(Math.toRadians(degrees));
  }

  private double sin() {
    return Math.sin(Math.toRadians(degrees));
  }
}
