package confidant.engine;

import confidant.engine.api.VmFlags;

/**
 * How to run a model.
 *
 * @param threads that compute at most; 0 means one per physical core, without far slower ones
 * @param kernels which arithmetic to use
 * @param speculation whether answers are computed ahead on guesses; it changes their speed only
 * @param warmUp whether to compile and check the kernels in the background once a model is open;
 *     pays for all but the shortest uses
 * @param vmFlags the virtual machine's flags, by which the engine can say why it is not faster
 */
public record EngineOptions(
    int threads, KernelChoice kernels, boolean speculation, boolean warmUp, VmFlags vmFlags) {

  public EngineOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be 0 or more, is " + threads);
    }
  }

  /** With speculation, without warm-up, and without the virtual machine's flags. */
  public EngineOptions(int threads, KernelChoice kernels) {
    this(threads, kernels, true, false, VmFlags.unknown());
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

  /** The same, with or without speculation. */
  public EngineOptions withSpeculation(boolean wanted) {
    return new EngineOptions(threads, kernels, wanted, warmUp, vmFlags);
  }

  /** The same, with or without warm-up. */
  public EngineOptions withWarmUp(boolean wanted) {
    return new EngineOptions(threads, kernels, speculation, wanted, vmFlags);
  }

  /** The same, with these flags. */
  public EngineOptions withVmFlags(VmFlags flags) {
    return new EngineOptions(threads, kernels, speculation, warmUp, flags);
  }
}
