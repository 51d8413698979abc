package confidant.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  @TempDir private Path temp;

  @Test
  void makesMissingFoldersAndReplacesWhatIsThere() throws IOException {
    Path target = temp.resolve("a/b");
    AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("old"), "1"));
    AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("new"), "2"));
    assertEquals(List.of(target), entries(target.getParent()));
    assertEquals(List.of(target.resolve("new")), entries(target));
  }

  @Test
  void aFileInItsPlaceIsReplacedToo() throws IOException {
    Path target = Files.writeString(temp.resolve("a"), "a file");
    AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("new"), "2"));
    assertEquals(List.of(target.resolve("new")), entries(target));
  }

  @Test
  void aFailureLeavesTheOldContentAndNoTemporaryFolder() throws IOException {
    Path target = temp.resolve("a");
    AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("old"), "1"));
    assertThrows(
        IOException.class,
        () ->
            AtomicFolder.write(
                target,
                folder -> {
                  Files.writeString(folder.resolve("half"), "2");
                  throw new IOException("no more");
                }));
    assertEquals(List.of(target), entries(temp));
    assertEquals(List.of(target.resolve("old")), entries(target));
  }

  @Test
  void deletesFoldersInFoldersAndMindsNoneThatIsNotThere() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("a/b/c"));
    Files.writeString(folder.resolve("file"), "");
    AtomicFolder.delete(temp.resolve("a"));
    assertFalse(Files.exists(temp.resolve("a")));
    AtomicFolder.delete(temp.resolve("a"));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
