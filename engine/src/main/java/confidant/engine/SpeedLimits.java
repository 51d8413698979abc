package confidant.engine;

import confidant.engine.kernel.MachineLimits;

/**
 * What the machine allows at most, measured with the engine's own instructions. No engine can be
 * faster, so shares of these say how much is left.
 *
 * @param threads that worked together
 * @param flopsPerSecond float32 operations; a fused multiply-add counts as two
 * @param bytesPerSecond read from memory
 */
public record SpeedLimits(int threads, double flopsPerSecond, double bytesPerSecond) {

  /** Whether Java was started with vector instructions. */
  public static boolean canBeMeasured() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /**
   * Measures for some seconds.
   *
   * @param memoryBytes to read from: at least 1 GiB, or else caches are measured
   * @throws IllegalStateException unless {@link #canBeMeasured()}
   */
  public static SpeedLimits measure(int threads, long memoryBytes) {
    if (!canBeMeasured()) {
      throw new IllegalStateException("Java was started without vector instructions");
    }
    return new SpeedLimits(
        threads,
        MachineLimits.fmaPerSecond(threads),
        MachineLimits.bytesPerSecond(threads, memoryBytes));
  }
}
