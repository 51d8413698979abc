package confidant.ingest.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a WebP file says of itself (RFC 9649, section 2). Bytes, little-endian:
 *
 * <pre>
 *   file   char[4] "RIFF", u32 size, char[4] "WEBP", chunks
 *   chunk  char[4] type, u32 size, u8[size], u8 if the size is odd
 *   VP8X   u8 flags: 2 animated, u8[3], u24 width - 1, u24 height - 1
 *   "VP8 " u8[3], u8[3] start code, u16 width, u16 height, of which the lower 14 bits count
 *   VP8L   u8, u32: 14 bits width - 1, 14 bits height - 1
 *   EXIF   a TIFF file, which some programs let "Exif\0\0" precede
 * </pre>
 */
public final class WebpFile {

  private static final int FORM = 8;
  private static final int CHUNKS = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int ANIMATED = 2;
  private static final int SIZE_MASK = 0x3fff;
  private static final int SIZE_BITS = 14;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** The pixel, and as much again where it is packed without loss. */
  private static final int NATIVE_BYTES = 8;

  private final ByteBuffer in;
  private int width;
  private int height;
  private boolean pixels;
  private boolean animated;
  private byte @Nullable [] exif;

  private WebpFile(byte[] file) {
    in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the headers of all chunks.
   *
   * @throws CodecException if it is damaged or moves
   */
  public static WebpFile parse(byte[] file) throws CodecException {
    WebpFile picture = new WebpFile(file);
    try {
      picture.readChunks();
    } catch (IndexOutOfBoundsException e) {
      throw CodecException.damaged("It ends within a chunk");
    }
    if (picture.animated) {
      throw CodecException.unsupported("It moves");
    }
    if (!picture.pixels || picture.width < 1 || picture.height < 1) {
      throw CodecException.damaged("It has no pixels");
    }
    return picture;
  }

  /** Whether a file that starts with {@code head} is one; twelve bytes tell. */
  public static boolean begins(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith("RIFF") && start.startsWith("WEBP", FORM);
  }

  /** The notes of the camera, a TIFF file without pixels. */
  public Optional<byte[]> exif() {
    return Optional.ofNullable(exif);
  }

  Layout layout() {
    // Whether a pixel is opaque is always decoded.
    return new Layout(width, height, true, true, false, 8, 0, NATIVE_BYTES);
  }

  private void readChunks() throws CodecException {
    int end = (int) Math.min(in.limit(), CHUNK_HEADER + unsignedInt(4));
    int at = CHUNKS;
    while (end - at >= CHUNK_HEADER) {
      long size = unsignedInt(at + 4);
      int from = at + CHUNK_HEADER;
      if (size > end - from) {
        throw CodecException.damaged("It ends within a chunk");
      }
      int to = from + (int) size;
      readChunk(new String(in.array(), at, 4, StandardCharsets.ISO_8859_1), from, to);
      at = to + (int) (size % 2);
    }
  }

  private long unsignedInt(int at) {
    return Integer.toUnsignedLong(in.getInt(at));
  }

  private void readChunk(String type, int from, int to) {
    switch (type) {
      case "VP8X" -> {
        animated |= (in.get(from) & ANIMATED) != 0;
        grow((in.getInt(from + 3) >>> 8) + 1, (in.getInt(from + 6) >>> 8) + 1);
      }
      case "VP8 " -> {
        pixels = true;
        grow(in.getShort(from + 6) & SIZE_MASK, in.getShort(from + 8) & SIZE_MASK);
      }
      case "VP8L" -> {
        pixels = true;
        int sides = in.getInt(from + 1);
        grow((sides & SIZE_MASK) + 1, ((sides >>> SIZE_BITS) & SIZE_MASK) + 1);
      }
      case "EXIF" -> {
        byte[] notes = Arrays.copyOfRange(in.array(), from, to);
        boolean named = notes.length > EXIF.length && startsWithName(notes);
        exif = named ? Arrays.copyOfRange(notes, EXIF.length, notes.length) : notes;
      }
      default -> {
        // Profiles, opacity, frames of what moves.
      }
    }
  }

  /** The sides stand in two places; the decoder refuses a file where they differ. */
  private void grow(int across, int down) {
    width = Math.max(width, across);
    height = Math.max(height, down);
  }

  private static boolean startsWithName(byte[] notes) {
    return Arrays.equals(notes, 0, EXIF.length, EXIF, 0, EXIF.length);
  }
}
