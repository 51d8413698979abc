package confidant.engine;

/**
 * How to run a model.
 *
 * @param threads worker threads; 0 means one per physical core
 * @param kernels which arithmetic to use
 */
public record EngineOptions(int threads, KernelChoice kernels) {

  public EngineOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be 0 or more, is " + threads);
    }
  }

  /** Arithmetic to use. */
  public enum KernelChoice {
    /** The fastest that runs here. */
    AUTO,
    /** The scalar reference. */
    SCALAR
  }

  public static EngineOptions defaults() {
    return new EngineOptions(0, KernelChoice.AUTO);
  }
}
