package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedTest {
  @TempDir private Path folder;

  @Test
  void aFolderStandsForTheVisibleFilesInIt() throws Exception {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    Path b = Files.writeString(papers.resolve("b.txt"), "b");
    Path a = Files.writeString(papers.resolve("a.pdf"), "a");
    Files.writeString(papers.resolve(".hidden"), "h");
    Files.createDirectories(papers.resolve("older"));
    Path single = Files.writeString(folder.resolve("single.txt"), "s");
    assertEquals(List.of(single, a, b), Dropped.files(List.of(single, papers)));
  }

  @Test
  void anEmptyFolderAndAMissingFileStay() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path missing = folder.resolve("missing.pdf");
    assertEquals(List.of(empty, missing), Dropped.files(List.of(empty, missing)));
  }

  @Test
  void aNamedFolderStandsForAllOfItsFiles() throws Exception {
    for (int i = 0; i < 120; i++) {
      Files.writeString(folder.resolve("%03d.txt".formatted(i)), "x");
    }
    assertEquals(100, Dropped.files(List.of(folder)).size());
    List<Path> all = Dropped.allFiles(List.of(folder));
    assertEquals(120, all.size());
    assertEquals(folder.resolve("000.txt"), all.getFirst());
  }
}
