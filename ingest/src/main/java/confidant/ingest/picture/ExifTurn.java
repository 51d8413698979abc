package confidant.ingest.picture;

/**
 * How a picture must be turned to be upright, by the Orientation tag of Exif and TIFF (TIFF 6.0,
 * tag 274).
 */
enum ExifTurn {
  NONE(false, false, false),
  MIRRORED(false, true, false),
  HALF(false, true, true),
  MIRRORED_HALF(false, false, true),
  TRANSPOSED(true, false, false),
  CLOCKWISE(true, true, false),
  TRANSVERSE(true, true, true),
  COUNTERCLOCKWISE(true, false, true);

  /** Whether rows become columns, before anything else. */
  private final boolean transposes;

  private final boolean flipsX;
  private final boolean flipsY;

  ExifTurn(boolean transposes, boolean flipsX, boolean flipsY) {
    this.transposes = transposes;
    this.flipsX = flipsX;
    this.flipsY = flipsY;
  }

  /** The turn of an Orientation tag, 1 to 8; none for any other value. */
  static ExifTurn of(int orientation) {
    return orientation >= 1 && orientation <= values().length ? values()[orientation - 1] : NONE;
  }

  /** The clockwise turn by a multiple of 90 degrees. */
  static ExifTurn ofQuarters(int clockwise) {
    return switch (Math.floorMod(clockwise, 4)) {
      case 1 -> CLOCKWISE;
      case 2 -> HALF;
      case 3 -> COUNTERCLOCKWISE;
      default -> NONE;
    };
  }

  /** The turned picture; the given one itself if there is nothing to do. */
  GreyPicture apply(GreyPicture picture) {
    if (this == NONE) {
      return picture;
    }
    int width = transposes ? picture.height() : picture.width();
    int height = transposes ? picture.width() : picture.height();
    byte[] from = picture.pixels();
    byte[] turned = new byte[from.length];
    for (int y = 0, to = 0; y < height; y++) {
      int sourceY = flipsY ? height - 1 - y : y;
      for (int x = 0; x < width; x++) {
        int sourceX = flipsX ? width - 1 - x : x;
        turned[to++] =
            transposes
                ? from[sourceX * picture.width() + sourceY]
                : from[sourceY * picture.width() + sourceX];
      }
    }
    return new GreyPicture(width, height, turned);
  }

  /**
   * The map from the turned picture back to the one that was turned.
   *
   * @param width of the picture before it was turned
   * @param height of the picture before it was turned
   */
  Homography undo(int width, int height) {
    int turnedWidth = transposes ? height : width;
    int turnedHeight = transposes ? width : height;
    Homography unflip =
        Homography.affine(
            flipsX ? -1 : 1,
            0,
            flipsX ? turnedWidth : 0,
            0,
            flipsY ? -1 : 1,
            flipsY ? turnedHeight : 0);
    return transposes ? Homography.affine(0, 1, 0, 1, 0, 0).after(unflip) : unflip;
  }
}
