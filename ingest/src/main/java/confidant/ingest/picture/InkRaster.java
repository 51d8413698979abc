package confidant.ingest.picture;

import confidant.ingest.picture.JpegFile.Inks;
import java.awt.image.Raster;

/**
 * Makes pictures of four inks grey. ImageIO hands them out as they were stored, since their colours
 * depend on a press; for reading, ink is ink.
 */
final class InkRaster {

  private static final int MOST = 255;
  private static final int BANDS = 4;

  private InkRaster() {}

  /** A grey picture of cyan, magenta, yellow and black. */
  static GreyPicture toGrey(Raster raster, Inks inks) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height];
    int[] line = new int[width * BANDS]; // (width, bands)
    for (int y = 0, to = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, line);
      for (int from = 0; from < line.length; from += BANDS) {
        if (inks == Inks.INVERTED_LUMA) {
          lumaToInks(line, from);
        }
        // Inverted inks say how much light they let through.
        int flip = inks == Inks.PLAIN ? MOST : 0;
        int black = line[from + 3] ^ flip;
        pixels[to++] =
            (byte)
                GreyPictures.grey(
                    (line[from] ^ flip) * black / MOST,
                    (line[from + 1] ^ flip) * black / MOST,
                    (line[from + 2] ^ flip) * black / MOST);
      }
    }
    return new GreyPicture(width, height, pixels);
  }

  /** Luma and chroma stand for the colour that the inks take away (ITU-R BT.601, as in JFIF). */
  private static void lumaToInks(int[] line, int at) {
    double luma = line[at];
    double blue = line[at + 1] - 128.0;
    double red = line[at + 2] - 128.0;
    line[at] = MOST - clamp(luma + 1.402 * red);
    line[at + 1] = MOST - clamp(luma - 0.344136 * blue - 0.714136 * red);
    line[at + 2] = MOST - clamp(luma + 1.772 * blue);
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, MOST);
  }
}
