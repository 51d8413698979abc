package confidant.demo.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where training stands, so that it can be cut off at any time. As bytes: {@code int} step, {@code
 * long} next lesson, {@code double} seconds, then weights and Adam's means and squares, each an
 * {@code int} count and that many floats.
 *
 * @param step steps done
 * @param nextLesson to be learnt next
 * @param seconds computed so far
 */
record TrainingState(int step, long nextLesson, double seconds) {
  private static final int CHUNK = 1 << 16;

  void write(Path file, List<float[]> arrays) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(step);
      out.writeLong(nextLesson);
      out.writeDouble(seconds);
      for (float[] array : arrays) {
        out.writeInt(array.length);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int at = 0; at < array.length; at += CHUNK) {
          int count = Math.min(CHUNK, array.length - at);
          bytes.clear().asFloatBuffer().put(array, at, count);
          out.write(bytes.array(), 0, count * Float.BYTES);
        }
      }
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static TrainingState read(Path file, List<float[]> arrays) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      TrainingState state = new TrainingState(in.readInt(), in.readLong(), in.readDouble());
      for (float[] array : arrays) {
        int count = in.readInt();
        if (count != array.length) {
          throw new IOException(
              "%s is of another network: %d numbers, not %d; remove it to begin anew"
                  .formatted(file, count, array.length));
        }
        for (int at = 0; at < array.length; at += CHUNK) {
          int some = Math.min(CHUNK, array.length - at);
          ByteBuffer.wrap(in.readNBytes(some * Float.BYTES)).asFloatBuffer().get(array, at, some);
        }
      }
      return state;
    }
  }
}
