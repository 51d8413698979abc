package confidant.ingest.picture;

/**
 * A picture seen along one of its directions, so that what is done to level lines is done to plumb
 * ones alike.
 *
 * @param picture whose pixels are seen
 * @param level whether "along" means across the picture
 */
record Axes(GreyPicture picture, boolean level) {

  /** Pixels along a line. */
  int length() {
    return level ? picture.width() : picture.height();
  }

  /** How many lines there are. */
  int depth() {
    return level ? picture.height() : picture.width();
  }

  /** Index of the pixel at place {@code along} of the line {@code across}. */
  int index(int along, int across) {
    return level ? across * picture.width() + along : along * picture.width() + across;
  }

  /** From one place on a line to the next, in indices. */
  int stride() {
    return level ? 1 : picture.width();
  }

  /** Whether there is ink; there is none outside. */
  boolean isInk(int along, int across) {
    return along >= 0
        && across >= 0
        && along < length()
        && across < depth()
        && (picture.pixels()[index(along, across)] & 0xff) < Rule.INK;
  }
}
