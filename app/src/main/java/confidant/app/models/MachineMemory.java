package confidant.app.models;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Memory of the computer, or of the container that the program runs in.
 *
 * @param totalBytes all of it; 0 if unknown
 * @param availableBytes what can be had without pushing other programs out; empty if unknown
 */
public record MachineMemory(long totalBytes, OptionalLong availableBytes) {
  private static final String AVAILABLE = "MemAvailable:";

  /** As it is now. */
  public static MachineMemory now() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    if (system == null) {
      return new MachineMemory(0, OptionalLong.empty());
    }
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    OptionalLong available =
        switch (os) {
          case String name when name.startsWith("windows") ->
              OptionalLong.of(system.getFreeMemorySize());
          case String name when name.startsWith("linux") -> onLinux(Path.of("/"));
          // What macOS calls free leaves out all that it would give at once.
          default -> OptionalLong.empty();
        };
    return new MachineMemory(system.getTotalMemorySize(), available);
  }

  /**
   * What Linux could give: of the machine, and no more than the container may have. Files in memory
   * count as available in both, since they give way.
   *
   * @param root of the file system
   */
  static OptionalLong onLinux(Path root) {
    OptionalLong machine = available(root.resolve("proc/meminfo"));
    OptionalLong container = container(root.resolve("sys/fs/cgroup"));
    return machine.isPresent() && container.isPresent()
        ? OptionalLong.of(Math.min(machine.getAsLong(), container.getAsLong()))
        : machine;
  }

  private static OptionalLong available(Path file) {
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(AVAILABLE)) {
          String kibibytes = line.substring(AVAILABLE.length()).replace("kB", "").strip();
          return OptionalLong.of(Long.parseLong(kibibytes) * 1024);
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not told here.
    }
    return OptionalLong.empty();
  }

  private static OptionalLong container(Path group) {
    try {
      String limit = Files.readString(group.resolve("memory.max")).strip();
      if (limit.equals("max")) {
        return OptionalLong.empty();
      }
      long used = Long.parseLong(Files.readString(group.resolve("memory.current")).strip());
      long files = 0;
      for (String line : Files.readAllLines(group.resolve("memory.stat"))) {
        if (line.startsWith("file ")) {
          files = Long.parseLong(line.substring("file ".length()).strip());
        }
      }
      return OptionalLong.of(Math.max(0, Long.parseLong(limit) - used + files));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
