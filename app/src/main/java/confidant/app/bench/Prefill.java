package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.OptionalDouble;

/** Reading {@code added} tokens at once. */
record Prefill(int depth, int added) implements Probe {

  @Override
  public String name() {
    return depth == 0 ? "prefill " + added : "prefill %d at depth %d".formatted(added, depth);
  }

  @Override
  public Unit unit() {
    return Unit.TOKENS_PER_SECOND;
  }

  @Override
  public double measure(Climb at) throws BenchException {
    return added / at.contestant().read(at.tokens().range(depth, depth + added));
  }

  @Override
  public OptionalDouble limit(Work work, SpeedLimits limits) {
    return OptionalDouble.of(added * limits.flopsPerSecond() / work.prefillFlops(added, depth));
  }
}
