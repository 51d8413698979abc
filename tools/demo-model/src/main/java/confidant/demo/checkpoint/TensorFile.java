package confidant.demo.checkpoint;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A safetensors file of a small model, read as a whole: {@code u64} length of a JSON header, the
 * header, the data. Reads BF16 and F32 as numbers and U8 as bytes.
 */
final class TensorFile {
  private final JsonObject header;
  private final ByteBuffer data;

  private TensorFile(JsonObject header, ByteBuffer data) {
    this.header = header;
    this.data = data;
  }

  static TensorFile read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(bytes.getLong());
    String json = new String(bytes.array(), Long.BYTES, length, StandardCharsets.UTF_8);
    return new TensorFile(
        Json.parseObject(json),
        bytes
            .slice(Long.BYTES + length, bytes.capacity() - Long.BYTES - length)
            .order(ByteOrder.LITTLE_ENDIAN));
  }

  private JsonObject tensor(String name) {
    return header
        .object(name)
        .orElseThrow(() -> new IllegalArgumentException("the file has no tensor " + name));
  }

  byte[] bytes(String name) {
    int[] range = tensor(name).array("data_offsets").orElseThrow().integers();
    byte[] bytes = new byte[range[1] - range[0]];
    data.get(range[0], bytes);
    return bytes;
  }

  float[] floats(String name) {
    byte[] stored = bytes(name);
    ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    Optional<String> type = tensor(name).string("dtype");
    if (type.equals(Optional.of("F32"))) {
      float[] floats = new float[stored.length / Float.BYTES];
      bytes.asFloatBuffer().get(floats);
      return floats;
    }
    if (!type.equals(Optional.of("BF16"))) {
      throw new IllegalArgumentException(name + " has the type " + type);
    }
    float[] floats = new float[stored.length / Short.BYTES];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
    }
    return floats;
  }
}
