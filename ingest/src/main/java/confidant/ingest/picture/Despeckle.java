package confidant.ingest.picture;

/**
 * Removes lonely dark pixels. A decimal point must never go: speckles are only looked for where
 * letters are large, and are much smaller than points are there, even faint ones.
 */
final class Despeckle {

  /** Any print is darker than this, also the soft edge of a faint point. */
  private static final int SOFT = 200;

  /** Pixels of a speckle for letters of at least these x-heights, in pixels. */
  private static final double ONE_PIXEL_FROM = 15;

  private static final double TWO_PIXELS_FROM = 18;
  private static final double THREE_PIXELS_FROM = 25;

  private Despeckle() {}

  /**
   * Whitens speckles of {@code picture}, in place.
   *
   * @param xHeight of its letters in pixels, 0 if unknown
   */
  static void clean(GreyPicture picture, double xHeight) {
    int most = largestSpeckle(xHeight);
    if (most == 0) {
      return;
    }
    int[] found = new int[most + 1];
    int width = picture.width();
    for (int y = 1; y < picture.height() - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (isDark(picture, at) && startsSpeckle(picture, at)) {
          int size = collect(picture, at, found, most);
          for (int i = 0; i < size; i++) {
            picture.pixels()[found[i]] = (byte) GreyPicture.WHITE;
          }
        }
      }
    }
  }

  /** The most pixels that are a speckle beside letters of this x-height. */
  static int largestSpeckle(double xHeight) {
    if (xHeight >= THREE_PIXELS_FROM) {
      return 3;
    }
    if (xHeight >= TWO_PIXELS_FROM) {
      return 2;
    }
    return xHeight >= ONE_PIXEL_FROM ? 1 : 0;
  }

  /** Whether it is the first dark pixel, by rows, of what it belongs to. */
  private static boolean startsSpeckle(GreyPicture picture, int at) {
    int above = at - picture.width();
    return !isDark(picture, at - 1)
        && !isDark(picture, above - 1)
        && !isDark(picture, above)
        && !isDark(picture, above + 1);
  }

  /**
   * Collects the dark pixels that touch one.
   *
   * @param found filled with their places
   * @return how many; 0 if there are more than {@code most}
   */
  private static int collect(GreyPicture picture, int start, int[] found, int most) {
    int width = picture.width();
    int length = picture.pixels().length;
    int size = 1;
    found[0] = start;
    for (int next = 0; next < size; next++) {
      for (int dy = -width; dy <= width; dy += width) {
        for (int dx = -1; dx <= 1; dx++) {
          int at = found[next] + dy + dx;
          if (at >= 0 && at < length && isDark(picture, at) && !contains(found, size, at)) {
            if (size == most) {
              return 0;
            }
            found[size++] = at;
          }
        }
      }
    }
    return size;
  }

  private static boolean contains(int[] found, int size, int at) {
    for (int i = 0; i < size; i++) {
      if (found[i] == at) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDark(GreyPicture picture, int at) {
    return (picture.pixels()[at] & 0xff) < SOFT;
  }
}
