package confidant.engine.kernel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** The gate of experts, feature by feature for many tokens, as prompts are read. */
public class SwiGluBenchmark extends KernelBenchmark {
  static final int FEATURES = 256;
  static final int TOKENS = 256;

  /** Of gpt-oss. */
  private static final float LIMIT = 7;

  /** Spreads inputs beyond the limit on both sides. */
  private static final float SPREAD = 10;

  private static final float BIAS = 0.125f;

  private Kernels arithmetic;
  private float[] fresh;
  private float[] gate;
  private float[] up;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    fresh = BenchmarkWeights.activations(FEATURES * TOKENS);
    arithmetic.scale(fresh, 0, fresh.length, SPREAD);
    gate = new float[fresh.length];
    up = fresh.clone();
  }

  /** The kernel overwrites its gate. */
  @Setup(Level.Invocation)
  public void restore() {
    System.arraycopy(fresh, 0, gate, 0, fresh.length);
  }

  @Benchmark
  public float[] swiGlu() {
    for (int at = 0; at < gate.length; at += TOKENS) {
      arithmetic.swiGlu(gate, at, BIAS, up, at, -BIAS, TOKENS, LIMIT);
    }
    return gate;
  }
}
