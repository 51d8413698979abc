package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the machine allows, by number of threads. A machine that is shared gives more at one time
 * and less at another, so each run is held against what was measured just before it.
 */
final class Ceilings {
  private final long memoryBytes;
  private final Map<Integer, SpeedLimits> latest = new TreeMap<>();
  private final Map<Integer, SpeedLimits> most = new TreeMap<>();

  /**
   * @param memoryBytes to read from at each measurement
   */
  Ceilings(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  /** Measures anew, if the engine can, with the instructions that it uses. */
  void measure(Contestant engine, int threads) throws BenchException {
    engine.limits(threads, memoryBytes).ifPresent(this::add);
  }

  private void add(SpeedLimits limits) {
    latest.put(limits.threads(), limits);
    most.merge(limits.threads(), limits, Ceilings::greater);
  }

  /** The greater of each limit. */
  static SpeedLimits greater(SpeedLimits one, SpeedLimits other) {
    return new SpeedLimits(
        one.threads(),
        Math.max(one.flopsPerSecond(), other.flopsPerSecond()),
        Math.max(one.bytesPerSecond(), other.bytesPerSecond()));
  }

  /** As measured last. */
  Optional<SpeedLimits> latest(int threads) {
    return Optional.ofNullable(latest.get(threads));
  }

  /** The greatest that were measured, fewest threads first. */
  List<SpeedLimits> most() {
    return List.copyOf(most.values());
  }
}
