package confidant.engine.loading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Damages copies of the golden checkpoints. */
final class Mutations {
  private Mutations() {}

  /** Copies the files of a golden folder into {@code target}. */
  static Path copy(String golden, Path target) throws IOException {
    Files.createDirectories(target);
    try (var files = Files.list(Golden.path(golden))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
    }
    return target;
  }

  /** Rewrites a text file. */
  static void editText(Path file, UnaryOperator<String> edit) throws IOException {
    String before = Files.readString(file);
    String after = edit.apply(before);
    assertFalse(before.equals(after), "the edit changes nothing");
    Files.writeString(file, after);
  }

  /** Rewrites the JSON header of a safetensors file, whose data moves along. */
  static void editHeader(Path file, UnaryOperator<String> edit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    String before = new String(bytes, Long.BYTES, length, StandardCharsets.UTF_8);
    String after = edit.apply(before);
    assertFalse(before.equals(after), "the edit changes nothing");
    byte[] header = after.getBytes(StandardCharsets.UTF_8);
    int data = Long.BYTES + length;
    ByteBuffer out =
        ByteBuffer.allocate(Long.BYTES + header.length + bytes.length - data)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .put(bytes, data, bytes.length - data);
    Files.write(file, out.array());
  }

  /** Keeps the first {@code length} bytes; a negative length counts from the end. */
  static void truncate(Path file, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
  }

  /** Opening fails as {@code kind}, with one sentence that has all of {@code words}. */
  static void assertRefused(Class<? extends EngineException> kind, Path path, String... words) {
    EngineException e = assertThrows(kind, () -> CheckpointLoader.open(path).close());
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), () -> word + " in: " + e.getMessage());
    }
    assertFalse(e.getMessage().contains("\n"));
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }
}
