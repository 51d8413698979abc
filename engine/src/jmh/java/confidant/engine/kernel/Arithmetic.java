package confidant.engine.kernel;

/** The two sides of each comparison, by the names that the benchmarks' parameter has. */
final class Arithmetic {
  static final String PARAMETER = "kernels";
  static final String SCALAR = "scalar";
  static final String VECTOR = "vector";

  private Arithmetic() {}

  /**
   * The kernels called {@link #SCALAR} or {@link #VECTOR}.
   *
   * @throws IllegalStateException if vectors were asked for and this Java has none
   */
  static Kernels named(String name) {
    return switch (name) {
      case SCALAR -> KernelProvider.scalar();
      case VECTOR -> {
        Kernels fastest = KernelProvider.fastest();
        if (fastest instanceof ScalarKernels) {
          throw new IllegalStateException("There are no vector kernels with these flags of Java.");
        }
        yield fastest;
      }
      default -> throw new IllegalArgumentException("kernels are scalar or vector, not " + name);
    };
  }
}
