package confidant.ingest.picture;

/**
 * How a page lies in a picture that shows nothing else.
 *
 * @param width of the picture
 * @param height of the picture
 * @param quarterTurns clockwise, that make it upright but for its tilt
 * @param tilt of its lines in degrees clockwise, after those turns
 */
record Pose(int width, int height, int quarterTurns, double tilt) {

  /** Keeps a product of exactly a whole number from falling below it. */
  private static final double ROUNDING = 1e-6;

  /** Of a page that is upright and straight. */
  static Pose of(GreyPicture picture) {
    return new Pose(picture.width(), picture.height(), 0, 0);
  }

  /** The same, to be turned further. */
  Pose turned(int turns) {
    return new Pose(width, height, Math.floorMod(quarterTurns + turns, 4), tilt);
  }

  /** The same with another tilt. */
  Pose tilted(double degrees) {
    return new Pose(width, height, quarterTurns, degrees);
  }

  /** Width of the upright page before it is straightened, in pixels of the picture. */
  int uprightWidth() {
    return quarterTurns % 2 == 0 ? width : height;
  }

  /** Height of the upright page before it is straightened, in pixels of the picture. */
  int uprightHeight() {
    return quarterTurns % 2 == 0 ? height : width;
  }

  /** How many pixels of the picture the straight page covers. */
  double straightArea() {
    return (double) straightening().straightWidth() * straightening().straightHeight();
  }

  /** The map from the upright straight page, {@code scale} times as large, to the picture. */
  Homography toPicture(double scale) {
    return ExifTurn.ofQuarters(quarterTurns)
        .undo(width, height)
        .after(straightening().undo())
        .after(Homography.scale(1 / scale));
  }

  /** Draws the upright straight page, {@code scale} times as large as in the picture. */
  GreyPicture draw(GreyPicture picture, double scale) {
    int drawnWidth = Math.max(1, (int) (straightening().straightWidth() * scale + ROUNDING));
    int drawnHeight = Math.max(1, (int) (straightening().straightHeight() * scale + ROUNDING));
    return Resampler.resample(picture, toPicture(scale), drawnWidth, drawnHeight);
  }

  private Tilt straightening() {
    return new Tilt(tilt, uprightWidth(), uprightHeight());
  }
}
