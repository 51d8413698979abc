package confidant.ingest.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B): reads what is of use in them and leaves out
 * what the decoder does not need. Bytes, big-endian:
 *
 * <pre>
 *   segment  u8 0xff, u8 marker, u16 length with itself, u8[length - 2]
 *   SOF      u8 bits, u16 height, u16 width, u8 components, (u8 id, u8 sampling, u8 table)[]
 *   JFIF     char[5] "JFIF\0", u16 version, u8 unit: 1 inch, 2 centimetre, u16 across, u16 down
 *   Adobe    char[5] "Adobe", u16 version, u16 flags, u16 flags, u8 transform
 *   Exif     char[6] "Exif\0\0", a TIFF file
 * </pre>
 */
final class JpegFile {

  /** How four components say what is printed. */
  enum Inks {
    /** There are one or three components. */
    NONE,
    /** 255 is full ink. */
    PLAIN,
    /** 0 is full ink, as Adobe writes it. */
    INVERTED,
    /** The same after the transform to luma and chroma, black apart. */
    INVERTED_LUMA
  }

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final int TEM = 0x01;
  private static final int RST0 = 0xd0;

  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

  /** Without it the decoder guesses what the components mean. */
  private static final byte[] JFIF_SEGMENT = {
    (byte) 0xff, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  private static final int ADOBE_TRANSFORM = 11;
  private static final int LUMA_TRANSFORM = 2;

  private final byte[] file;

  /** Segments before the first scan that the decoder needs. */
  private final ByteArrayOutputStream tables = new ByteArrayOutputStream();

  /** Where it has got to. */
  private int at = 2;

  private int scansAt;
  private long pixels;
  private int components;
  private boolean namedByColor;
  private boolean jfif;
  private int adobeTransform = -1;
  private double jfifPerInch;
  private ExifNotes exif = ExifNotes.NONE;
  private int scans;
  private boolean complete;

  private JpegFile(byte[] file) {
    this.file = file;
  }

  /** Reads the segments of {@code file}. */
  static JpegFile parse(byte[] file) throws UnreadablePictureException {
    JpegFile jpeg = new JpegFile(file);
    jpeg.readTables();
    jpeg.scansAt = jpeg.at;
    jpeg.readScans();
    jpeg.checkWork();
    return jpeg;
  }

  /** The file without colour profiles, texts and thumbnails. */
  CleanPicture clean() {
    boolean plain = adobeTransform < 0 && components == 3 && !namedByColor;
    byte[] start = jfif || plain ? JFIF_SEGMENT : new byte[0];
    ByteBuffer out = ByteBuffer.allocate(2 + start.length + tables.size() + at - scansAt);
    out.put((byte) 0xff).put((byte) SOI).put(start).put(tables.toByteArray());
    out.put(file, scansAt, at - scansAt);
    double believed = Resolution.believed(jfifPerInch);
    return new CleanPicture(
        out.array(), believed > 0 ? believed : exif.pixelsPerInch(), exif.turn());
  }

  Inks inks() {
    if (components != 4) {
      return Inks.NONE;
    }
    if (adobeTransform < 0) {
      return Inks.PLAIN;
    }
    return adobeTransform == LUMA_TRANSFORM ? Inks.INVERTED_LUMA : Inks.INVERTED;
  }

  /** Whether the data goes on to the end mark; if not, the lowest rows may be missing. */
  boolean isComplete() {
    return complete;
  }

  /** Whether each scan holds part of all rows, so that a file cut off is blurred as a whole. */
  boolean hasSeveralScans() {
    return scans > 1;
  }

  /** Goes through all segments before the first scan. */
  private void readTables() throws UnreadablePictureException {
    for (int marker = nextMarker(); marker != SOS; marker = nextMarker()) {
      if (marker == EOI) {
        throw UnreadablePictureException.damaged("It has no pixels");
      }
      if (marker == SOI || isAlone(marker)) {
        at += 2;
        continue;
      }
      int length = segmentLength();
      boolean useful = readSegment(marker, at + 4, length - 2);
      if (useful) {
        tables.write(file, at, 2 + length);
      }
      at += 2 + length;
    }
    if (components == 0) {
      throw UnreadablePictureException.damaged("Its pixels come before its size");
    }
  }

  /** Goes through the scans, to the end mark or the end of the file. */
  private void readScans() throws UnreadablePictureException {
    while (at < file.length - 1) {
      int marker = (file[at] & 0xff) == 0xff ? file[at + 1] & 0xff : 0;
      if (marker == EOI) {
        at += 2;
        complete = true;
        return;
      }
      if (marker == 0 || marker == 0xff || isAlone(marker)) {
        at++;
        continue;
      }
      if (marker == SOS) {
        scans++;
      }
      if (file.length - at < 4 || 2 + segmentLength() > file.length - at) {
        break;
      }
      at += 2 + segmentLength();
    }
    at = file.length;
  }

  private void checkWork() throws UnreadablePictureException {
    boolean large = scans > 1 && pixels > PictureLimits.SCANNED_PIXELS;
    if (large || scans > PictureLimits.SCAN_WORK / Math.max(1, pixels)) {
      throw UnreadablePictureException.tooLarge(scans + " scans of " + pixels + " pixels");
    }
  }

  /** The marker at or after this place, which then becomes its place. */
  private int nextMarker() throws UnreadablePictureException {
    while (at < file.length - 3) {
      int marker = file[at + 1] & 0xff;
      if ((file[at] & 0xff) == 0xff && marker != 0 && marker != 0xff) {
        return marker;
      }
      at++;
    }
    throw UnreadablePictureException.damaged("It ends before its pixels");
  }

  private int segmentLength() throws UnreadablePictureException {
    int length = unsignedShort(at + 2);
    if (length < 2 || (scans == 0 && length > file.length - at - 2)) {
      throw UnreadablePictureException.damaged("It ends within a segment");
    }
    return length;
  }

  /**
   * Reads the data of a segment.
   *
   * @return whether the decoder needs it
   */
  private boolean readSegment(int marker, int from, int length) throws UnreadablePictureException {
    return switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> {
        readSize(from, length);
        yield true;
      }
      // Huffman tables, quantisation tables, restart interval
      case 0xc4, 0xdb, 0xdd -> true;
      case 0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf ->
          throw UnreadablePictureException.unsupported("A rare kind of JPEG");
      case APP0 -> {
        readJfif(from, length);
        yield false;
      }
      case APP1 -> {
        readExif(from, length);
        yield false;
      }
      case APP14 -> {
        boolean adobe = begins(from, length, ADOBE) && length > ADOBE_TRANSFORM;
        if (adobe) {
          adobeTransform = file[from + ADOBE_TRANSFORM] & 0xff;
        }
        yield adobe;
      }
      default -> false;
    };
  }

