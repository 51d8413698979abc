package confidant.ingest.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Makes pictures grey so that ink of any colour stays apart from paper of any colour.
 *
 * <p>A pixel becomes the mean of its luma and its least channel. Luma alone (ITU-R BT.601) leaves
 * orange and light blue print pale; the least channel alone turns yellow paper black.
 */
final class GreyPictures {

  private static final int MOST = 255;

  private GreyPictures() {}

  /** A grey copy; what is transparent shows white paper. */
  static GreyPicture of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    byte[] pixels = new byte[image.getWidth() * image.getHeight()];
    if (colors instanceof IndexColorModel palette) {
      fromPalette(image.getRaster(), palette, pixels);
    } else if (hasPlainChannels(colors)) {
      fromChannels(image.getRaster(), colors, pixels);
    } else {
      fromAny(image, pixels);
    }
    return new GreyPicture(image.getWidth(), image.getHeight(), pixels);
  }

  /** The same pixels as an image; they are shared, not copied. */
  static BufferedImage toImage(GreyPicture picture) {
    int width = picture.width();
    int height = picture.height();
    DataBufferByte data = new DataBufferByte(picture.pixels(), picture.pixels().length);
    WritableRaster raster =
        Raster.createInterleavedRaster(data, width, height, width, 1, new int[] {0}, null);
    ColorModel grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).getColorModel();
    return new BufferedImage(grey, raster, false, null);
  }

  /** How dark a colour prints, 0 to 255; channels 0 to 255. */
  static int grey(int red, int green, int blue) {
    int luma = (77 * red + 150 * green + 29 * blue) >> 8;
    return (luma + Math.min(red, Math.min(green, blue)) + 1) / 2;
  }

  private static boolean hasPlainChannels(ColorModel colors) {
    int space = colors.getColorSpace().getType();
    int channels = colors.getNumColorComponents();
    int type = colors.getTransferType();
    boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
    return (colors instanceof DirectColorModel || (colors instanceof ComponentColorModel && whole))
        && !colors.isAlphaPremultiplied()
        && ((space == ColorSpace.TYPE_GRAY && channels == 1)
            || (space == ColorSpace.TYPE_RGB && channels == 3));
  }

  private static void fromPalette(Raster raster, IndexColorModel palette, byte[] pixels) {
    byte[] greys = new byte[palette.getMapSize()];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = ofArgb(palette.getRGB(i));
    }
    int width = raster.getWidth();
    int[] line = new int[width];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, line);
      for (int index : line) {
        pixels[to++] = index < greys.length ? greys[index] : (byte) MOST;
      }
    }
  }

  private static void fromChannels(Raster raster, ColorModel colors, byte[] pixels) {
    int bands = raster.getNumBands();
    int[] most = new int[bands];
    for (int band = 0; band < bands; band++) {
      most[band] = (1 << colors.getComponentSize(band)) - 1;
    }
    boolean colored = colors.getNumColorComponents() == 3;
    int width = raster.getWidth();
    int[] line = new int[width * bands]; // (width, bands)
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, line);
      for (int from = 0; from < line.length; from += bands) {
        int value = to8(line[from], most[0]);
        if (colored) {
          value = grey(value, to8(line[from + 1], most[1]), to8(line[from + 2], most[2]));
        }
        if (colors.hasAlpha()) {
          value = overWhite(value, to8(line[from + bands - 1], most[bands - 1]));
        }
        pixels[to++] = (byte) value;
      }
    }
  }

  private static void fromAny(BufferedImage image, byte[] pixels) {
    int width = image.getWidth();
    int[] line = new int[width];
    for (int y = 0, to = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int argb : line) {
        pixels[to++] = ofArgb(argb);
      }
    }
  }

  private static byte ofArgb(int argb) {
    int value = grey((argb >> 16) & MOST, (argb >> 8) & MOST, argb & MOST);
    return (byte) overWhite(value, argb >>> 24);
  }

  private static int to8(int sample, int most) {
    return most == MOST ? sample : sample * MOST / most;
  }

  private static int overWhite(int value, int alpha) {
    return MOST - (MOST - value) * alpha / MOST;
  }
}
