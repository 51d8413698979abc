package confidant.ingest.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a JPEG 2000 picture says of itself: a codestream (ISO/IEC 15444-1, annex A), bare or in the
 * boxes of a JP2 file (annex I). Bytes, big-endian:
 *
 * <pre>
 *   box   u32 length with itself; 1: u64 length after the type; 0: to the end, char[4] type
 *   jp2h  boxes colr, pclr, cdef and "res ", which is one of boxes itself
 *   colr  u8 method: 1 is by number, u8, u8, u32 number of the colour space
 *   cdef  u16 count, (u16 channel, u16 type: 1 or 2 is opacity, u16 colour)[]
 *   resc  u16 / u16 pixels per metre down, u16 / u16 across, i8 power of ten down, i8 across;
 *         resd, how it is to be shown, is of the same form
 *   jp2c  codestream: u16 SOC, segments, u16 SOT and what is packed
 *   SIZ   u16 marker, u16 length, u16, u32 right, u32 bottom, u32 left, u32 top, u32 tile width,
 *         u32 tile height, u32 left of tiles, u32 top of tiles, u16 channels,
 *         (u8 bits - 1 and 128 if signed, u8 pixels across, u8 pixels down)[]
 *   COD   u16 marker, u16 length, u8 flags: 1 precincts, u8, u16 layers, u8, u8 halvings,
 *         u8 and u8 sides of blocks, powers of two less 2, u8, u8, u8[] sides of precincts:
 *         4 bits down, 4 bits across, powers of two
 *   COC   u16 marker, u16 length, u8 channel (u16 if there are more than 256), u8, u8 halvings
 * </pre>
 */
public final class Jpeg2000File {

  /** The first bytes of a codestream and of a file, each as one character. */
  private static final String CODESTREAM_START = "\u00ffO\u00ffQ";

  private static final String FILE_START = "\0\0\0\u000cjP  \r\n\u0087\n";

  private static final int BOX_HEADER = 8;
  private static final int LONG_BOX_HEADER = 16;

  /** Boxes lie in each other no deeper than this. */
  private static final int DEEPEST = 2;

  private static final int SOC = 0xff4f;
  private static final int SIZ = 0xff51;
  private static final int COD = 0xff52;
  private static final int COC = 0xff53;
  private static final int SOT = 0xff90;
  private static final int FIRST_MARKER = 0xff00;

  private static final int SRGB = 16;
  private static final int GREY = 17;
  private static final int LUMA_AND_CHROMA = 18;

  private static final int MOST_CHANNELS = 4;
  private static final int MOST_BITS = 8;
  private static final int MOST_HALVINGS = 32;

  /** Sides of precincts where none are given. */
  private static final int WHOLE_PRECINCTS = 0xff;

  /** Bytes of {@link #plain} before the codestream. */
  private static final int PLAIN_HEADER = 85;

  private final ByteBuffer in;
  private int colorSpace = -1;
  private boolean opacityTold;
  private boolean palette;
  private double pixelsPerMetre;
  private int start = -1;
  private int end;
  private int width;
  private int height;
  private int channels;
  private int bits;
  private int halvings = MOST_HALVINGS;

  private Jpeg2000File(byte[] file) {
    in = ByteBuffer.wrap(file);
  }

  /**
   * Reads all up to what is packed.
   *
   * @throws CodecException if it is damaged, too large or of a rare variant
   */
  public static Jpeg2000File parse(byte[] file) throws CodecException {
    Jpeg2000File picture = new Jpeg2000File(file);
    try {
      if (file.length > 1 && picture.unsignedShort(0) == SOC) {
        picture.start = 0;
        picture.end = file.length;
      } else {
        picture.readBoxes(0, file.length, 0);
      }
      if (picture.start < 0) {
        throw CodecException.damaged("It has no pixels");
      }
      picture.readCodestream();
    } catch (IndexOutOfBoundsException e) {
      throw CodecException.damaged("It ends before its pixels");
    }
    picture.checkChannels();
    return picture;
  }

