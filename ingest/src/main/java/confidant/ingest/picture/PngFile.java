package confidant.ingest.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a PNG file (ISO/IEC 15948, section 5). Bytes, big-endian:
 *
 * <pre>
 *   signature  u8[8]
 *   chunk      u32 length, char[4] type, u8[length] data, u32 check sum
 *   pHYs       u32 pixels per unit across, u32 down, u8 unit: 1 is the metre
 * </pre>
 */
final class PngFile {

  private static final int SIGNATURE_BYTES = 8;

  /** Length, type and check sum. */
  private static final int FRAMING_BYTES = 12;

  private static final int METRE = 1;

  private PngFile() {}

  /** Keeps what makes the picture: its size, palette, transparency and pixels. */
  static CleanPicture clean(byte[] file) throws UnreadablePictureException {
    ByteBuffer in = ByteBuffer.wrap(file);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, Math.min(file.length, SIGNATURE_BYTES));
    double pixelsPerInch = 0;
    int at = SIGNATURE_BYTES;
    while (true) {
      if (file.length - at < FRAMING_BYTES) {
        throw UnreadablePictureException.damaged("It ends between two chunks");
      }
      int length = in.getInt(at);
      if (length < 0 || length > file.length - at - FRAMING_BYTES) {
        throw UnreadablePictureException.damaged("It ends within a chunk");
      }
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      switch (type) {
        case "IHDR", "PLTE", "tRNS", "IDAT" -> kept.write(file, at, length + FRAMING_BYTES);
        case "pHYs" -> pixelsPerInch = length < 9 ? 0 : perInch(in, at + 8);
        default -> {
          // Texts, profiles, animation.
        }
      }
      if (type.equals("IEND")) {
        kept.write(file, at, length + FRAMING_BYTES);
        return new CleanPicture(kept.toByteArray(), pixelsPerInch, ExifTurn.NONE);
      }
      at += length + FRAMING_BYTES;
    }
  }

  private static double perInch(ByteBuffer in, int at) {
    boolean metre = in.get(at + 8) == METRE;
    return metre ? Resolution.ofMetres((double) Integer.toUnsignedLong(in.getInt(at))) : 0;
  }
}
