package confidant.app.models;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Packs files as {@link PackedModel} describes, each as one piece of one lane. */
final class TestPack {
  private TestPack() {}

  static byte[] of(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(PackedModel.MAGIC);
    out.writeInt(files.size());
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      out.writeUTF(file.getKey());
      out.writeLong(file.getValue().length);
      out.writeInt(1);
      writePiece(file.getValue(), out);
    }
    return bytes.toByteArray();
  }

  private static void writePiece(byte[] file, DataOutputStream out) throws IOException {
    List<int[]> runs = runs(file);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    out.writeInt(runs.size());
    for (int[] run : runs) {
      out.writeLong(run[0]);
      out.writeInt(run[1] - run[0]);
      joined.write(file, run[0], run[1] - run[0]);
    }
    byte[] content = joined.toByteArray();
    CRC32C sum = new CRC32C();
    sum.update(content);
    byte[] packed = deflate(content);
    out.writeInt((int) sum.getValue());
    out.writeByte(1);
    out.writeInt(packed.length);
    out.write(packed);
  }

  /** Where bytes that are not 0 begin and end. */
  private static List<int[]> runs(byte[] file) {
    List<int[]> runs = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      int end = at;
      while (end < file.length && file[end] != 0) {
        end++;
      }
      if (end > at) {
        runs.add(new int[] {at, end});
      }
      at = end + 1;
    }
    return runs;
  }

  private static byte[] deflate(byte[] content) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(content);
      deflater.finish();
      byte[] packed = new byte[2 * content.length + 64];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }
}
