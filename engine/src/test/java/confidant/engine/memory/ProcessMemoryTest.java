package confidant.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
  @TempDir private Path proc;

  @Test
  void readsWhatLinuxWrites() throws IOException {
    Files.writeString(
        proc.resolve("status"),
        "Name:\tjava\nRssAnon:\t    1024 kB\nRssFile:\t      20 kB\nRssShmem:\t       0 kB\n");
    Files.writeString(
        proc.resolve("stat"), "42 (a name) of 2) S 1 42 42 0 -1 4194560 9001 0 7 0 13 2 0 0 20\n");
    Files.writeString(proc.resolve("io"), "rchar: 5\nread_bytes: 4096\nwrite_bytes: 0\n");
    ProcessMemory memory = new ProcessMemory(proc);
    assertEquals(OptionalLong.of(1 << 20), memory.anonymousBytes());
    assertEquals(OptionalLong.of(20 * 1024), memory.fileBytes());
    assertEquals(OptionalLong.of(0), memory.sharedBytes());
    assertEquals(OptionalLong.of(7), memory.pageIns());
    assertEquals(OptionalLong.of(4096), memory.diskBytes());
  }

  @Test
  void knowsNothingWhereThereAreNoSuchFiles() {
    ProcessMemory memory = new ProcessMemory(proc.resolve("absent"));
    assertEquals(OptionalLong.empty(), memory.anonymousBytes());
    assertEquals(OptionalLong.empty(), memory.pageIns());
    assertEquals(OptionalLong.empty(), memory.diskBytes());
  }

  @Test
  void knowsNothingFromFilesOfAnotherKind() throws IOException {
    Files.writeString(proc.resolve("status"), "RssAnon:\tmuch\n");
    Files.writeString(proc.resolve("stat"), "42 (java) S 1\n");
    ProcessMemory memory = new ProcessMemory(proc);
    assertEquals(OptionalLong.empty(), memory.anonymousBytes());
    assertEquals(OptionalLong.empty(), memory.pageIns());
  }
}
