package confidant.engine.format.gguf;

import confidant.engine.format.TensorBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a GGUF file, version 3, with tensors in the order they were added. The bytes are described
 * at {@link GgufReader}.
 */
public final class GgufWriter {
  private static final int MAGIC = 0x46554747;
  private static final int VERSION = 3;
  private static final int ALIGNMENT = 32;

  private final LittleEndianBuffer entries = new LittleEndianBuffer();
  private final List<Tensor> tensors = new ArrayList<>();
  private long entryCount;

  private record Tensor(String name, GgmlType type, List<Long> shape, TensorBody body) {}

  public GgufWriter string(String key, String value) {
    entry(key, GgufValueType.STRING).string(value);
    return this;
  }

  public GgufWriter uint32(String key, long value) {
    entry(key, GgufValueType.UINT32).int32((int) value);
    return this;
  }

  public GgufWriter float32(String key, double value) {
    entry(key, GgufValueType.FLOAT32).int32(Float.floatToRawIntBits((float) value));
    return this;
  }

  public GgufWriter bool(String key, boolean value) {
    entry(key, GgufValueType.BOOL).int8(value ? 1 : 0);
    return this;
  }

  public GgufWriter strings(String key, List<String> values) {
    array(key, GgufValueType.STRING, values.size());
    values.forEach(entries::string);
    return this;
  }

  public GgufWriter int32s(String key, List<Integer> values) {
    array(key, GgufValueType.INT32, values.size());
    values.forEach(entries::int32);
    return this;
  }

  /**
   * Adds a tensor.
   *
   * @param shape outermost dimension first
   */
  public GgufWriter tensor(String name, GgmlType type, List<Long> shape, TensorBody body) {
    tensors.add(new Tensor(name, type, List.copyOf(shape), body));
    return this;
  }

  private LittleEndianBuffer entry(String key, GgufValueType type) {
    entryCount++;
    return entries.string(key).int32(type.id());
  }

  private void array(String key, GgufValueType element, int count) {
    entry(key, GgufValueType.ARRAY).int32(element.id()).int64(count);
  }

  /** Bytes of the file as it stands. */
  public long size() {
    long data = tensors.stream().mapToLong(tensor -> aligned(tensor.body.size())).sum();
    return header().length + data;
  }

  /** Writes the file. */
  public void writeTo(WritableByteChannel out) throws IOException {
    TensorBody.writeFully(out, ByteBuffer.wrap(header()));
    for (Tensor tensor : tensors) {
      tensor.body.writeTo(out);
      long padding = aligned(tensor.body.size()) - tensor.body.size();
      TensorBody.writeFully(out, ByteBuffer.allocate((int) padding));
    }
  }

  private byte[] header() {
    LittleEndianBuffer header =
        new LittleEndianBuffer()
            .int32(MAGIC)
            .int32(VERSION)
            .int64(tensors.size())
            .int64(entryCount)
            .bytes(entries);
    long offset = 0;
    for (Tensor tensor : tensors) {
      header.string(tensor.name).int32(tensor.shape.size());
      tensor.shape.reversed().forEach(header::int64);
      header.int32(tensor.type.id()).int64(offset);
      offset += aligned(tensor.body.size());
    }
    while (header.size() % ALIGNMENT != 0) {
      header.int8(0);
    }
    return header.toByteArray();
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Collects little-endian numbers and GGUF strings. */
  private static final class LittleEndianBuffer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteBuffer scratch = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianBuffer int8(int value) {
      out.write(value);
      return this;
    }

    LittleEndianBuffer int32(int value) {
      out.write(scratch.putInt(0, value).array(), 0, Integer.BYTES);
      return this;
    }

    LittleEndianBuffer int64(long value) {
      out.write(scratch.putLong(0, value).array(), 0, Long.BYTES);
      return this;
    }

    LittleEndianBuffer string(String value) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      int64(utf8.length);
      out.writeBytes(utf8);
      return this;
    }

    LittleEndianBuffer bytes(LittleEndianBuffer other) {
      out.writeBytes(other.toByteArray());
      return this;
    }

    int size() {
      return out.size();
    }

    byte[] toByteArray() {
      return out.toByteArray();
    }
  }
}
