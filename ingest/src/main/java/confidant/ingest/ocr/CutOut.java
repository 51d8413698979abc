package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;
import java.util.Arrays;

/** Cuts words out of a page, each alone on white. */
final class CutOut {

  /** White around what is cut out, and what is cut out around the ink, in parts of its height. */
  private static final double WHITE = 0.4;

  private static final double AROUND = 0.08;

  /** How far blur is taken back, in parts of the height of the ink, and by how much. */
  private static final double BLUR = 0.07;

  private static final double STRENGTH = 2;

  private static final int PAPER = 255;

  private CutOut() {}

  /** A word as it stands on the page. */
  static GreyPicture plain(GreyPicture page, RecognisedWord word) {
    int around = (int) Math.ceil(AROUND * word.height());
    int left = Math.max(0, (int) word.left() - around);
    int top = Math.max(0, (int) word.top() - around);
    int right = Math.min(page.width(), (int) word.right() + around);
    int bottom = Math.min(page.height(), (int) word.bottom() + around);
    int white = (int) Math.ceil(WHITE * word.height());
    int width = right - left + 2 * white;
    int height = bottom - top + 2 * white;
    byte[] pixels = new byte[width * height]; // (height, width)
    Arrays.fill(pixels, (byte) PAPER);
    for (int y = top; y < bottom; y++) {
      System.arraycopy(
          page.pixels(),
          y * page.width() + left,
          pixels,
          (y - top + white) * width + white,
          right - left);
    }
    return new GreyPicture(width, height, pixels);
  }

  /**
   * The same with edges made steep, so that narrow gaps and holes open which blur has filled: what
   * is darker than the pixels around it becomes darker still (unsharp masking).
   */
  static GreyPicture sharp(GreyPicture page, RecognisedWord word) {
    GreyPicture plain = plain(page, word);
    int radius = (int) Math.max(1, Math.round(BLUR * word.height()));
    int[] around = means(plain, radius);
    byte[] from = plain.pixels();
    byte[] pixels = new byte[from.length]; // (height, width)
    for (int i = 0; i < pixels.length; i++) {
      int shade = from[i] & 0xff;
      double sharp = shade + STRENGTH * (shade - around[i]);
      pixels[i] = (byte) Math.clamp(Math.round(sharp), 0, PAPER);
    }
    return new GreyPicture(plain.width(), plain.height(), pixels);
  }

  /** Mean shades of the squares around each pixel, (height, width); there is white outside. */
  private static int[] means(GreyPicture picture, int radius) {
    int width = picture.width();
    int height = picture.height();
    int side = 2 * radius + 1;
    int[] across = new int[width * height];
    for (int y = 0; y < height; y++) {
      int sum = side * PAPER;
      for (int x = -radius; x < width; x++) {
        sum += shade(picture, x + radius, y) - shade(picture, x - radius - 1, y);
        if (x >= 0) {
          across[y * width + x] = sum;
        }
      }
    }
    int[] means = new int[width * height];
    for (int x = 0; x < width; x++) {
      int sum = side * side * PAPER;
      for (int y = -radius; y < height; y++) {
        int below = y + radius;
        int above = y - radius - 1;
        sum += below < height ? across[below * width + x] : side * PAPER;
        sum -= above >= 0 ? across[above * width + x] : side * PAPER;
        if (y >= 0) {
          means[y * width + x] = sum / (side * side);
        }
      }
    }
    return means;
  }

  private static int shade(GreyPicture picture, int x, int y) {
    return x < 0 || x >= picture.width() ? PAPER : picture.pixels()[y * picture.width() + x] & 0xff;
  }
}
