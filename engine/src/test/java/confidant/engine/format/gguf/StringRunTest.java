package confidant.engine.format.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strings in a file, around the borders of the window through which they are seen. */
class StringRunTest {
  private static final int WINDOW = 1 << 18;
  private static final int LIMIT = 1 << 20;
  private static final String WHAT = "element of a test";
  @TempDir private Path folder;
  private final Arena arena = Arena.ofConfined();

  @AfterEach
  void unmap() {
    arena.close();
  }

  private static List<String> strings() {
    Random random = new Random(17);
    List<String> strings = new ArrayList<>();
    int[] lengths = {0, 1, 7, 8, WINDOW - 9, WINDOW - 8, WINDOW - 7, WINDOW, WINDOW + 1, LIMIT};
    for (int length : lengths) {
      strings.add("x".repeat(length));
      for (int i = 0; i < 100; i++) {
        strings.add("\u00e4" + "y".repeat(random.nextInt(5000)));
      }
    }
    return strings;
  }

  private MappedFile write(List<String> strings, byte... end) throws IOException, EngineException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * LIMIT).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1);
    for (String string : strings) {
      byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
      bytes.putLong(utf8.length).put(utf8);
    }
    bytes.put(end).flip();
    byte[] content = new byte[bytes.limit()];
    bytes.get(content);
    return MappedFile.open(Files.write(folder.resolve("strings"), content), arena);
  }

  @Test
  void readsAllStringsWhereverTheWindowEnds() throws IOException, EngineException {
    List<String> expected = strings();
    StringRun run = new StringRun(write(expected), 1);
    for (String string : expected) {
      assertEquals(string, run.next(LIMIT, WHAT));
    }
  }

  @Test
  void skippingEndsWhereReadingEnds() throws IOException, EngineException {
    List<String> all = strings();
    MappedFile file = write(all, (byte) 5);
    StringRun run = new StringRun(file, 1);
    run.skip(all.size());
    assertEquals(file.size() - 1, run.position());
  }

  @Test
  void aStringAboveTheLimitIsRefused() throws IOException, EngineException {
    StringRun run = new StringRun(write(List.of("abc", "abcd")), 1);
    assertEquals("abc", run.next(3, WHAT));
    String message =
        assertThrows(EngineException.Damaged.class, () -> run.next(3, WHAT)).getMessage();
    assertTrue(message.contains("takes 4 bytes"), message);
  }

  @Test
  void aStringThatEndsPastTheFileIsRefused() throws IOException, EngineException {
    byte[][] ends = {
      {9}, {1, 0, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0, 0, 0, 65}, {-1, -1, -1, -1, -1, -1, -1, -1, 65}
    };
    for (byte[] end : ends) {
      MappedFile file = write(List.of("abc"), end);
      assertThrows(EngineException.Damaged.class, () -> new StringRun(file, 1).skip(2));
      StringRun run = new StringRun(file, 1);
      assertEquals("abc", run.next(LIMIT, WHAT));
      assertThrows(EngineException.Damaged.class, () -> run.next(LIMIT, WHAT));
    }
  }
}
