package confidant.ingest.picture;

/** Tells whether a picture's lowest rows were never there. */
final class BlankEnd {

  /** As many as two rows of blocks of a JPEG with thinned out colours. */
  private static final int LEAST_ROWS = 32;

  /** How far pixels of a block without detail differ by rounding. */
  private static final int ROUNDING = 2;

  private BlankEnd() {}

  /** Whether the lowest rows are of one shade, as decoders fill up what is missing. */
  static boolean of(GreyPicture picture) {
    int first = Math.max(0, picture.height() - LEAST_ROWS);
    int shade = picture.at(0, picture.height() - 1);
    for (int y = first; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (Math.abs(picture.at(x, y) - shade) > ROUNDING) {
          return false;
        }
      }
    }
    return true;
  }
}
