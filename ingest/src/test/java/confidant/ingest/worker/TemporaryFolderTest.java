package confidant.ingest.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left behind, and nothing of others is removed. */
class TemporaryFolderTest {

  /** Above the highest number that Linux, macOS and Windows give to processes in practice. */
  private static final long NO_PROCESS = 4_000_000_000L;

  @TempDir private Path parent;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyThePersonMayLookIntoIt() throws IOException {
    Path folder = TemporaryFolder.create(parent);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
  }

  @Test
  void sweepingRemovesWhatADeadProgramLeftAndNothingElse() throws IOException {
    Path own = TemporaryFolder.create(parent);
    Path left =
        Files.createDirectories(parent.resolve("confidant-reading-" + NO_PROCESS + "-1/deep"));
    Files.writeString(left.resolve("page.txt"), "secret");
    Path odd = Files.createDirectory(parent.resolve("confidant-reading-notes"));
    Path other = Files.createDirectory(parent.resolve("other"));
    TemporaryFolder.sweep(parent);
    assertTrue(Files.exists(own));
    assertFalse(Files.exists(left.getParent()));
    assertTrue(Files.exists(odd));
    assertTrue(Files.exists(other));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAreRemovedButNotFollowed() throws IOException {
    Path kept = Files.writeString(parent.resolve("kept.txt"), "mine");
    Path folder = TemporaryFolder.create(parent);
    Files.createSymbolicLink(folder.resolve("link"), parent);
    TemporaryFolder.delete(folder);
    assertFalse(Files.exists(folder));
    assertTrue(Files.exists(kept));
  }
}
