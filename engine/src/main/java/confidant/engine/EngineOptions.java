package confidant.engine;

/**
 * How to run a model.
 *
 * @param threads worker threads; 0 means one per physical core
 * @param kernels which arithmetic to use
 * @param speculation whether answers are computed ahead on guesses; it changes their speed only
 */
public record EngineOptions(int threads, KernelChoice kernels, boolean speculation) {

  public EngineOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be 0 or more, is " + threads);
    }
  }

  /** With speculation. */
  public EngineOptions(int threads, KernelChoice kernels) {
    this(threads, kernels, true);
  }

  /** These, with or without speculation. */
  public EngineOptions withSpeculation(boolean wanted) {
    return new EngineOptions(threads, kernels, wanted);
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
