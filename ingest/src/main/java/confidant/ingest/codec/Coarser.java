package confidant.ingest.codec;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Makes pictures of black and white coarser, and keeps their strokes. */
final class Coarser {

  private static final int BLACK = 0;
  private static final int WHITE = 1;

  private Coarser() {}

  /**
   * A picture of which each pixel stands for a block of pixels, and is black if half of them are.
   *
   * @param image whose only band is 0 where it is black
   */
  static BufferedImage of(BufferedImage image, int blockWidth, int blockHeight) {
    Raster from = image.getRaster();
    BufferedImage coarse =
        new BufferedImage(
            Math.ceilDiv(from.getWidth(), blockWidth),
            Math.ceilDiv(from.getHeight(), blockHeight),
            BufferedImage.TYPE_BYTE_BINARY);
    WritableRaster to = coarse.getRaster();
    int[] line = new int[from.getWidth()];
    int[] shades = new int[coarse.getWidth()];
    for (int y = 0; y < coarse.getHeight(); y++) {
      int[] black = new int[coarse.getWidth()];
      int top = y * blockHeight;
      int rows = Math.min(blockHeight, from.getHeight() - top);
      for (int row = 0; row < rows; row++) {
        from.getSamples(0, top + row, line.length, 1, 0, line);
        for (int x = 0; x < line.length; x++) {
          black[x / blockWidth] += line[x] == BLACK ? 1 : 0;
        }
      }
      for (int x = 0; x < shades.length; x++) {
        int columns = Math.min(blockWidth, line.length - x * blockWidth);
        shades[x] = 2 * black[x] >= columns * rows ? BLACK : WHITE;
      }
      to.setSamples(0, y, shades.length, 1, 0, shades);
    }
    return coarse;
  }
}
