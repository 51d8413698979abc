package confidant.ingest.picture;

/** Tells whether a JPEG's lowest rows were never there. */
final class BlankEnd {

  /** As many as two rows of blocks with thinned out colours. */
  private static final int ROWS = 32;

  /** What decoders fill up with: blocks all of whose coefficients are 0. */
  private static final int MIDDLE_SHADE = 128;

  private static final int ROUNDING = 2;

  private BlankEnd() {}

  /** Whether the lowest rows are as decoders fill up what is missing. */
  static boolean of(GreyPicture picture) {
    for (int y = Math.max(0, picture.height() - ROWS); y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (Math.abs(picture.at(x, y) - MIDDLE_SHADE) > ROUNDING) {
          return false;
        }
      }
    }
    return true;
  }
}
