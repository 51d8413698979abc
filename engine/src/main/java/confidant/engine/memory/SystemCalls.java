package confidant.engine.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What Linux and macOS offer about mapped memory: {@code madvise}, {@code mincore} and {@code
 * getrusage}. Nothing here is needed for right answers, so that a call that is missing or refused
 * is no failure.
 */
final class SystemCalls {
  static final int MADV_RANDOM = 1;
  static final int MADV_WILLNEED = 3;

  private static final int RUSAGE_SELF = 0;

  /** Of {@code struct rusage}, on both systems with 64 bits: two times, then 14 longs. */
  private static final int RUSAGE_BYTES = 2 * 16 + 14 * Long.BYTES;

  private static final int MAJOR_FAULTS = 2 * 16 + 5 * Long.BYTES;
  private static final int BLOCKS_READ = 2 * 16 + 7 * Long.BYTES;

  private final MethodHandle madvise;
  private final MethodHandle mincore;
  private final MethodHandle getrusage;
  private final int pageBytes;

  private SystemCalls(
      MethodHandle madvise, MethodHandle mincore, MethodHandle getrusage, int pageBytes) {
    this.madvise = madvise;
    this.mincore = mincore;
    this.getrusage = getrusage;
    this.pageBytes = pageBytes;
  }

  /** Made at first use: linking takes some dozens of milliseconds. */
  private static final class Linked {
    static final Optional<SystemCalls> CALLS = link();
  }

  /** Empty on other systems, and where the JVM was not told that this module may call them. */
  static Optional<SystemCalls> find() {
    return Linked.CALLS;
  }

  // Restricted: the descriptors below are those of the system's headers.
  @SuppressWarnings("restricted")
  private static Optional<SystemCalls> link() {
    // Java would print a warning at the first call.
    if (!SystemCalls.class.getModule().isNativeAccessEnabled()
        || ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      var lookup = linker.defaultLookup();
      var madvise = lookup.find("madvise");
      var mincore = lookup.find("mincore");
      var getrusage = lookup.find("getrusage");
      var getpagesize = lookup.find("getpagesize");
      if (madvise.isEmpty() || mincore.isEmpty() || getrusage.isEmpty() || getpagesize.isEmpty()) {
        return Optional.empty();
      }
      MethodHandle pageSize =
          linker.downcallHandle(getpagesize.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT));
      return Optional.of(
          new SystemCalls(
              linker.downcallHandle(
                  madvise.get(),
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_LONG,
                      ValueLayout.JAVA_INT)),
              linker.downcallHandle(
                  mincore.get(),
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_LONG,
                      ValueLayout.ADDRESS)),
              linker.downcallHandle(
                  getrusage.get(),
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)),
              (int) pageSize.invokeExact()));
    } catch (Throwable e) { // a method handle may throw anything; so may a JVM without a linker
      return Optional.empty();
    }
  }

  int pageBytes() {
    return pageBytes;
  }

  /**
   * Advises on the pages that {@code range} touches.
   *
   * @return whether the system took the advice
   */
  boolean advise(MemorySegment range, int advice) {
    long before = range.address() % pageBytes;
    try {
      // The address, not the segment, which would have to begin at a page.
      int result =
          (int)
              madvise.invokeExact(
                  MemorySegment.ofAddress(range.address() - before),
                  range.byteSize() + before,
                  advice);
      return result == 0;
    } catch (Throwable e) {
      return false;
    }
  }

  /**
   * Which of some pages are in memory: fills a byte for each, whose lowest bit says so.
   *
   * @param address of a page
   * @param states one byte per page, in native memory
   * @return false if the system does not tell
   */
  boolean residency(long address, long bytes, MemorySegment states) {
    try {
      return (int) mincore.invokeExact(MemorySegment.ofAddress(address), bytes, states) == 0;
    } catch (Throwable e) {
      return false;
    }
  }

  /** Grows whenever this process waits for a page from disk or reads ahead; without a unit. */
  long diskReads() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(RUSAGE_BYTES, Long.BYTES);
      if ((int) getrusage.invokeExact(RUSAGE_SELF, usage) != 0) {
        return 0;
      }
      return usage.get(ValueLayout.JAVA_LONG, MAJOR_FAULTS)
          + usage.get(ValueLayout.JAVA_LONG, BLOCKS_READ);
    } catch (Throwable e) {
      return 0;
    }
  }
}
