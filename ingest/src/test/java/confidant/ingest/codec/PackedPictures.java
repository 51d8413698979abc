package confidant.ingest.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/** Packs pictures for tests in formats that Java does not write. */
public final class PackedPictures {

  private static final int NO_LOSS = 100;

  /** Pixels of other rows and of its own that tell what a pixel is likely to be, in bits. */
  private static final int CONTEXT_BITS = 16;

  private PackedPictures() {}

  /** Fills bytes in and says how many: a function of Leptonica. */
  private interface Writer {
    int write(PointerPointer<BytePointer> data, SizeTPointer size, PIX pix);
  }

  /** A JP2 file without loss; grey if the picture is, with opacity if the picture has it. */
  public static byte[] jpeg2000(BufferedImage image, int halvings) {
    return write(
        image,
        isGrey(image),
        (data, size, pix) ->
            leptonica.pixWriteMemJp2k(data, size, pix, NO_LOSS, halvings + 1, 0, 0));
  }

  /** A WebP file, with opacity if the picture has it. */
  public static byte[] webp(BufferedImage image, boolean loss) {
    return write(
        image,
        false,
        (data, size, pix) -> leptonica.pixWriteMemWebP(data, size, pix, 80, loss ? 0 : 1));
  }

  /** A picture as PDF files hold it: one page, all of it one region; what is dark becomes black. */
  public static byte[] jbig2(BufferedImage image) {
    return jbig2(image.getWidth(), image.getHeight(), region(image));
  }

  /** A page with a region that says it is of the same size, whatever it holds. */
  static byte[] jbig2(int width, int height, byte[] packed) {
    ByteBuffer page = ByteBuffer.allocate(19).putInt(width).putInt(height);
    ByteBuffer region = ByteBuffer.allocate(26 + packed.length).putInt(width).putInt(height);
    region.putLong(0).put((byte) 0).put((byte) 0);
    region.put(new byte[] {3, -1, -3, -1, 2, -2, -2, -2}).put(packed);
    return join(segment(0, 48, page.array()), segment(1, 38, region.array()));
  }

  /** A segment of the first page that builds on no others. */
  static byte[] segment(int number, int type, byte[] data) {
    ByteBuffer segment = ByteBuffer.allocate(11 + data.length).putInt(number).put((byte) type);
    return segment.put((byte) 0).put((byte) 1).putInt(data.length).put(data).array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The codestream of a JP2 file. */
  public static byte[] codestream(byte[] jp2) {
    int at = find(jp2, "jp2c") + 4;
    return ByteBuffer.allocate(jp2.length - at).put(jp2, at, jp2.length - at).array();
  }

  /** Where a word first stands. */
  static int find(byte[] file, String word) {
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(word);
    if (at < 0) {
      throw new IllegalArgumentException("There is no " + word);
    }
    return at;
  }

  private static byte[] region(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    // With a margin of white, so that no pixel lacks neighbours.
    int[][] ink = new int[height + 2][width + 8];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        ink[y + 2][x + 4] = shade(image, x, y) < 128 ? 1 : 0;
      }
    }
    ArithmeticEncoder encoder = new ArithmeticEncoder(1 << CONTEXT_BITS);
    for (int y = 2; y < height + 2; y++) {
      for (int x = 4; x < width + 4; x++) {
        int context = bits(ink[y - 2], x - 2, x + 2);
        context = (context << 7) | bits(ink[y - 1], x - 3, x + 3);
        context = (context << 4) | bits(ink[y], x - 4, x - 1);
        encoder.encode(context, ink[y][x]);
      }
    }
    return encoder.finish();
  }

  /** Java would make grey brighter on its way to a colour. */
  private static int shade(BufferedImage image, int x, int y) {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY
        ? image.getRaster().getSample(x, y, 0)
        : image.getRGB(x, y) & 0xff;
  }

  private static int bits(int[] row, int from, int to) {
    int bits = 0;
    for (int x = from; x <= to; x++) {
      bits = (bits << 1) | row[x];
    }
    return bits;
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
  }

  private static byte[] write(BufferedImage image, boolean grey, Writer writer) {
    if (Leptonica.load().isPresent()) {
      throw new IllegalStateException(Leptonica.load().get());
    }
    PIX pix = leptonica.pixCreate(image.getWidth(), image.getHeight(), grey ? 8 : 32);
    try (PointerPointer<BytePointer> data = new PointerPointer<>(1);
        SizeTPointer size = new SizeTPointer(1)) {
      if (image.getColorModel().hasAlpha()) {
        leptonica.pixSetSpp(pix, 4);
      }
      fill(pix, image, grey);
      if (writer.write(data, size, pix) != 0) {
        throw new IllegalStateException("Leptonica does not write it");
      }
      byte[] packed = new byte[(int) size.get()];
      BytePointer written = data.get(BytePointer.class, 0);
      written.get(packed);
      leptonica.lept_free(written);
      return packed;
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private static void fill(PIX pix, BufferedImage image, boolean grey) {
    IntPointer data = leptonica.pixGetData(pix);
    int words = leptonica.pixGetWpl(pix);
    for (int y = 0; y < image.getHeight(); y++) {
      int[] line = new int[words];
      for (int x = 0; x < image.getWidth(); x++) {
        if (grey) {
          line[x / 4] |= image.getRaster().getSample(x, y, 0) << (24 - 8 * (x % 4));
        } else {
          int argb = image.getRGB(x, y);
          line[x] = (argb << 8) | (argb >>> 24);
        }
      }
      data.position((long) y * words).put(line, 0, words);
    }
  }
}
