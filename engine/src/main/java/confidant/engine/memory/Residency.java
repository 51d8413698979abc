package confidant.engine.memory;

import confidant.engine.format.MappedFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Counts the bytes of mapped memory that are in memory now. */
final class Residency {
  private static final int PAGES_AT_ONCE = 1 << 16;

  private Residency() {}

  /** Whether the system would tell the truth about pages of {@code file}. */
  static boolean isTold(MappedFile file) {
    // Linux tells those who may not write a file that all of it is resident, and macOS what the
    // process has mapped rather than what is in memory.
    return System.getProperty("os.name").equals("Linux")
        && SystemCalls.find().isPresent()
        && (Files.isWritable(file.path()) || isOwn(file.path()));
  }

  private static boolean isOwn(Path file) {
    try {
      return Files.getOwner(file).getName().equals(System.getProperty("user.name"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Bytes of {@code range} whose pages are in memory; empty if the system does not tell. */
  static OptionalLong residentBytes(MemorySegment range) {
    return SystemCalls.find().map(calls -> count(calls, range)).orElseGet(OptionalLong::empty);
  }

  private static OptionalLong count(SystemCalls calls, MemorySegment range) {
    long page = calls.pageBytes();
    long start = range.address();
    long end = start + range.byteSize();
    long resident = 0;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment states = arena.allocate(PAGES_AT_ONCE);
      long step = PAGES_AT_ONCE * page;
      for (long from = start - start % page; from < end; from += step) {
        long bytes = Math.min(step, end - from);
        if (!calls.residency(from, bytes, states)) {
          return OptionalLong.empty();
        }
        for (long i = 0; i * page < bytes; i++) {
          if ((states.get(ValueLayout.JAVA_BYTE, i) & 1) != 0) {
            long at = from + i * page;
            resident += Math.min(at + page, end) - Math.max(at, start);
          }
        }
      }
    }
    return OptionalLong.of(resident);
  }
}
