package confidant.engine.kernel;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks share: which arithmetic, for how long, and native memory. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class KernelBenchmark {
  @Param({Arithmetic.SCALAR, Arithmetic.VECTOR})
  public String kernels;

  /** Shared, as the arena of mapped weights is: each access asks whether it is still open. */
  final Arena arena = Arena.ofShared();

  @TearDown(Level.Trial)
  public final void close() {
    arena.close();
  }

  final Kernels arithmetic() {
    return Arithmetic.named(kernels);
  }
}
