package confidant.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void makesMissingFoldersAndReplacesAFile() throws IOException {
    Path file = folder.resolve("a/b/file");
    AtomicFile.write(file, new ByteArrayInputStream(new byte[] {1}));
    AtomicFile.write(file, new ByteArrayInputStream(new byte[] {2, 3}));
    assertEquals(2, Files.size(file));
    assertEquals(List.of(file), files(file.getParent()));
  }

  @Test
  void aFailureLeavesTheOldContentAndNoTemporaryFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    assertThrows(IOException.class, () -> AtomicFile.write(file, closed));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), files(folder));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
