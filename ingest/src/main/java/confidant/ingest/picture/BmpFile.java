package confidant.ingest.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a BMP file. Bytes, little-endian:
 *
 * <pre>
 *   0   char[2] "BM", u32 file size, u32 reserved, u32 offset of the pixels
 *   14  u32 bytes of the information header; 12 for OS/2, which says no more of use
 *   18  i32 width, i32 height, u16 planes, u16 bits per pixel
 *   30  u32 compression: 4 a JPEG, 5 a PNG
 *   38  i32 pixels per metre
 *   70  u32 colour space, from 108 bytes on
 * </pre>
 */
final class BmpFile {

  private static final int INFORMATION_BYTES = 14;
  private static final int COMPRESSION = 30;
  private static final int PIXELS_PER_METRE = 38;
  private static final int COLOR_SPACE = 70;

  private static final int PLAIN_HEADER = 40;
  private static final int HEADER_WITH_COLORS = 108;
  private static final int EMBEDDED_JPEG = 4;
  private static final int EMBEDDED_PNG = 5;
  private static final int SRGB = 0x73524742;

  private BmpFile() {}

  /** The file without its colour profile, which can be a path to another file. */
  static CleanPicture clean(byte[] file) throws UnreadablePictureException {
    if (file.length < INFORMATION_BYTES + PLAIN_HEADER) {
      return new CleanPicture(file, 0, ExifTurn.NONE);
    }
    byte[] copy = file.clone();
    ByteBuffer header = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = header.getInt(INFORMATION_BYTES);
    if (headerBytes < PLAIN_HEADER) {
      return new CleanPicture(copy, 0, ExifTurn.NONE);
    }
    int compression = header.getInt(COMPRESSION);
    if (compression == EMBEDDED_JPEG || compression == EMBEDDED_PNG) {
      throw UnreadablePictureException.unsupported("Another file is packed into it");
    }
    if (headerBytes >= HEADER_WITH_COLORS && copy.length >= COLOR_SPACE + 4) {
      header.putInt(COLOR_SPACE, SRGB);
    }
    double pixelsPerInch = Resolution.ofMetres(header.getInt(PIXELS_PER_METRE));
    return new CleanPicture(copy, pixelsPerInch, ExifTurn.NONE);
  }
}
