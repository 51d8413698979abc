package confidant.engine;

import confidant.engine.kernel.MachineLimits;
import java.util.Optional;

/**
 * What the machine allows at most, measured with the engine's own instructions. No engine can be
 * faster, so shares of these say how much is left.
 *
 * @param threads that worked together
 * @param flopsPerSecond float32 operations; a fused multiply-add counts as two
 * @param bytesPerSecond read from memory
 */
public record SpeedLimits(int threads, double flopsPerSecond, double bytesPerSecond) {

  /**
   * Measures for some seconds; empty if Java was started without vector instructions.
   *
   * @param memoryBytes to read from: at least 1 GiB, or else caches are measured
   */
  public static Optional<SpeedLimits> measure(int threads, long memoryBytes) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SpeedLimits(
            threads,
            MachineLimits.fmaPerSecond(threads),
            MachineLimits.bytesPerSecond(threads, memoryBytes)));
  }
}
