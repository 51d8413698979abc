package confidant.ingest.codec;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/**
 * Copies pixels out of Leptonica's memory: rows of u32 words, in each of which lie four pixels of
 * grey, the first in the highest bits, or red, green, blue and opacity of one.
 */
final class PixCopy {

  private static final int GREY_BITS = 8;
  private static final int COLOR_BITS = 32;
  private static final int MOST = 255;

  private final Layout layout;
  private final int reduction;
  private final IntPointer data;
  private final int words;
  private final int width;
  private final int height;
  private final boolean grey;

  /** What a sample of the file that is full means. */
  private final int full;

  /**
   * For a picture that was decoded.
   *
   * @param reduction by which its sides are divided
   */
  PixCopy(PIX pix, Layout layout, int reduction) throws CodecException {
    @Nullable IntPointer pixels = leptonica.pixGetData(pix);
    int depth = leptonica.pixGetDepth(pix);
    if (pixels == null || (depth != GREY_BITS && depth != COLOR_BITS)) {
      throw CodecException.damaged("Leptonica decodes it to " + depth + " bits");
    }
    this.layout = layout;
    this.reduction = reduction;
    data = pixels;
    words = leptonica.pixGetWpl(pix);
    width = leptonica.pixGetWidth(pix);
    height = leptonica.pixGetHeight(pix);
    grey = depth == GREY_BITS;
    full = (1 << layout.bits()) - 1;
  }

  /**
   * Fills {@code image} with the pixels of a region that are a number of pixels apart.
   *
   * @param image whose samples lie side by side, a byte each
   * @param region of the picture before it was reduced
   */
  void to(BufferedImage image, Rectangle region, int stepX, int stepY) {
    int[] columns = new int[image.getWidth()];
    for (int x = 0; x < columns.length; x++) {
      columns[x] = Math.min((region.x + x * stepX) / reduction, width - 1);
    }
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int[] line = new int[words];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      int row = Math.min((region.y + y * stepY) / reduction, height - 1);
      data.position((long) row * words).get(line, 0, words);
      for (int column : columns) {
        if (layout.colored()) {
          copyColor(color(line, column), samples, to);
          to += 3;
        } else {
          int pixel = color(line, column);
          samples[to++] = (byte) overWhite(sample(pixel, 24), pixel);
        }
      }
    }
  }

  /** Red, green, blue and opacity, from the highest bits on. */
  private int color(int[] line, int column) {
    if (!grey) {
      return line[column];
    }
    int value = (line[column / 4] >>> (24 - 8 * (column % 4))) & MOST;
    return (value << 24) | (value << 16) | (value << 8);
  }

  private void copyColor(int pixel, byte[] samples, int to) {
    int red = sample(pixel, 24);
    int green = sample(pixel, 16);
    int blue = sample(pixel, 8);
    if (layout.lumaAndChroma()) {
      // ITU-R BT.601; green and blue hold the differences in blue and red.
      double luma = red;
      double toBlue = green - 128;
      double toRed = blue - 128;
      red = clamp(luma + 1.402 * toRed);
      green = clamp(luma - 0.344136 * toBlue - 0.714136 * toRed);
      blue = clamp(luma + 1.772 * toBlue);
    }
    samples[to] = (byte) overWhite(red, pixel);
    samples[to + 1] = (byte) overWhite(green, pixel);
    samples[to + 2] = (byte) overWhite(blue, pixel);
  }

  /** A sample, 0 to 255. */
  private int sample(int pixel, int shift) {
    int value = (pixel >>> shift) & MOST;
    return full == MOST ? value : Math.min(MOST, value * MOST / full);
  }

  private int overWhite(int value, int pixel) {
    return layout.transparent() ? MOST - (MOST - value) * sample(pixel, 0) / MOST : value;
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, MOST);
  }
}
