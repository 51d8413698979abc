package confidant.demo.checkpoint;

import confidant.app.models.PackedModel;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Packs a checkpoint folder as {@link PackedModel} describes. */
public final class ModelPacker {
  /** Zeros between two pieces that are worth a piece of their own. */
  private static final int GAP = 64;

  private static final int BLOCK = 1 << 20;

  /** Bytes after which a run is ended. */
  private static final int LONGEST = 1 << 16;

  private ModelPacker() {}

  /** Some bytes of a file that are not all zeros. */
  private record Run(long at, byte[] bytes) {}

  /** Writes all files of {@code folder} to {@code packed}. */
  public static void pack(Path folder, OutputStream packed) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed));
    out.writeInt(PackedModel.MAGIC);
    out.writeInt(files.size());
    for (Path file : files) {
      List<List<Run>> pieces = pieces(runs(file));
      out.writeUTF(String.valueOf(file.getFileName()));
      out.writeLong(Files.size(file));
      out.writeInt(pieces.size());
      for (List<Run> piece : pieces) {
        write(piece, out);
      }
    }
    out.flush();
  }

  /** What is not zeros, in pieces. */
  private static List<Run> runs(Path file) throws IOException {
    List<Run> runs = new ArrayList<>();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteArrayOutputStream run = new ByteArrayOutputStream();
      long runAt = 0;
      int zeros = 0;
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      long at = 0;
      while (in.read(block, at) > 0) {
        byte[] bytes = block.array();
        for (int i = 0; i < block.position(); i++) {
          zeros = bytes[i] == 0 ? zeros + 1 : 0;
          if (run.size() == 0) {
            if (bytes[i] == 0) {
              continue;
            }
            // Numbers of two bytes must not be torn.
            runAt = (at + i) & ~1L;
            if (runAt < at + i) {
              run.write(0);
            }
          }
          run.write(bytes[i]);
          boolean even = (runAt + run.size()) % 2 == 0;
          if (even && (run.size() >= LONGEST || zeros >= GAP)) {
            runs.add(new Run(runAt, run.toByteArray()));
            run.reset();
            zeros = 0;
          }
        }
        at += block.position();
        block.clear();
      }
      if (run.size() > 0) {
        runs.add(new Run(runAt, run.toByteArray()));
      }
    }
    return runs;
  }

  /** Runs that are packed together, since short ones alone pack badly. */
  private static List<List<Run>> pieces(List<Run> runs) {
    List<List<Run>> pieces = new ArrayList<>();
    int length = PackedModel.PIECE;
    for (Run run : runs) {
      length += run.bytes().length;
      if (length > PackedModel.PIECE) {
        pieces.add(new ArrayList<>());
        length = run.bytes().length;
      }
      pieces.getLast().add(run);
    }
    return pieces;
  }

  private static void write(List<Run> runs, DataOutputStream out) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    runs.forEach(run -> joined.writeBytes(run.bytes()));
    byte[] bytes = joined.toByteArray();
    byte[] whole = deflate(bytes);
    byte[] parted = deflate(part(bytes));
    boolean lanes = parted.length < whole.length;
    byte[] best = lanes ? parted : whole;
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    out.writeInt(runs.size());
    for (Run run : runs) {
      out.writeLong(run.at());
      out.writeInt(run.bytes().length);
    }
    out.writeInt((int) sum.getValue());
    out.writeByte(lanes ? 2 : 1);
    out.writeInt(best.length);
    out.write(best);
  }

  /** Bytes of even places before those of odd ones. */
  private static byte[] part(byte[] bytes) {
    byte[] parted = new byte[bytes.length];
    int to = 0;
    for (int lane = 0; lane < 2; lane++) {
      for (int from = lane; from < bytes.length; from += 2) {
        parted[to++] = bytes[from];
      }
    }
    return parted;
  }

  private static byte[] deflate(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] some = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(some, 0, deflater.deflate(some));
      }
      return out.toByteArray();
    }
  }
}
