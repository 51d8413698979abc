package confidant.engine.threads;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * How many physical cores there are: a second thread on a core adds nothing to arithmetic that
 * keeps the core's units busy.
 */
public final class PhysicalCores {
  private static final Path LINUX_CPUS = Path.of("/sys/devices/system/cpu");

  private PhysicalCores() {}

  /** At least 1, and no more than the processors this process may use. */
  public static int count() {
    int processors = Runtime.getRuntime().availableProcessors();
    int cores = distinctCores(LINUX_CPUS);
    return cores > 0 ? Math.min(cores, processors) : processors;
  }

  /** Distinct cores that Linux lists below {@code cpus}; 0 if it lists none. */
  static int distinctCores(Path cpus) {
    if (!Files.isDirectory(cpus)) {
      return 0;
    }
    Set<String> siblings = new HashSet<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
      for (Path cpu : each) {
        Path list = cpu.resolve("topology/thread_siblings_list");
        if (Files.isReadable(list)) {
          siblings.add(Files.readString(list).strip());
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return siblings.size();
  }
}
