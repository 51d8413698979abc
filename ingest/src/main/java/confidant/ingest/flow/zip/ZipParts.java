package confidant.ingest.flow.zip;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowLimits;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The parts of a zip file in memory, found by its central directory:
 *
 * <pre>
 * end record:  50 4B 05 06, 12 bytes, u32 offset of the directory, u16 length of the comment
 * directory:   50 4B 01 02, u16 flags at 8, method at 10, u32 CRC-32 at 16,
 *              u32 packed size at 20, u16 lengths of name,
 *              extra field and comment at 28, u32 offset of the local header at 42, name at 46
 * local header: 50 4B 03 04, u16 lengths of name and extra field at 26, 30 bytes in all, then data
 * </pre>
 *
 * <p>All parts together unpack to at most {@link FlowLimits#UNPACKED_BYTES}, however often they are
 * read, so that no small file can unfold without end.
 */
public final class ZipParts {

  private static final int END_RECORD = 0x06054B50;
  private static final int END_RECORD_LENGTH = 22;
  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final int DIRECTORY_ENTRY_LENGTH = 46;
  private static final int LOCAL_HEADER = 0x04034B50;
  private static final int LOCAL_HEADER_LENGTH = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final ByteBuffer bytes;
  private final Map<String, Part> parts = new HashMap<>();
  private long unpacked;

  private ZipParts(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Opens a zip file.
   *
   * @throws IOException if it has no directory that can be read
   */
  public static ZipParts of(byte[] bytes) throws IOException {
    ZipParts zip = new ZipParts(bytes);
    try {
      zip.readDirectory();
    } catch (IndexOutOfBoundsException e) {
      throw new ZipException("the directory leads out of the file");
    }
    return zip;
  }

  public Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  public boolean contains(String name) {
    return parts.containsKey(name);
  }

  /** Length of a part as it is stored, in bytes. */
  public long packedSize(String name) {
    Part part = parts.get(name);
    return part == null ? 0 : part.size();
  }

  /**
   * Opens a part.
   *
   * @throws IOException if there is none of that name, or if it is packed in an unusual way
   */
  public InputStream open(String name) throws IOException {
    Part part = parts.get(name);
    if (part == null) {
      throw new FileNotFoundException("a part is missing");
    }
    try {
      return new Counted(open(part), part.checkSum());
    } catch (IndexOutOfBoundsException e) {
      throw new ZipException("a part lies outside of the file");
    }
  }

  private InputStream open(Part part) throws IOException {
    if (bytes.getInt(part.header()) != LOCAL_HEADER) {
      throw new ZipException("a part has no header");
    }
    int names = u16(part.header() + 26) + u16(part.header() + 28);
    int start = part.header() + LOCAL_HEADER_LENGTH + names;
    int rest = bytes.limit() - start;
    // The packed size may be left to a 64-bit field, but deflated data know their own end.
    int length = part.size() > rest && part.method() == DEFLATED ? rest : (int) part.size();
    InputStream data = new ByteArrayInputStream(bytes.array(), start, length);
    return switch (part.method()) {
      case STORED -> data;
      case DEFLATED -> new InflaterInputStream(data, new Inflater(true));
      default -> throw new ZipException("a part is packed in an unknown way");
    };
  }

  private void readDirectory() throws IOException {
    int at = bytes.getInt(endRecord() + 16);
    while (at + DIRECTORY_ENTRY_LENGTH <= bytes.limit() && bytes.getInt(at) == DIRECTORY_ENTRY) {
      int nameLength = u16(at + 28);
      String name =
          new String(
              bytes.array(), at + DIRECTORY_ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
      long size = Integer.toUnsignedLong(bytes.getInt(at + 20));
      long checkSum = Integer.toUnsignedLong(bytes.getInt(at + 16));
      parts.put(name, new Part(u16(at + 10), size, checkSum, bytes.getInt(at + 42)));
      at += DIRECTORY_ENTRY_LENGTH + nameLength + u16(at + 30) + u16(at + 32);
    }
    if (parts.isEmpty()) {
      throw new ZipException("the directory is empty");
    }
  }

  private int endRecord() throws ZipException {
    for (int at = bytes.limit() - END_RECORD_LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == END_RECORD) {
        return at;
      }
    }
    throw new ZipException("there is no directory");
  }

  private int u16(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /**
   * A part.
   *
   * @param method how it is packed
   * @param size packed, in bytes
   * @param checkSum CRC-32 of the data as they are unpacked
   * @param header where its local header begins
   */
  private record Part(int method, long size, long checkSum, int header) {}

  /** Counts what all parts give, and checks at the end that nothing was altered. */
  private final class Counted extends FilterInputStream {

    private final CRC32 sum = new CRC32();
    private final long expected;

    Counted(InputStream in, long expected) {
      super(in);
      this.expected = expected;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read < 0) {
        if (sum.getValue() != expected) {
          throw new ZipException("a part is damaged");
        }
        return read;
      }
      sum.update(target, offset, read);
      count(read);
      return read;
    }

    private void count(int read) {
      unpacked += read;
      if (unpacked > FlowLimits.UNPACKED_BYTES) {
        throw new LimitExceededException("the parts unpack to too many bytes");
      }
    }
  }
}