  /** Whether a file that starts with {@code head} is one; twelve bytes tell. */
  public static boolean begins(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith(CODESTREAM_START) || start.startsWith(FILE_START);
  }

  /** Pixels per metre across, or 0 if the file does not say. */
  public double pixelsPerMetre() {
    return pixelsPerMetre;
  }

  Layout layout() {
    boolean colored = channels > 2;
    return new Layout(
        width,
        height,
        colored,
        channels % 2 == 0,
        colored && colorSpace == LUMA_AND_CHROMA,
        bits,
        halvings,
        // A number for each sample, and the pixel that is made of them.
        Integer.BYTES * (channels + 1));
  }

  /**
   * The picture as a JP2 file that holds nothing else: no profiles, palettes or texts. Its header
   * says what Leptonica wants to hear, eight bits and not two channels; the codestream says it
   * again, and is what is decoded by.
   */
  byte[] plain() {
    int length = end - start;
    ByteBuffer out = ByteBuffer.allocate(PLAIN_HEADER + length);
    out.putInt(12).put(ascii("jP  ")).putInt(0x0d0a870a);
    out.putInt(20).put(ascii("ftypjp2 ")).putInt(0).put(ascii("jp2 "));
    out.putInt(45).put(ascii("jp2h"));
    out.putInt(22).put(ascii("ihdr")).putInt(height).putInt(width);
    out.putShort((short) (channels == 2 ? 1 : channels));
    // Packed as part 1 of the standard says; the colour space is known; no rights are claimed.
    out.put((byte) (MOST_BITS - 1)).put((byte) 7).put((byte) 0).put((byte) 0);
    out.putInt(15).put(ascii("colr")).put((byte) 1).put((byte) 0).put((byte) 0);
    out.putInt(channels > 2 ? SRGB : GREY);
    out.putInt(BOX_HEADER + length).put(ascii("jp2c")).put(in.array(), start, length);
    return out.array();
  }

  private void readBoxes(int from, int to, int depth) {
    int at = from;
    while (to - at >= BOX_HEADER && start < 0) {
      long length = Integer.toUnsignedLong(in.getInt(at));
      int header = BOX_HEADER;
      if (length == 1) {
        length = in.getLong(at + BOX_HEADER);
        header = LONG_BOX_HEADER;
      }
      boolean last = length < header || length > to - at;
      int next = last ? to : at + (int) length;
      if (at + header <= next) {
        readBox(at, at + header, next, depth);
      }
      at = next;
    }
  }

  private void readBox(int box, int from, int to, int depth) {
    switch (new String(in.array(), box + Integer.BYTES, 4, StandardCharsets.ISO_8859_1)) {
      case "jp2h", "res " -> {
        if (depth < DEEPEST) {
          readBoxes(from, to, depth + 1);
        }
      }
      case "colr" -> {
        if (colorSpace < 0 && in.get(from) == 1) {
          colorSpace = in.getInt(from + 3);
        }
      }
      case "pclr" -> palette = true;
      case "cdef" -> readOpacity(from);
      case "resc" -> pixelsPerMetre = resolution(from);
      case "resd" -> pixelsPerMetre = pixelsPerMetre > 0 ? pixelsPerMetre : resolution(from);
      case "jp2c" -> {
        start = from;
        end = to;
      }
      default -> {
        // Texts, signatures, addresses.
      }
    }
  }

  private void readOpacity(int from) {
    for (int i = 0; i < unsignedShort(from); i++) {
      int type = unsignedShort(from + 4 + 6 * i);
      opacityTold |= type == 1 || type == 2;
    }
  }

  private double resolution(int from) {
    double fraction = unsignedShort(from + 4) / (double) Math.max(1, unsignedShort(from + 6));
    return fraction * Math.pow(10, in.get(from + 9));
  }

