package confidant.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowcaseTest {
  /** The folder of this module. */
  private static final Path KEPT = Path.of("");

  private static final long MAX_BYTES = 600_000;

  @TempDir private Path folder;

  @Test
  void thePapersBesideTheSourcesAreThoseThatTheGeneratorMakes() throws IOException {
    Showcase.write(folder);
    assertEquals(names(folder), names(KEPT));
    for (String name : names(folder)) {
      byte[] made = Files.readAllBytes(folder.resolve(name));
      // Pictures depend on the platform's rasteriser.
      if (name.contains("scan")) {
        assertTrue(made.length < MAX_BYTES, name);
      } else {
        assertArrayEquals(made, Files.readAllBytes(KEPT.resolve(name)), name);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pdf"))
          .sorted()
          .toList();
    }
  }
}
