package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.OptionalDouble;

/** Writing {@code added} tokens one by one. */
record Decode(int depth, int added) implements Probe {

  @Override
  public String name() {
    return "decode %d at depth %d".formatted(added, depth);
  }

  @Override
  public Unit unit() {
    return Unit.TOKENS_PER_SECOND;
  }

  @Override
  public double measure(Climb at) throws BenchException {
    return added / at.contestant().write(at.tokens().range(depth, depth + added));
  }

  @Override
  public OptionalDouble limit(Work work, SpeedLimits limits) {
    return OptionalDouble.of(limits.bytesPerSecond() / work.decodeBytes(depth + added / 2));
  }
}
