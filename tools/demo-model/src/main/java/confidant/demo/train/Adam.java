package confidant.demo.train;

import confidant.demo.math.Workers;
import confidant.demo.net.Parameters;
import java.util.Arrays;

/** Adam (Kingma and Ba, 2015) with the length of the gradient bounded. */
final class Adam {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.98f;
  private static final float EPSILON = 1e-9f;
  private static final double LONGEST = 1;

  private final Parameters parameters;
  final float[] means;
  final float[] squares;

  Adam(Parameters parameters) {
    this.parameters = parameters;
    means = new float[parameters.size()];
    squares = new float[parameters.size()];
  }

  /**
   * Changes the weights by their gradients, which become zeros.
   *
   * @param step counted from 1
   */
  void step(int step, double rate, Workers workers) {
    double length = length(workers);
    if (!Double.isFinite(length)) {
      throw new IllegalStateException("the gradient is no number at step " + step);
    }
    float cut = (float) Math.min(1, LONGEST / (length + 1e-12));
    double correction1 = 1 - Math.pow(BETA_1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA_2, step));
    float size = (float) (rate * correction2 / correction1);
    float[] weights = parameters.exact;
    float[] gradients = parameters.gradients;
    workers.split(
        parameters.size(),
        (from, to, gemm) -> {
          for (int i = from; i < to; i++) {
            float gradient = gradients[i] * cut;
            float mean = BETA_1 * means[i] + (1 - BETA_1) * gradient;
            float square = BETA_2 * squares[i] + (1 - BETA_2) * gradient * gradient;
            means[i] = mean;
            squares[i] = square;
            weights[i] -= size * mean / ((float) Math.sqrt(square) + EPSILON);
          }
          Arrays.fill(gradients, from, to, 0);
        });
  }

  private double length(Workers workers) {
    double[] sums = new double[(parameters.size() >>> 16) + 1];
    workers.each(
        sums.length,
        (index, gemm) -> {
          double sum = 0;
          int end = Math.min(parameters.size(), (index + 1) << 16);
          for (int i = index << 16; i < end; i++) {
            sum += (double) parameters.gradients[i] * parameters.gradients[i];
          }
          sums[index] = sum;
        });
    return Math.sqrt(Arrays.stream(sums).sum());
  }
}
