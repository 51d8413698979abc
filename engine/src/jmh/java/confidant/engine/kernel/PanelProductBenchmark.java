package confidant.engine.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Weights times many tokens as prompts are read: some rows of unpacked weights at a time, 512
 * columns deep, pass over a stripe of the tokens' features.
 */
public class PanelProductBenchmark extends KernelBenchmark {
  /** Whole groups of {@link Kernels#panelRows} of every implementation. */
  static final int ROWS = 60;

  private static final int FEATURES = BenchmarkWeights.COLUMNS;
  private static final int DEPTH = 512;
  private static final long ALIGNMENT_BYTES = 64;

  @Param({"16", "32", "64", "256"})
  public int columns;

  private Kernels arithmetic;
  private float[] weights;
  private Panel[] stripes;
  private float[] product;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    weights = BenchmarkWeights.activations(arithmetic.panelRows() * Kernels.ROW_STRIDE);
    stripes = stripes(columns, arena);
    product = new float[ROWS * columns];
  }

  /** All features of {@code columns} tokens, in groups of tokens, by {@link #DEPTH} features. */
  private static Panel[] stripes(int columns, Arena arena) {
    float[] values = BenchmarkWeights.activations(FEATURES * columns);
    MemorySegment memory = arena.allocate((long) values.length * Float.BYTES, ALIGNMENT_BYTES);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
    Panel[] stripes = new Panel[Math.ceilDiv(FEATURES, DEPTH)];
    for (int i = 0; i < stripes.length; i++) {
      int first = i * DEPTH;
      stripes[i] =
          new Panel(
              memory,
              (long) first * Panel.GROUP * Float.BYTES,
              Math.min(DEPTH, FEATURES - first),
              columns,
              Panel.GROUP,
              FEATURES * Panel.GROUP);
    }
    return stripes;
  }

  @Benchmark
  public float[] panelProduct() {
    int group = arithmetic.panelRows();
    for (int i = 0; i < stripes.length; i++) {
      for (int row = 0; row < ROWS; row += group) {
        arithmetic.panelProduct(
            weights, 0, group, stripes[i], product, row * columns, columns, i > 0);
      }
    }
    return product;
  }
}
