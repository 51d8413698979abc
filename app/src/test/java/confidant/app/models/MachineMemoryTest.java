package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMemoryTest {
  private static final long GIB = 1L << 30;
  @TempDir private Path root;

  @Test
  void thisMachineHasMemory() {
    assertTrue(MachineMemory.now().totalBytes() > 0);
  }

  @Test
  void onLinuxFilesInMemoryCountAsAvailable() throws IOException {
    write("proc/meminfo", "MemTotal: 16384000 kB\nMemFree: 100 kB\nMemAvailable:    4194304 kB\n");
    assertEquals(OptionalLong.of(4 * GIB), MachineMemory.onLinux(root));
  }

  @Test
  void aContainerGivesNoMoreThanItsLimit() throws IOException {
    write("proc/meminfo", "MemAvailable: 33554432 kB\n");
    write("sys/fs/cgroup/memory.max", String.valueOf(8 * GIB));
    write("sys/fs/cgroup/memory.current", String.valueOf(6 * GIB));
    write("sys/fs/cgroup/memory.stat", "anon 1\nfile " + 5 * GIB + "\nfile_mapped 7\n");
    assertEquals(OptionalLong.of(7 * GIB), MachineMemory.onLinux(root));
  }

  @Test
  void aContainerWithoutLimitGivesWhatTheMachineHas() throws IOException {
    write("proc/meminfo", "MemAvailable: 1024 kB\n");
    write("sys/fs/cgroup/memory.max", "max\n");
    assertEquals(OptionalLong.of(1 << 20), MachineMemory.onLinux(root));
  }

  @Test
  void whatCannotBeUnderstoodIsUnknown() throws IOException {
    assertEquals(OptionalLong.empty(), MachineMemory.onLinux(root));
    write("proc/meminfo", "MemAvailable: plenty kB\n");
    assertEquals(OptionalLong.empty(), MachineMemory.onLinux(root));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }
}
