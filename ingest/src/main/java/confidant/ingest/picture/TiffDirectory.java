package confidant.ingest.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import javax.imageio.stream.ImageInputStream;

/**
 * What an image file directory says that is of use here (TIFF 6.0, section 2); Exif data is one,
 * too. Bytes, in the order told by the header:
 *
 * <pre>
 *   header     char[2] "II" or "MM", u16 42, u32 offset of the first directory
 *   directory  u16 count, entry[count], u32 offset of the next directory or 0
 *   entry      u16 tag, u16 type, u32 count, u32 value or its offset
 * </pre>
 *
 * @param subfile flags: 1 a smaller version of another picture, 4 a mask
 * @param width in pixels, 0 if not said
 * @param height in pixels, 0 if not said
 * @param bitsPerPixel of all samples together
 * @param orientation 1 to 8 as {@link ExifTurn} takes it
 * @param pixelsPerInch 0 if not said
 * @param next offset of the next directory, 0 after the last
 */
record TiffDirectory(
    long subfile,
    long width,
    long height,
    int bitsPerPixel,
    int orientation,
    double pixelsPerInch,
    long next) {

  private static final int MAGIC = 42;
  private static final int ENTRY_BYTES = 12;

  /** Short values that fit into an entry. */
  private static final int MOST_INLINE = 2;

  /** Entries looked at; writers use a few dozen, in order of their tags. */
  private static final int MOST_ENTRIES = 500;

  private static final int SUBFILE = 254;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int X_RESOLUTION = 282;
  private static final int RESOLUTION_UNIT = 296;

  private static final int TYPE_SHORT = 3;
  private static final int TYPE_RATIONAL = 5;
  private static final long UNIT_INCH = 2;
  private static final long UNIT_CENTIMETRE = 3;

  /** Whether it is a page, not a thumbnail or mask of one. */
  boolean isPage() {
    return (subfile & 5) == 0;
  }

  /**
   * Sets the byte order of {@code in} by the header at its start.
   *
   * @return the offset of the first directory; empty if this is no such header
   */
  static OptionalLong readHeader(ImageInputStream in) throws IOException {
    in.seek(0);
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if (first != second || (first != 'I' && first != 'M')) {
      return OptionalLong.empty();
    }
    in.setByteOrder(first == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (in.readUnsignedShort() != MAGIC) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(in.readUnsignedInt());
  }

  /** Reads the directory at {@code offset}. */
  static TiffDirectory read(ImageInputStream in, long offset) throws IOException {
    in.seek(offset);
    int count = in.readUnsignedShort();
    long subfile = 0;
    long width = 0;
    long height = 0;
    long bitsPerSample = 1;
    long samples = 1;
    long orientation = 1;
    double resolution = 0;
    long unit = UNIT_INCH;
    for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
      long entry = offset + 2 + (long) ENTRY_BYTES * i;
      in.seek(entry);
      int tag = in.readUnsignedShort();
      int type = in.readUnsignedShort();
      long values = in.readUnsignedInt();
      switch (tag) {
        case SUBFILE -> subfile = readWhole(in, type);
        case WIDTH -> width = readWhole(in, type);
        case HEIGHT -> height = readWhole(in, type);
        case BITS_PER_SAMPLE -> {
          if (values > MOST_INLINE) {
            in.seek(in.readUnsignedInt());
          }
          bitsPerSample = in.readUnsignedShort();
        }
        case SAMPLES_PER_PIXEL -> samples = readWhole(in, type);
        case ORIENTATION -> orientation = readWhole(in, type);
        case X_RESOLUTION -> resolution = readRational(in, type);
        case RESOLUTION_UNIT -> unit = readWhole(in, type);
        default -> {
          // About matters of other programs.
        }
      }
    }
    in.seek(offset + 2 + (long) ENTRY_BYTES * count);
    long next = in.readUnsignedInt();
    return new TiffDirectory(
        subfile,
        width,
        height,
        Math.clamp(bitsPerSample * samples, 1, Short.MAX_VALUE),
        (int) Math.min(orientation, Short.MAX_VALUE),
        perInch(resolution, unit),
        next);
  }

  private static long readWhole(ImageInputStream in, int type) throws IOException {
    return type == TYPE_SHORT ? in.readUnsignedShort() : in.readUnsignedInt();
  }

  private static double readRational(ImageInputStream in, int type) throws IOException {
    if (type != TYPE_RATIONAL) {
      return 0;
    }
    in.seek(in.readUnsignedInt());
    long numerator = in.readUnsignedInt();
    long denominator = in.readUnsignedInt();
    return denominator == 0 ? 0 : (double) numerator / denominator;
  }

  private static double perInch(double resolution, long unit) {
    if (unit == UNIT_INCH) {
      return resolution;
    }
    return unit == UNIT_CENTIMETRE ? Resolution.ofCentimetres(resolution) : 0;
  }
}
