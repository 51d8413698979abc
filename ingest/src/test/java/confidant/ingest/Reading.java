package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.MarkdownWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads test files from the disk, as the program does. */
final class Reading {

  private Reading() {}

  static ReadResult result(Path folder, String name, byte[] bytes, Optional<String> password)
      throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new DocumentReader()
        .read(file, new ReadOptions(password, Optional.empty()), ReadProgress.none());
  }

  static Read read(Path folder, String name, byte[] bytes) throws IOException {
    return assertInstanceOf(Read.class, result(folder, name, bytes, Optional.empty()));
  }

  static Read read(Path folder, String name, String text) throws IOException {
    return read(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static String markdown(Read read) {
    return MarkdownWriter.write(read.document());
  }

  static String markdown(Path folder, String name, byte[] bytes) throws IOException {
    return markdown(read(folder, name, bytes));
  }

  static String markdown(Path folder, String name, String text) throws IOException {
    return markdown(read(folder, name, text));
  }

  static Refused refused(Reason reason, Path folder, String name, byte[] bytes) throws IOException {
    Refused refused =
        assertInstanceOf(Refused.class, result(folder, name, bytes, Optional.empty()));
    assertEquals(reason, refused.reason(), refused.message());
    assertTrue(refused.message().contains(name), refused.message());
    return refused;
  }
}
