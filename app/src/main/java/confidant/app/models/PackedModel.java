package confidant.app.models;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A checkpoint folder packed into one stream. Most of its bytes are rows of zeros, which are left
 * out and become holes where the file system has them.
 *
 * <p>Bytes, high ones first: {@code int} {@link #MAGIC}; {@code int} number of files; each file:
 * {@code UTF} name, {@code long} length, {@code int} number of pieces; each piece: {@code int}
 * number of runs; each run: {@code long} where in the file, {@code int} length; then {@code int}
 * CRC-32C of all runs, {@code byte} lanes, {@code int} packed length, the packed bytes. They are
 * deflated without header. With two lanes all bytes of even places stand before those of odd
 * places: the high halves of bfloat16 are much alike.
 */
public final class PackedModel {
  /** "CDM1". */
  public static final int MAGIC = 0x43444D31;

  /** Most bytes of a piece, all runs together. */
  public static final int PIECE = 1 << 18;

  private static final String DAMAGED = "the packed model is damaged";

  private final DataInputStream in;

  private PackedModel(InputStream packed) throws IOException {
    in = new DataInputStream(new BufferedInputStream(packed));
    if (in.readInt() != MAGIC) {
      throw new IOException("the packed model is none");
    }
  }

  /**
   * Whether {@code folder} holds what {@code packed} does. Holes are taken for whole where the
   * length is right.
   */
  public static boolean holds(InputStream packed, Path folder) throws IOException {
    PackedModel model = new PackedModel(packed);
    for (int files = model.in.readInt(); files > 0; files--) {
      if (!model.matchesNext(folder)) {
        return false;
      }
    }
    return true;
  }

  /** Unpacks into {@code folder}, which is made; a file that is there is overwritten. */
  public static void unpack(InputStream packed, Path folder) throws IOException {
    PackedModel model = new PackedModel(packed);
    Files.createDirectories(folder);
    for (int files = model.in.readInt(); files > 0; files--) {
      model.unpackNext(folder);
    }
  }

  /** Bytes that lie side by side in a file. */
  private record Run(long at, int length) {}

  /** What stands before the bytes of a piece. */
  private record Piece(List<Run> runs, int length, int checksum, int lanes, int packedLength) {}

  private Piece piece() throws IOException {
    List<Run> runs = new ArrayList<>();
    long length = 0;
    for (int left = in.readInt(); left > 0; left--) {
      Run run = new Run(in.readLong(), in.readInt());
      length += run.length;
      runs.add(run);
      if (run.at < 0 || run.length < 1 || length > PIECE) {
        throw new IOException(DAMAGED);
      }
    }
    Piece piece = new Piece(runs, (int) length, in.readInt(), in.readUnsignedByte(), in.readInt());
    if (piece.lanes < 1 || piece.packedLength < 1 || piece.packedLength > 2 * PIECE) {
      throw new IOException(DAMAGED);
    }
    return piece;
  }

  private void unpackNext(Path folder) throws IOException {
    Path file = folder.resolve(in.readUTF());
    long length = in.readLong();
    Files.deleteIfExists(file);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      write(out, length - 1, ByteBuffer.allocate(1));
      for (int pieces = in.readInt(); pieces > 0; pieces--) {
        Piece piece = piece();
        byte[] bytes = merge(inflate(in.readNBytes(piece.packedLength), piece.length), piece.lanes);
        if (checksum(bytes) != piece.checksum) {
          throw new IOException(DAMAGED);
        }
        int from = 0;
        for (Run run : piece.runs) {
          write(out, run.at, ByteBuffer.wrap(bytes, from, run.length));
          from += run.length;
        }
      }
    }
  }

  private boolean matchesNext(Path folder) throws IOException {
    Path file = folder.resolve(in.readUTF());
    long length = in.readLong();
    if (!Files.isRegularFile(file) || Files.size(file) != length) {
      return false;
    }
    try (FileChannel there = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int pieces = in.readInt(); pieces > 0; pieces--) {
        Piece piece = piece();
        in.skipNBytes(piece.packedLength);
        ByteBuffer bytes = ByteBuffer.allocate(piece.length);
        for (Run run : piece.runs) {
          read(there, run.at, bytes.limit(bytes.position() + run.length));
        }
        if (checksum(bytes.array()) != piece.checksum) {
          return false;
        }
      }
    }
    return true;
  }

  /** Fills {@code bytes} up to its limit; what a file that was cut short lacks stays zeros. */
  private static void read(FileChannel in, long at, ByteBuffer bytes) throws IOException {
    long next = at;
    while (bytes.hasRemaining()) {
      int read = in.read(bytes, next);
      if (read < 0) {
        bytes.position(bytes.limit());
      }
      next += read;
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private static byte[] inflate(byte[] packed, int length) throws IOException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int done = 0;
      while (done < length) {
        int some = inflater.inflate(bytes, done, length - done);
        if (some == 0) {
          throw new IOException(DAMAGED);
        }
        done += some;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException(DAMAGED, e);
    }
  }

  /** Puts the bytes of all lanes back in turn. */
  private static byte[] merge(byte[] parted, int lanes) {
    if (lanes == 1) {
      return parted;
    }
    byte[] merged = new byte[parted.length];
    int from = 0;
    for (int lane = 0; lane < lanes; lane++) {
      for (int to = lane; to < merged.length; to += lanes) {
        merged[to] = parted[from++];
      }
    }
    return merged;
  }

  private static void write(FileChannel out, long at, ByteBuffer bytes) throws IOException {
    long next = at;
    while (bytes.hasRemaining()) {
      next += out.write(bytes, next);
    }
  }
}
