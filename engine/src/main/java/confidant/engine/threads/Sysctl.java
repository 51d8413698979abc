package confidant.engine.threads;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;

/** What macOS knows by name. */
interface Sysctl {

  /** Empty if there is no number of that name. */
  OptionalInt number(String name);

  /** Empty if there is no text of that name. */
  Optional<String> text(String name);

  /** Empty on other systems, and where the JVM was not told that this module may call them. */
  static Optional<Sysctl> find() {
    // Java would print a warning at the first call.
    if (!Sysctl.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("sysctlbyname")
        .map(function -> new ByName(linker, function));
  }

  /** {@code int sysctlbyname(const char *name, void *old, size_t *oldlen, void *new, size_t)}. */
  final class ByName implements Sysctl {
    private static final int MOST_BYTES = 256;

    private final MethodHandle call;

    // Restricted: the descriptor is that of the system's header.
    @SuppressWarnings("restricted")
    private ByName(Linker linker, MemorySegment function) {
      call =
          linker.downcallHandle(
              function,
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_LONG));
    }

    @Override
    public OptionalInt number(String name) {
      try (Arena arena = Arena.ofConfined()) {
        Optional<MemorySegment> value = value(name, arena);
        return value.isPresent() && value.get().byteSize() == Integer.BYTES
            ? OptionalInt.of(value.get().get(ValueLayout.JAVA_INT, 0))
            : OptionalInt.empty();
      }
    }

    @Override
    public Optional<String> text(String name) {
      try (Arena arena = Arena.ofConfined()) {
        return value(name, arena).map(value -> value.getString(0));
      }
    }

    private Optional<MemorySegment> value(String name, Arena arena) {
      MemorySegment buffer = arena.allocate(MOST_BYTES, Long.BYTES);
      MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_LONG, MOST_BYTES);
      try {
        int result =
            (int) call.invokeExact(arena.allocateFrom(name), buffer, size, MemorySegment.NULL, 0L);
        return result == 0
            ? Optional.of(buffer.asSlice(0, size.get(ValueLayout.JAVA_LONG, 0)))
            : Optional.empty();
      } catch (Throwable e) { // a method handle may throw anything
        return Optional.empty();
      }
    }
  }
}
