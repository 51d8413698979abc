package confidant.engine.threads;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cores as Linux lists them, those only that this process may run on (taskset, cpuset).
 *
 * <p>How fast one is says {@code cpu_capacity} where Linux knows several kinds, else its highest
 * clock. On a laptop of 2025 efficiency cores reach 0.65 to 0.85 of the fastest core's, those of an
 * island for idle work (Intel's LP-E) 0.45 to 0.55, and the smallest of ARM 0.15 to 0.5.
 *
 * @param root {@code /}
 */
record LinuxCores(Path root) {
  private static final double LEAST_SPEED = 0.6;

  /** Empty if Linux lists none. */
  Optional<CoreCount> count() {
    Map<String, Long> speeds = new HashMap<>(); // by the list of a core's threads
    try (DirectoryStream<Path> cpus =
        Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
      Optional<BitSet> allowed = allowed();
      for (Path cpu : cpus) {
        int number = Integer.parseInt(cpu.getFileName().toString().substring("cpu".length()));
        Optional<String> threads = text(cpu.resolve("topology/thread_siblings_list"));
        if (threads.isPresent() && (allowed.isEmpty() || allowed.get().get(number))) {
          speeds.merge(threads.get(), speed(cpu), Math::max);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
    if (speeds.isEmpty()) {
      return Optional.empty();
    }
    double least = LEAST_SPEED * Collections.max(speeds.values());
    int fast = (int) speeds.values().stream().filter(speed -> speed >= least).count();
    return Optional.of(new CoreCount(speeds.size(), fast));
  }

  /** In units of its own; 0 if Linux does not say. */
  private static long speed(Path cpu) throws IOException {
    Optional<String> capacity = text(cpu.resolve("cpu_capacity"));
    Optional<String> speed =
        capacity.isPresent() ? capacity : text(cpu.resolve("cpufreq/cpuinfo_max_freq"));
    return speed.map(Long::parseLong).orElse(0L);
  }

  /** Processors that this process may run on, from a line such as {@code 0-3,8}. */
  private Optional<BitSet> allowed() throws IOException {
    String name = "Cpus_allowed_list:";
    return text(root.resolve("proc/self/status"))
        .flatMap(text -> text.lines().filter(line -> line.startsWith(name)).findFirst())
        .map(line -> numbers(line.substring(name.length()).strip()));
  }

  private static BitSet numbers(String list) {
    BitSet numbers = new BitSet();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      numbers.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
    }
    return numbers;
  }

  /** The content of a small file; empty if there is none, as of a processor that is off. */
  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    }
  }
}
