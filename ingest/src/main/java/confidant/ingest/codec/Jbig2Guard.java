package confidant.ingest.codec;

import java.nio.ByteBuffer;

/**
 * Looks at the segments of a JBIG2 stream (ITU-T T.88) before they are decoded: a few bytes can ask
 * for bitmaps and lists of any size. Bytes, big-endian:
 *
 * <pre>
 *   segment     u32 number, u8 flags: 6 bits type, 64: long page number,
 *               u8: 3 bits count of references; if more than 4: u32, 29 bits count, (count + 8) / 8
 *               bytes follow, u8 to u32[count], u8 or u32 page, u32 length, u8[length]
 *   page        u32 width, u32 height or -1, u32, u32, u8, u16
 *   stripe end  u32 last row
 *   region      u32 width, u32 height, u32 left, u32 top, u8
 *   text        region, u16 flags: 1 Huffman, 2 refined, 1 &lt;&lt; 15 template, u16 if Huffman,
 *               u8[4] if refined by template 0, u32 places
 *   halftone    region, u8, u32 columns, u32 rows
 *   symbols     u16 flags: 1 Huffman, 2 refined, 2 bits from 10 template, 1 &lt;&lt; 12 template of
 *               refinement, u8[8 or 2] unless Huffman, u8[4] if refined by template 0,
 *               u32 exported, u32 new
 *   patterns    u8, u8 width, u8 height, u32 highest
 * </pre>
 */
final class Jbig2Guard {

  /** How files begin that are not part of a PDF, whose segments may lie in another order. */
  private static final long FILE_START = 0x974a42320d0a1a0aL;

  private static final int LEAST_SEGMENT = 11;

  /** A length that is found by decoding. */
  private static final long UNKNOWN_LENGTH = 0xffffffffL;

  private static final int TYPE_MASK = 0x3f;
  private static final int LONG_PAGE = 0x40;

  private static final int SYMBOLS = 0;
  private static final int PATTERNS = 16;
  private static final int PAGE = 48;
  private static final int STRIPE_END = 50;
  private static final int FILE_END = 51;

  private static final int REGION_BYTES = 17;

  private final ByteBuffer in;
  private long pageWidth;
  private long allPixels;

  private Jbig2Guard(byte[] stream) {
    in = ByteBuffer.wrap(stream);
  }

  /**
   * Checks a stream of segments as PDF files hold it.
   *
   * @throws CodecException if decoding it would take too much, or it is cut off: the decoder would
   *     make white paper of what is missing
   */
  static void check(byte[] stream) throws CodecException {
    Jbig2Guard guard = new Jbig2Guard(stream);
    try {
      if (guard.in.getLong(0) == FILE_START) {
        throw CodecException.unsupported("It is a file of its own");
      }
      long at = 0;
      while (stream.length - at >= LEAST_SEGMENT) {
        at = guard.checkSegment((int) at);
      }
    } catch (IndexOutOfBoundsException e) {
      throw CodecException.damaged("It ends within a segment");
    }
  }

  /** Returns where the next segment begins. */
  private long checkSegment(int at) throws CodecException {
    int number = in.getInt(at);
    int flags = in.get(at + 4);
    long count = Byte.toUnsignedLong(in.get(at + 5)) >>> 5;
    long next = at + 6L;
    if (count > 4) {
      count = in.getInt(at + 5) & 0x1fffffff;
      next = at + 9 + (count + 8) / 8;
    }
    if (count > CodecLimits.REFERENCES) {
      throw CodecException.tooLarge(count + " references");
    }
    next += count * referenceBytes(number) + ((flags & LONG_PAGE) == 0 ? 1 : 4);
    long length = unsignedInt(next);
    int data = Math.toIntExact(next + 4);
    int type = flags & TYPE_MASK;
    if (type == FILE_END) {
      return in.limit();
    }
    if (length > in.limit() - data && length != UNKNOWN_LENGTH) {
      throw CodecException.damaged("It ends within a segment");
    }
    if (length > 0) {
      checkData(type, data);
    }
    return data + length;
  }

  private static int referenceBytes(int number) {
    if (number <= 256) {
      return 1;
    }
    return number <= 65536 ? 2 : 4;
  }

  private void checkData(int type, int at) throws CodecException {
    switch (type) {
      case SYMBOLS -> checkSymbols(at);
      case PATTERNS ->
          add((unsignedInt(at + 3) + 1) * (in.get(at + 1) & 0xff), in.get(at + 2) & 0xff);
      case 4, 6, 7 -> {
        add(unsignedInt(at), unsignedInt(at + 4));
        checkPlaces(at + REGION_BYTES);
      }
      case 20, 22, 23 -> {
        add(unsignedInt(at), unsignedInt(at + 4));
        add(unsignedInt(at + REGION_BYTES + 1), unsignedInt(at + REGION_BYTES + 5));
      }
      case 36, 38, 39, 40, 42, 43 -> add(unsignedInt(at), unsignedInt(at + 4));
      case PAGE -> {
        pageWidth = unsignedInt(at);
        boolean endsWithStripe = in.getInt(at + 4) == -1;
        add(pageWidth, endsWithStripe ? 1 : unsignedInt(at + 4));
      }
      case STRIPE_END -> pixels(pageWidth, unsignedInt(at) + 1);
      default -> {
        // Tables of codes, remarks.
      }
    }
  }

  private void checkSymbols(int from) throws CodecException {
    int flags = in.getShort(from);
    int at = from + 2;
    boolean huffman = (flags & 1) != 0;
    boolean refined = (flags & 2) != 0;
    if (!huffman) {
      at += ((flags >> 10) & 3) == 0 ? 8 : 2;
    }
    if (refined && ((flags >> 12) & 1) == 0) {
      at += 4;
    }
    checkCount(unsignedInt(at));
    checkCount(unsignedInt(at + 4));
  }

  private void checkPlaces(int from) throws CodecException {
    int flags = in.getShort(from);
    boolean huffman = (flags & 1) != 0;
    boolean refined = (flags & 2) != 0;
    int at = from + 2 + (huffman ? 2 : 0) + (refined && ((flags >> 15) & 1) == 0 ? 4 : 0);
    checkCount(unsignedInt(at));
  }

  private static void checkCount(long symbols) throws CodecException {
    if (symbols > CodecLimits.SYMBOLS) {
      throw CodecException.tooLarge(symbols + " symbols");
    }
  }

  private void add(long width, long height) throws CodecException {
    allPixels += pixels(width, height);
    if (allPixels > CodecLimits.ALL_BITMAP_PIXELS) {
      throw CodecException.tooLarge(allPixels + " pixels in all");
    }
  }

  private static long pixels(long width, long height) throws CodecException {
    long most = CodecLimits.BITMAP_PIXELS;
    if (width > most || height > most || width * height > most) {
      throw CodecException.tooLarge(width + " x " + height + " pixels");
    }
    return width * height;
  }

  private long unsignedInt(long at) {
    return Integer.toUnsignedLong(in.getInt(Math.toIntExact(at)));
  }
}
