package confidant.engine.kernel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** The steps of attention's softmax, on rows of scores for one block of cached positions. */
public class ScoresBenchmark extends KernelBenchmark {
  /** Half a megabyte, which the second-level cache holds. */
  static final int ROWS = 1024;

  /** Positions of a block of the cache. */
  static final int COLUMNS = 128;

  /** No less than any score, so that no power is above 1. */
  private static final float SHIFT = 1;

  private static final float FACTOR = 0.75f;

  private Kernels arithmetic;
  private float[] fresh;
  private float[] scores;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    fresh = BenchmarkWeights.activations(ROWS * COLUMNS);
    scores = new float[fresh.length];
  }

  /**
   * Two of the kernels overwrite their input; again and again, it would run into a fixed point that
   * some arithmetic has a short cut for. JMH does not count this, and its two looks at the clock
   * are nothing beside a call of tens of microseconds.
   */
  @Setup(Level.Invocation)
  public void restore() {
    System.arraycopy(fresh, 0, scores, 0, fresh.length);
  }

  @Benchmark
  public float max() {
    float sum = 0;
    for (int at = 0; at < scores.length; at += COLUMNS) {
      sum += arithmetic.max(scores, at, COLUMNS);
    }
    return sum;
  }

  @Benchmark
  public float exp2Sum() {
    float sum = 0;
    for (int at = 0; at < scores.length; at += COLUMNS) {
      sum += arithmetic.exp2Sum(scores, at, COLUMNS, SHIFT);
    }
    return sum;
  }

  @Benchmark
  public float[] scale() {
    for (int at = 0; at < scores.length; at += COLUMNS) {
      arithmetic.scale(scores, at, COLUMNS, FACTOR);
    }
    return scores;
  }
}
