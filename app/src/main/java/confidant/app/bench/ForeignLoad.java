package confidant.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How many cores other programs kept busy during a measurement, from Linux's counters: all busy
 * time of the machine, stolen time included, less that of this program and the engines it started.
 */
final class ForeignLoad {
  /** More than this many cores, and a run counts as disturbed. */
  static final double DISTURBING = 0.15;

  /** Linux shows its counters in this unit whatever the kernel's own clock. */
  private static final double TICKS_PER_SECOND = 100;

  private static final double NANOS_PER_SECOND = 1e9;

  /** user, nice, system, irq, softirq, steal in the first line of /proc/stat. */
  private static final int[] BUSY_FIELDS = {1, 2, 3, 6, 7, 8};

  private static final int USER_FIELD = 11;
  private static final int SYSTEM_FIELD = 12;
  private final Path proc;
  private final long startNanos;
  private final long startTicks;

  private ForeignLoad(Path proc) throws IOException {
    this.proc = proc;
    startNanos = System.nanoTime();
    startTicks = foreignTicks(proc);
  }

  /** Starts to watch. */
  static Watch start() {
    Path proc = Path.of("/proc");
    if (!Files.isReadable(proc.resolve("stat"))) {
      return OptionalDouble::empty;
    }
    try {
      ForeignLoad load = new ForeignLoad(proc);
      return load::cores;
    } catch (IOException e) {
      return OptionalDouble::empty;
    }
  }

  /** A watch that runs. */
  @FunctionalInterface
  interface Watch {
    /** Cores that others kept busy since the start; empty where the system does not say. */
    OptionalDouble cores();
  }

  private OptionalDouble cores() {
    try {
      long ticks = foreignTicks(proc) - startTicks;
      double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
      return OptionalDouble.of(Math.max(0, ticks / TICKS_PER_SECOND / seconds));
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  private static long foreignTicks(Path proc) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    long own = 0;
    try (Stream<ProcessHandle> family = Stream.concat(Stream.of(self), self.descendants())) {
      for (ProcessHandle member : family.toList()) {
        Path stat = proc.resolve(Long.toString(member.pid())).resolve("stat");
        own += Files.exists(stat) ? processTicks(Files.readString(stat)) : 0;
      }
    }
    return busyTicks(Files.readString(proc.resolve("stat"))) - own;
  }

  /** Busy time of the machine in the text of /proc/stat. */
  static long busyTicks(String stat) {
    String[] fields = stat.lines().findFirst().orElse("").split("\\s+", -1);
    long ticks = 0;
    for (int field : BUSY_FIELDS) {
      ticks += field < fields.length ? Long.parseLong(fields[field]) : 0;
    }
    return ticks;
  }

  /** Time of a process in the text of its stat; its name, in parentheses, may hold anything. */
  static long processTicks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+", -1);
    return Long.parseLong(fields[USER_FIELD]) + Long.parseLong(fields[SYSTEM_FIELD]);
  }
}