  private void readSize(int from, int length) throws UnreadablePictureException {
    if (length < 6 || length < 6 + 3 * (file[from + 5] & 0xff)) {
      throw UnreadablePictureException.damaged("Its size is cut off");
    }
    if (file[from] != 8) {
      throw UnreadablePictureException.unsupported("Samples of other than 8 bits");
    }
    pixels = (long) unsignedShort(from + 1) * unsignedShort(from + 3);
    components = file[from + 5] & 0xff;
    namedByColor =
        components == 3 && file[from + 6] == 'R' && file[from + 9] == 'G' && file[from + 12] == 'B';
  }

  private void readJfif(int from, int length) {
    if (!begins(from, length, JFIF) || length < 12) {
      return;
    }
    jfif = true;
    int across = unsignedShort(from + 8);
    jfifPerInch =
        switch (file[from + 7]) {
          case 1 -> across;
          case 2 -> Resolution.ofCentimetres(across);
          default -> 0;
        };
  }

  private void readExif(int from, int length) {
    if (!begins(from, length, EXIF)) {
      return;
    }
    exif = ExifNotes.of(Arrays.copyOfRange(file, from + EXIF.length, from + length));
  }

  private boolean begins(int from, int length, byte[] prefix) {
    return length >= prefix.length
        && Arrays.equals(file, from, from + prefix.length, prefix, 0, prefix.length);
  }

  private int unsignedShort(int from) {
    return ((file[from] & 0xff) << 8) | (file[from + 1] & 0xff);
  }

  /** Whether a marker has no data: a restart, or the one for temporary use. */
  private static boolean isAlone(int marker) {
    return marker == TEM || (marker >= RST0 && marker < SOI);
  }
}
