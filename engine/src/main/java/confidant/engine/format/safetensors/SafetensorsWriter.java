package confidant.engine.format.safetensors;

import confidant.engine.format.TensorBody;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a safetensors file with tensors in the order they were added. The bytes are described at
 * {@link SafetensorsReader}.
 */
public final class SafetensorsWriter {
  /** The data begins at a multiple of this, so that numbers are aligned. */
  private static final int ALIGNMENT = 8;

  private final List<Tensor> tensors = new ArrayList<>();

  private record Tensor(String name, SafetensorsType type, List<Long> shape, TensorBody body) {}

  /**
   * Adds a tensor.
   *
   * @param shape outermost dimension first
   */
  public SafetensorsWriter tensor(
      String name, SafetensorsType type, List<Long> shape, TensorBody body) {
    tensors.add(new Tensor(name, type, List.copyOf(shape), body));
    return this;
  }

  /** Names of the tensors so far. */
  public List<String> names() {
    return tensors.stream().map(Tensor::name).toList();
  }

  /** Bytes of all tensors so far. */
  public long dataSize() {
    return tensors.stream().mapToLong(tensor -> tensor.body.size()).sum();
  }

  /** Bytes of the file as it stands. */
  public long size() {
    return Long.BYTES + header().length + dataSize();
  }

  /** Writes the file. */
  public void writeTo(WritableByteChannel out) throws IOException {
    byte[] header = header();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    TensorBody.writeFully(out, length.putLong(0, header.length));
    TensorBody.writeFully(out, ByteBuffer.wrap(header));
    for (Tensor tensor : tensors) {
      tensor.body.writeTo(out);
    }
  }

  private byte[] header() {
    ObjectBuilder json =
        JsonValue.object().put("__metadata__", JsonValue.object().put("format", "pt").build());
    long begin = 0;
    for (Tensor tensor : tensors) {
      long end = begin + tensor.body.size();
      json.put(
          tensor.name,
          JsonValue.object()
              .put("dtype", tensor.type.name())
              .put("shape", array(tensor.shape))
              .put("data_offsets", array(List.of(begin, end)))
              .build());
      begin = end;
    }
    StringBuilder text = new StringBuilder(Json.write(json.build()));
    while ((Long.BYTES + text.length()) % ALIGNMENT != 0) {
      text.append(' ');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonValue array(List<Long> numbers) {
    return new JsonArray(numbers.stream().map(JsonValue::of).toList());
  }
}
