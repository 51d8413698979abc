package confidant.demo.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a safetensors file. Rows that are zeros are left out, so that file systems with holes need
 * no room for them.
 */
final class TensorFileWriter {
  private static final int ALIGNMENT = 8;

  private final List<Tensor> tensors = new ArrayList<>();
  private long size;

  /**
   * A tensor.
   *
   * @param at byte of the data at which it begins
   * @param rows which of its rows {@code bytes} hold; all if empty
   */
  private record Tensor(
      String name, String type, long[] shape, long at, long end, int[] rows, byte[] bytes) {}

  /** Adds a tensor; the last dimensions lie side by side. */
  void add(String name, String type, byte[] bytes, long... shape) {
    tensors.add(new Tensor(name, type, shape, size, size + bytes.length, new int[0], bytes));
    size += bytes.length;
  }

  /** Adds a BF16 matrix of which only some rows are not zeros. */
  void addRows(String name, int height, int width, int[] rows, byte[] bytes) {
    long length = (long) height * width * Short.BYTES;
    long[] shape = {height, width};
    tensors.add(new Tensor(name, "BF16", shape, size, size + length, rows, bytes));
    size += length;
  }

  private byte[] header() {
    String json =
        tensors.stream()
            .map(
                tensor ->
                    "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                        .formatted(
                            tensor.name(),
                            tensor.type(),
                            Arrays.toString(tensor.shape()),
                            tensor.at(),
                            tensor.end()))
            .collect(Collectors.joining(",", "{\"__metadata__\":{\"format\":\"pt\"},", "}"));
    int padding = Math.floorMod(-json.length(), ALIGNMENT);
    return (json + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }

  void write(Path file) throws IOException {
    Files.deleteIfExists(file);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      byte[] header = header();
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      write(out, 0, length.putLong(0, header.length));
      write(out, Long.BYTES, ByteBuffer.wrap(header));
      long data = (long) Long.BYTES + header.length;
      // The last byte, so that the file is as long as its header says.
      write(out, data + size - 1, ByteBuffer.allocate(1));
      for (Tensor tensor : tensors) {
        write(out, data, tensor);
      }
    }
  }

  private static void write(FileChannel out, long data, Tensor tensor) throws IOException {
    if (tensor.rows().length == 0) {
      write(out, data + tensor.at(), ByteBuffer.wrap(tensor.bytes()));
      return;
    }
    int row = tensor.bytes().length / tensor.rows().length;
    for (int i = 0; i < tensor.rows().length; i++) {
      long at = data + tensor.at() + (long) tensor.rows()[i] * row;
      write(out, at, ByteBuffer.wrap(tensor.bytes(), i * row, row));
    }
  }

  private static void write(FileChannel out, long at, ByteBuffer bytes) throws IOException {
    long next = at;
    while (bytes.hasRemaining()) {
      next += out.write(bytes, next);
    }
  }
}
