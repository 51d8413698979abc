package confidant.app.launch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a later start says: {@code int} {@link #MAGIC}, {@code int} number of files, each as {@code
 * int} length and an absolute path in UTF-8. High bytes first.
 */
final class FileList {
  /** "CFS1". */
  static final int MAGIC = 0x43465331;

  private static final int MAX_FILES = 10_000;
  private static final int MAX_BYTES = 1 << 16;

  private FileList() {}

  static void write(List<Path> files, DataOutputStream out) throws IOException {
    List<Path> sent = files.subList(0, Math.min(files.size(), MAX_FILES));
    out.writeInt(MAGIC);
    out.writeInt(sent.size());
    for (Path file : sent) {
      byte[] name = file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(name.length);
      out.write(name);
    }
    out.flush();
  }

  static List<Path> read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("another program is talking");
    }
    int count = bounded(in.readInt(), MAX_FILES);
    List<Path> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] name = in.readNBytes(bounded(in.readInt(), MAX_BYTES));
      try {
        files.add(Path.of(new String(name, StandardCharsets.UTF_8)));
      } catch (InvalidPathException e) {
        throw new IOException("no name of a file", e);
      }
    }
    return files;
  }

  private static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("out of bounds");
    }
    return value;
  }
}
