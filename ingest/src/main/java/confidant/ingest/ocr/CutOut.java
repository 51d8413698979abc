package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;
import java.util.Arrays;

/** Cuts words out of a page, each alone on white. */
final class CutOut {

  /** White around what is cut out, and what is cut out around the ink, in parts of its height. */
  private static final double WHITE = 0.4;

  private static final double AROUND = 0.08;

  /** Shades that become black and white where edges are made steep. */
  private static final int BLACK_FROM = 64;

  private static final int WHITE_FROM = 192;

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
   * The same with edges made steep, so that gaps and holes open which blur has filled. For a
   * network that is another picture, of which it errs elsewhere.
   */
  static GreyPicture sharp(GreyPicture page, RecognisedWord word) {
    GreyPicture plain = plain(page, word);
    byte[] pixels = plain.pixels();
    for (int i = 0; i < pixels.length; i++) {
      int shade = ((pixels[i] & 0xff) - BLACK_FROM) * PAPER / (WHITE_FROM - BLACK_FROM);
      pixels[i] = (byte) Math.clamp(shade, 0, PAPER);
    }
    return plain;
  }
}