  private void readCodestream() throws CodecException {
    int at = start + 2;
    if (unsignedShort(start) != SOC || unsignedShort(at) != SIZ) {
      throw CodecException.damaged("Its pixels come before its size");
    }
    readSize(at);
    int marker = SIZ;
    while (marker != SOT) {
      if (marker < FIRST_MARKER) {
        throw CodecException.damaged("Its segments do not follow each other");
      }
      if (marker == COD) {
        readCoding(at);
      } else if (marker == COC) {
        halvings = Math.min(halvings, in.get(at + (channels > 256 ? 7 : 6)) & 0xff);
      }
      at += 2 + unsignedShort(at + 2);
      marker = unsignedShort(at);
    }
  }

  private void readSize(int at) throws CodecException {
    long across = unsignedInt(at + 6) - unsignedInt(at + 14);
    long down = unsignedInt(at + 10) - unsignedInt(at + 18);
    long tileWidth = unsignedInt(at + 22);
    long tileHeight = unsignedInt(at + 26);
    channels = unsignedShort(at + 38);
    if (across < 1 || down < 1 || tileWidth < 1 || tileHeight < 1 || channels < 1) {
      throw CodecException.damaged("It has no size");
    }
    long tiles =
        Math.ceilDiv(unsignedInt(at + 6) - unsignedInt(at + 30), tileWidth)
            * Math.ceilDiv(unsignedInt(at + 10) - unsignedInt(at + 34), tileHeight);
    long most = CodecLimits.PIXELS;
    if (across > most || down > most || across * down > most || tiles > CodecLimits.TILES) {
      throw CodecException.tooLarge(across + " x " + down + " pixels in " + tiles + " tiles");
    }
    width = (int) across;
    height = (int) down;
    bits = (in.get(at + 40) & 0x7f) + 1;
    for (int i = 0; i < Math.min(channels, MOST_CHANNELS); i++) {
      int channel = at + 40 + 3 * i;
      boolean alike = in.get(channel) == bits - 1;
      // Leptonica takes for granted that channels are alike, and that none lacks pixels.
      if (!alike || bits > MOST_BITS || in.get(channel + 1) != 1 || in.get(channel + 2) != 1) {
        throw CodecException.unsupported("Its channels differ, or are finer than 8 bits");
      }
    }
  }

  /** The decoder keeps a record of each block and each packet. */
  private void readCoding(int at) throws CodecException {
    int levels = in.get(at + 9) & 0xff;
    halvings = Math.min(halvings, levels);
    boolean precincts = (in.get(at + 4) & 1) != 0;
    long packets = 0;
    for (int level = 0; level <= levels; level++) {
      int sides = precincts ? in.get(at + 14 + level) & 0xff : WHOLE_PRECINCTS;
      int halved = Math.min(levels - level, MOST_HALVINGS);
      packets +=
          Math.ceilDiv((long) width, 1L << (halved + (sides & 0xf)))
              * Math.ceilDiv((long) height, 1L << (halved + (sides >> 4)));
    }
    packets *= (long) channels * unsignedShort(at + 6);
    int block = (in.get(at + 10) & 0xf) + (in.get(at + 11) & 0xf) + 4;
    long blocks = ((long) width * height * channels) >> block;
    if (packets > CodecLimits.PARTS || blocks > CodecLimits.PARTS) {
      throw CodecException.tooLarge(packets + " packets and " + blocks + " blocks");
    }
  }

  private void checkChannels() throws CodecException {
    boolean fourthIsKnown = opacityTold || colorSpace == SRGB || colorSpace == LUMA_AND_CHROMA;
    if (palette || channels > MOST_CHANNELS || (channels == MOST_CHANNELS && !fourthIsKnown)) {
      throw CodecException.unsupported("It has a palette, or is printed by inks");
    }
  }

  private int unsignedShort(int at) {
    return Short.toUnsignedInt(in.getShort(at));
  }

  private long unsignedInt(int at) {
    return Integer.toUnsignedLong(in.getInt(at));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
