package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A few tokens times as many rows as a thread takes at once. */
public class MatVecBenchmark extends KernelBenchmark {
  static final String CACHE = "L2";
  static final String MEMORY = "RAM";
  private static final int ROWS = BenchmarkWeights.ROWS;

  @Param({"MXFP4_GGML", "MXFP4_SPLIT", "Q8_0", "BF16"})
  public DType type;

  @Param({"1", "2", "4", "8"})
  public int tokens;

  /** Where the weights come from. */
  @Param({CACHE, MEMORY})
  public String place;

  private Kernels arithmetic;
  private Matrix weights;
  private float[] x;
  private float[] y;
  private int row;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    weights =
        place.equals(MEMORY)
            ? BenchmarkWeights.inMemory(type, arena)
            : BenchmarkWeights.inCache(type, arena);
    x = BenchmarkWeights.activations(tokens * BenchmarkWeights.COLUMNS);
    y = new float[tokens * ROWS];
  }

  @Benchmark
  public float[] matVec() {
    arithmetic.matVec(weights, row, row + ROWS, x, 0, tokens, y, 0, ROWS);
    row = (row + ROWS) % weights.rows();
    return y;
  }
}
