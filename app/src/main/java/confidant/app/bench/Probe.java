package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.OptionalDouble;

/** One figure, measured when an engine holds {@link #depth} tokens. */
interface Probe {
  /** As in the table; the same for all engines. */
  String name();

  Unit unit();

  /** Tokens held before. */
  int depth();

  /** Tokens added on top, at most. */
  int added();

  /** Whether a second run on the same fill would tell anything new. */
  default boolean isRepeatable() {
    return true;
  }

  /** Whether an engine can be asked at all. */
  default boolean suits(Contestant contestant) {
    return true;
  }

  /** Measures once. */
  double measure(Climb at) throws BenchException;

  /** The best value that the machine allows, where that can be said. */
  default OptionalDouble limit(Work work, SpeedLimits limits) {
    return OptionalDouble.empty();
  }
}
