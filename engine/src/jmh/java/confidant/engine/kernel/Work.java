package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What one call of a benchmark does.
 *
 * @param kernel method of {@link Kernels}
 * @param weights their type; empty if there are none
 * @param shape of the data
 * @param limit that the kernel runs against
 * @param amount operations on float32, or bytes, as {@code limit} counts them
 */
record Work(String kernel, String weights, String shape, Limit limit, double amount) {
  /**
   * Additions, products, minima and maxima per value as the vector kernel makes them, a
   * multiply-add for two: five for the polynomial's multiply-adds, six around it.
   */
  private static final int EXP2_OPERATIONS = 2 * 5 + 6;

  /**
   * Likewise: eight multiply-adds in the exponential, seven operations around them, ten before,
   * where both inputs get bias and limits, and a division, which costs more than it counts.
   */
  private static final int SWIGLU_OPERATIONS = 2 * 8 + 7 + 10;

  static Work of(BenchmarkParams params) {
    String benchmark = params.getBenchmark();
    String kernel = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    return switch (kernel) {
      case "unpack" -> unpack(kernel, DType.valueOf(params.getParam("type")));
      case "matVec" -> matVec(kernel, params);
      case "panelProduct" -> panelProduct(kernel, Integer.parseInt(params.getParam("columns")));
      case "max" -> scores(kernel, Limit.CACHE, Float.BYTES);
      case "exp2Sum" -> scores(kernel, Limit.FMA, EXP2_OPERATIONS);
      case "scale" -> scores(kernel, Limit.CACHE, 2 * Float.BYTES);
      case "swiGlu" -> swiGlu(kernel);
      case "widenRows", "widenColumns" -> widen(kernel);
      default -> throw new IllegalArgumentException("nobody knows the work of " + benchmark);
    };
  }

  private static Work unpack(String kernel, DType type) {
    int rows = BenchmarkWeights.ROWS;
    int columns = BenchmarkWeights.COLUMNS;
    double bytes = BenchmarkWeights.bytes(type, rows) + (double) rows * columns * Float.BYTES;
    return new Work(kernel, type.name(), rows + " x " + columns, Limit.CACHE, bytes);
  }

  private static Work matVec(String kernel, BenchmarkParams params) {
    DType type = DType.valueOf(params.getParam("type"));
    int tokens = Integer.parseInt(params.getParam("tokens"));
    String place = params.getParam("place");
    int rows = BenchmarkWeights.ROWS;
    int columns = BenchmarkWeights.COLUMNS;
    boolean memory = MatVecBenchmark.MEMORY.equals(place);
    return new Work(
        kernel,
        type.name(),
        rows + " x " + columns + " x " + tokens + ", " + place,
        memory ? Limit.MEMORY : Limit.FMA,
        memory ? BenchmarkWeights.bytes(type, rows) : 2.0 * rows * columns * tokens);
  }

  private static Work panelProduct(String kernel, int columns) {
    int rows = PanelProductBenchmark.ROWS;
    int depth = BenchmarkWeights.COLUMNS;
    String shape = rows + " x " + depth + " x " + columns;
    return new Work(kernel, "", shape, Limit.FMA, 2.0 * rows * depth * columns);
  }

  private static Work scores(String kernel, Limit limit, int perValue) {
    int rows = ScoresBenchmark.ROWS;
    int columns = ScoresBenchmark.COLUMNS;
    double amount = (double) rows * columns * perValue;
    return new Work(kernel, "", rows + " x " + columns, limit, amount);
  }

  private static Work swiGlu(String kernel) {
    int features = SwiGluBenchmark.FEATURES;
    int tokens = SwiGluBenchmark.TOKENS;
    double operations = (double) features * tokens * SWIGLU_OPERATIONS;
    return new Work(kernel, "", features + " x " + tokens, Limit.FMA, operations);
  }

  private static Work widen(String kernel) {
    int blocks = WidenBenchmark.BLOCKS;
    int rows = WidenBenchmark.POSITIONS;
    int columns = WidenBenchmark.HEAD;
    double values = (double) blocks * rows * columns;
    String shape = blocks + " of " + rows + " x " + columns;
    return new Work(kernel, "", shape, Limit.CACHE, values * (Short.BYTES + Float.BYTES));
  }
}
