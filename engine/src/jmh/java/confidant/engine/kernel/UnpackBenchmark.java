package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Rows of weights, one after the other, into the same scratch. */
public class UnpackBenchmark extends KernelBenchmark {
  @Param({"MXFP4_GGML", "MXFP4_SPLIT", "Q8_0", "BF16"})
  public DType type;

  private Kernels arithmetic;
  private Matrix weights;
  private float[] row;

  @Setup
  public void prepare() {
    arithmetic = arithmetic();
    weights = BenchmarkWeights.inCache(type, arena);
    row = new float[BenchmarkWeights.COLUMNS];
  }

  @Benchmark
  public float[] unpack() {
    for (int r = 0; r < BenchmarkWeights.ROWS; r++) {
      arithmetic.unpack(weights, r, 0, BenchmarkWeights.COLUMNS, row, 0);
    }
    return row;
  }
}
