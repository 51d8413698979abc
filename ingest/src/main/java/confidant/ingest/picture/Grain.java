package confidant.ingest.picture;

/**
 * Takes away the grain of pictures whose tones are made of scattered dots: stamps behind the print,
 * filled bars and thin grey lines of scanners that know few shades. The dots are mixed with their
 * neighbours and then no longer dark enough to be ink; strokes are, as they are wider than a dot.
 */
final class Grain {

  /** A pixel this much darker than all around it is a dot; print has hardly any. */
  private static final int STANDS_OUT = 40;

  /**
   * Part of the pixels that are such dots where grain keeps print from being read. With less of it
   * mixing would do more harm than good: the palest points go with the dots.
   */
  private static final double GRAINY = 0.0035;

  /** Shades after mixing that become black and white. */
  private static final int INK = 90;

  private static final int PAPER = 190;

  /** Weights of a pixel and of those beside it are 2, 1, 1, in both directions. */
  private static final int WEIGHTS = 16;

  private Grain() {}

  /**
   * The picture without its grain; itself if it has none.
   *
   * @param picture whose paper is white
   */
  static GreyPicture smooth(GreyPicture picture) {
    if (picture.width() < 3 || picture.height() < 3 || !isGrainy(picture)) {
      return picture;
    }
    int width = picture.width();
    int height = picture.height();
    byte[] smooth = new byte[width * height]; // (height, width)
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1);
      int below = Math.min(height - 1, y + 1);
      for (int x = 0; x < width; x++) {
        int sum = across(picture, x, above) + 2 * across(picture, x, y) + across(picture, x, below);
        int shade = (sum / WEIGHTS - INK) * GreyPicture.WHITE / (PAPER - INK);
        smooth[y * width + x] = (byte) Math.clamp(shade, GreyPicture.BLACK, GreyPicture.WHITE);
      }
    }
    return new GreyPicture(width, height, smooth);
  }

  private static int across(GreyPicture picture, int x, int y) {
    int left = picture.at(Math.max(0, x - 1), y);
    int right = picture.at(Math.min(picture.width() - 1, x + 1), y);
    return left + 2 * picture.at(x, y) + right;
  }

  private static boolean isGrainy(GreyPicture picture) {
    long dots = 0;
    for (int y = 1; y < picture.height() - 1; y++) {
      for (int x = 1; x < picture.width() - 1; x++) {
        dots += isDot(picture, x, y) ? 1 : 0;
      }
    }
    return dots > GRAINY * picture.width() * picture.height();
  }

  private static boolean isDot(GreyPicture picture, int x, int y) {
    int brighter = picture.at(x, y) + STANDS_OUT;
    if (brighter > GreyPicture.WHITE) {
      return false;
    }
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if ((dx != 0 || dy != 0) && picture.at(x + dx, y + dy) < brighter) {
          return false;
        }
      }
    }
    return true;
  }
}
