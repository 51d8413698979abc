package confidant.ingest.picture;

/**
 * Takes away the grain of pictures whose tones are made of scattered dots: stamps behind the print,
 * filled bars and thin grey lines of scanners that know few shades. Most dots are paler than print,
 * and what is as pale as they are becomes white. Nothing is mixed with what is beside it, since a
 * decimal point can be as small as a dot.
 */
final class Grain {

  /** A pixel this much darker than all around it is a dot; print has hardly any. */
  private static final int STANDS_OUT = 40;

  /** Part of the pixels that are such dots in a grainy picture. */
  private static final double GRAINY = 0.0012;

  /** Print is darker than this; where most dots are as dark, nothing tells them from points. */
  private static final int PALEST_PRINT = 130;

  /** Darker dots than most are taken away with them, by so many shades. */
  private static final int MARGIN = 10;

  /** What is so dark stays as it is. */
  private static final int INK = 30;

  private Grain() {}

  /**
   * The picture without its grain; itself if it has none.
   *
   * @param picture whose paper is white
   */
  static GreyPicture remove(GreyPicture picture) {
    int paper = dots(picture) - MARGIN;
    if (paper <= PALEST_PRINT) {
      return picture;
    }
    byte[] from = picture.pixels();
    byte[] clean = new byte[from.length]; // (height, width)
    for (int i = 0; i < from.length; i++) {
      int shade = from[i] & 0xff;
      int spread = INK + (shade - INK) * (GreyPicture.WHITE - INK) / (paper - INK);
      clean[i] = (byte) (shade <= INK ? shade : Math.min(GreyPicture.WHITE, spread));
    }
    return new GreyPicture(picture.width(), picture.height(), clean);
  }

  /** The shade of most lonely dots; 0 if there are few. */
  private static int dots(GreyPicture picture) {
    int[] counts = new int[GreyPicture.WHITE + 1];
    int dots = 0;
    for (int y = 1; y < picture.height() - 1; y++) {
      for (int x = 1; x < picture.width() - 1; x++) {
        if (isDot(picture, x, y)) {
          counts[picture.at(x, y)]++;
          dots++;
        }
      }
    }
    if (dots <= GRAINY * picture.width() * picture.height()) {
      return 0;
    }
    int shade = 0;
    for (int darker = counts[0]; 2 * darker < dots; darker += counts[shade]) {
      shade++;
    }
    return shade;
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
