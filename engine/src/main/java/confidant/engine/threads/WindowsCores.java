package confidant.engine.threads;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Cores as Windows lists them. It ranks them by efficiency without saying how far apart the ranks
 * are, so that all count alike.
 */
final class WindowsCores {
  private static final int RELATION_PROCESSOR_CORE = 0;

  /** Enough for 1,300 cores at 48 bytes. */
  private static final int MOST_BYTES = 1 << 16;

  private WindowsCores() {}

  /** Empty if Windows does not tell, and where the JVM was not told that this module may ask it. */
  // Restricted: the descriptor is that of the system's header.
  @SuppressWarnings("restricted")
  static Optional<CoreCount> count() {
    // Java would print a warning at the first call.
    if (!WindowsCores.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment function =
          SymbolLookup.libraryLookup("kernel32", arena)
              .find("GetLogicalProcessorInformationEx")
              .orElseThrow();
      MethodHandle call =
          Linker.nativeLinker()
              .downcallHandle(
                  function,
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT,
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.ADDRESS));
      MemorySegment buffer = arena.allocate(MOST_BYTES, Long.BYTES);
      MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, MOST_BYTES);
      int found = (int) call.invokeExact(RELATION_PROCESSOR_CORE, buffer, size);
      return found == 0
          ? Optional.empty()
          : count(buffer.asSlice(0, size.get(ValueLayout.JAVA_INT, 0)));
    } catch (Throwable e) { // a method handle may throw anything; so may a JVM without a linker
      return Optional.empty();
    }
  }

  /**
   * Counts the records of cores, {@code SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX}: relation int32,
   * size of the record int32, and what belongs to the relation.
   */
  static Optional<CoreCount> count(MemorySegment records) {
    int cores = 0;
    long at = 0;
    while (at + 2 * Integer.BYTES <= records.byteSize()) {
      if (records.get(ValueLayout.JAVA_INT_UNALIGNED, at) == RELATION_PROCESSOR_CORE) {
        cores++;
      }
      int size = records.get(ValueLayout.JAVA_INT_UNALIGNED, at + Integer.BYTES);
      if (size <= 0) {
        return Optional.empty();
      }
      at += size;
    }
    return cores == 0 ? Optional.empty() : Optional.of(CoreCount.alike(cores));
  }
}
