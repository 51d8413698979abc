package confidant.engine.kernel;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Measures the {@link Limit} of a benchmark in the same process, right after its first iteration
 * that counts: before, the compiler might still be at work on the kernel.
 */
public final class LimitProfiler implements InternalProfiler {
  /** Of the secondary result, in operations or bytes per second. */
  static final String LABEL = "limit";

  private boolean measured;

  @Override
  public String getDescription() {
    return "The machine's limit that a kernel runs against";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (measured || iteration.getType() != IterationType.MEASUREMENT) {
      return List.of();
    }
    measured = true;
    double limit = Work.of(benchmark).limit().perSecond();
    return List.of(new ScalarResult(LABEL, limit, "1/s", AggregationPolicy.MAX));
  }
}
