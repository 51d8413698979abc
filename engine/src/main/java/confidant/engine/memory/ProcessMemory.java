package confidant.engine.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What Linux says of this process in {@code /proc/self}; nothing elsewhere. */
final class ProcessMemory {
  private static final long KIB = 1024;

  /** Where {@code majflt} stands in {@code stat} after the name. */
  private static final int MAJOR_FAULTS_FIELD = 9;

  private final Path proc;

  ProcessMemory() {
    this(Path.of("/proc/self"));
  }

  /**
   * @param proc a folder like {@code /proc/self}
   */
  ProcessMemory(Path proc) {
    this.proc = proc;
  }

  /** Bytes in memory that no file stands behind: heap, cache, stacks. */
  OptionalLong anonymousBytes() {
    return scaled(labelled("status", "RssAnon:"));
  }

  /** Bytes in memory of mapped files. */
  OptionalLong fileBytes() {
    return scaled(labelled("status", "RssFile:"));
  }

  /** Bytes in memory that are shared without a file. */
  OptionalLong sharedBytes() {
    return scaled(labelled("status", "RssShmem:"));
  }

  /** Times that a thread waited for a page from disk. */
  OptionalLong pageIns() {
    List<String> stat = lines("stat");
    if (stat.isEmpty()) {
      return OptionalLong.empty();
    }
    // The name, which may hold anything, stands in brackets.
    String afterName = stat.getFirst().substring(stat.getFirst().lastIndexOf(')') + 1).strip();
    List<String> fields = List.of(afterName.split(" ", -1));
    return fields.size() > MAJOR_FAULTS_FIELD
        ? number(fields.get(MAJOR_FAULTS_FIELD))
        : OptionalLong.empty();
  }

  /** Bytes that disks delivered on this process's account. */
  OptionalLong diskBytes() {
    return labelled("io", "read_bytes:");
  }

  private static OptionalLong scaled(OptionalLong kibibytes) {
    return kibibytes.isEmpty() ? kibibytes : OptionalLong.of(kibibytes.getAsLong() * KIB);
  }

  private OptionalLong labelled(String file, String label) {
    return lines(file).stream()
        .filter(line -> line.startsWith(label))
        .findFirst()
        .map(line -> number(line.substring(label.length()).replace("kB", "").strip()))
        .orElseGet(OptionalLong::empty);
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(proc.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}
