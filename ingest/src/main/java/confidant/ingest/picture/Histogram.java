package confidant.ingest.picture;

/** How many pixels have each shade. */
final class Histogram {

  private static final int SHADES = 256;

  private final int[] counts = new int[SHADES];
  private int total;

  /** The shades of a whole picture. */
  static Histogram of(GreyPicture picture) {
    return ofBox(picture, 0, 0, picture.width(), picture.height());
  }

  /** The shades of a box; right and bottom are the first column and row beyond it. */
  static Histogram ofBox(GreyPicture picture, int left, int top, int right, int bottom) {
    Histogram histogram = new Histogram();
    for (int y = top; y < bottom; y++) {
      int row = y * picture.width();
      for (int at = row + left; at < row + right; at++) {
        histogram.counts[picture.pixels()[at] & 0xff]++;
      }
    }
    histogram.total = (right - left) * (bottom - top);
    return histogram;
  }

  /** The shade that a part of the pixels, 0 to 1, is darker than. */
  int quantile(double part) {
    double wanted = part * total;
    long below = 0;
    for (int shade = 0; shade < SHADES; shade++) {
      below += counts[shade];
      if (below > wanted) {
        return shade;
      }
    }
    return SHADES - 1;
  }

  /** The part of the pixels, 0 to 1, that are darker than {@code shade}. */
  double darkerThan(int shade) {
    long below = 0;
    for (int i = 0; i < Math.min(shade, SHADES); i++) {
      below += counts[i];
    }
    return total == 0 ? 0 : (double) below / total;
  }

  /** The part of the pixels, 0 to 1, that are brighter than {@code shade}. */
  double brighterThan(int shade) {
    return 1 - darkerThan(shade + 1);
  }

  /** The mean of the shades from {@code first} to before {@code end}; NaN if there are none. */
  double mean(int first, int end) {
    double sum = 0;
    long number = 0;
    for (int shade = first; shade < end; shade++) {
      sum += (double) shade * counts[shade];
      number += counts[shade];
    }
    return sum / number;
  }

  /**
   * The shade that parts dark from bright so that both vary least (Otsu, 1979): the first of the
   * bright ones.
   */
  int threshold() {
    double all = mean(0, SHADES);
    double darkSum = 0;
    double darkNumber = 0;
    double best = -1;
    int threshold = SHADES / 2;
    for (int shade = 0; shade < SHADES - 1; shade++) {
      darkNumber += counts[shade];
      darkSum += (double) shade * counts[shade];
      double part = darkNumber / total;
      double distance = all * part - darkSum / total;
      double between = distance * distance / (part * (1 - part));
      if (between > best) {
        best = between;
        threshold = shade + 1;
      }
    }
    return threshold;
  }
}
