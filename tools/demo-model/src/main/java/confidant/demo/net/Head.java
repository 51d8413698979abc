package confidant.demo.net;

import confidant.demo.math.Gemm;
import confidant.demo.math.Matrix;
import confidant.demo.math.Softmax;
import confidant.demo.math.Workers;

/**
 * The output matrix and the loss, for those tokens only whose prediction counts. Rows of the
 * vocabulary that stay zero have the logit 0 and take their part of the probability.
 */
public final class Head {
  /** Predictions that are computed together. */
  private static final int ROWS = 512;

  private final Shape shape;
  private final float[] logits; // [ROWS, vocabulary]

  Head(Shape shape) {
    this.shape = shape;
    logits = new float[ROWS * shape.vocabulary()];
  }

  /**
   * What predictions were worth.
   *
   * @param loss weighted mean of the cross entropy
   * @param weight by which it was weighed
   * @param answers predictions of full weight
   * @param right those of them that were the most likely token
   */
  public record Score(double loss, double weight, int answers, int right) {}

  /**
   * Computes the loss.
   *
   * @param rows [count, hidden], final and normalised; become their gradients if {@code learn}
   * @param targets of each row
   * @param weights of each row
   * @param guesses gets the most likely token of each row
   */
  Score compute(
      Parameters parameters,
      int count,
      float[] rows,
      int[] targets,
      float[] weights,
      int[] guesses,
      boolean learn,
      Workers workers) {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += weights[i];
    }
    double norm = Math.max(total, 1e-9);
    double[] losses = new double[count];
    for (int at = 0; at < count; at += ROWS) {
      int first = at;
      int some = Math.min(ROWS, count - at);
      Matrix inputs = Matrix.of(rows, at * shape.hidden(), some, shape.hidden());
      multiply(parameters, inputs, workers);
      workers.split(
          some,
          (from, to, gemm) -> {
            for (int row = from; row < to; row++) {
              int i = first + row;
              float share = (float) (weights[i] / norm);
              losses[i] = lossOf(row, targets[i], share, i, guesses) * weights[i];
            }
          });
      if (learn) {
        back(parameters, inputs, workers);
      }
    }
    return score(count, targets, weights, guesses, losses, norm);
  }

  private static Score score(
      int count, int[] targets, float[] weights, int[] guesses, double[] losses, double norm) {
    double loss = 0;
    int answers = 0;
    int right = 0;
    for (int i = 0; i < count; i++) {
      loss += losses[i];
      if (weights[i] >= 1) {
        answers++;
        right += guesses[i] == targets[i] ? 1 : 0;
      }
    }
    return new Score(loss / norm, norm, answers, right);
  }

  private void multiply(Parameters parameters, Matrix inputs, Workers workers) {
    Matrix output = parameters.used(parameters.slot("lm_head.weight", -1));
    Matrix all = Matrix.of(logits, 0, inputs.rows(), shape.vocabulary());
    workers.split(
        shape.vocabulary(),
        (from, to, gemm) ->
            gemm.multiplyTransposed(
                inputs, output.rows(from, to - from), all.columns(from, to - from)));
  }

  /** Turns a row of logits into the gradient of its loss, times {@code share}. */
  private double lossOf(int row, int target, float share, int index, int[] guesses) {
    int at = row * shape.vocabulary();
    float wanted = logits[at + target];
    float largest = Softmax.largest(logits, at, shape.vocabulary());
    int guess = 0;
    while (logits[at + guess] < largest) {
      guess++;
    }
    guesses[index] = guess;
    float shift = shape.zeroRows() > 0 ? Math.max(largest, 0) : largest;
    double sum =
        Softmax.exponentials(logits, at, shape.vocabulary(), 1, shift)
            + shape.zeroRows() * Math.exp(-shift);
    float factor = (float) (share / sum);
    for (int i = at; i < at + shape.vocabulary(); i++) {
      logits[i] *= factor;
    }
    logits[at + target] -= share;
    return Math.log(sum) + shift - wanted;
  }

  private void back(Parameters parameters, Matrix inputs, Workers workers) {
    Slot slot = parameters.slot("lm_head.weight", -1);
    Matrix output = parameters.used(slot);
    Matrix outputGradients = parameters.gradient(slot);
    Matrix all = Matrix.of(logits, 0, inputs.rows(), shape.vocabulary());
    workers.split(
        shape.vocabulary(),
        (from, to, gemm) ->
            gemm.addTransposedProduct(
                all.columns(from, to - from), inputs, outputGradients.rows(from, to - from)));
    workers.split(
        inputs.rows(),
        (from, to, gemm) -> backRows(gemm, all.rows(from, to - from), output, inputs, from));
  }

  private static void backRows(
      Gemm gemm, Matrix gradients, Matrix output, Matrix inputs, int from) {
    gemm.multiply(gradients, output, inputs.rows(from, gradients.rows()));
  }

  /** The logits of some rows: [count, vocabulary]. */
  float[] logits(Parameters parameters, int count, float[] rows, Workers workers) {
    float[] all = new float[count * shape.vocabulary()];
    for (int at = 0; at < count; at += ROWS) {
      int some = Math.min(ROWS, count - at);
      multiply(parameters, Matrix.of(rows, at * shape.hidden(), some, shape.hidden()), workers);
      System.arraycopy(logits, 0, all, at * shape.vocabulary(), some * shape.vocabulary());
    }
    return all;
  }
}
