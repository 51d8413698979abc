package confidant.demo.net;

import confidant.demo.math.Gemm;
import confidant.demo.math.Matrix;
import confidant.demo.math.Softmax;
import confidant.demo.math.Workers;

/**
 * The mixture of experts of a layer, forwards and backwards. A task computes one expert; what
 * experts gave is put together token by token, so the order of sums is always the same.
 */
final class Experts {
  /** Below, the activation is 0 in float32, but the power would become infinite. */
  private static final float LOWEST_GATE = -50;

  private final Shape shape;
  private final float[] gathered; // [tokens * chosen, hidden]
  private final float[] activated; // [tokens * chosen, intermediate]
  private final float[] outputGradients; // [tokens * chosen, hidden]
  private final float[] activatedGradients; // [tokens * chosen, intermediate]
  private final float[] hiddenGradients; // [tokens * chosen, 2 intermediate]

  Experts(Shape shape, int capacity) {
    this.shape = shape;
    int places = capacity * shape.chosen();
    gathered = new float[places * shape.hidden()];
    activated = new float[places * shape.intermediate()];
    outputGradients = new float[places * shape.hidden()];
    activatedGradients = new float[places * shape.intermediate()];
    hiddenGradients = new float[places * 2 * shape.intermediate()];
  }

  /** The weights of one expert; rows of the first matrix alternate between gate and linear half. */
  private record Weights(Matrix gateUp, int gateUpBias, Matrix down, int downBias) {}

  private Weights weights(Parameters parameters, float[] values, int layer, int expert) {
    Slot gateUp = parameters.slot("mlp.experts.gate_up_proj", layer);
    Slot gateUpBias = parameters.slot("mlp.experts.gate_up_proj_bias", layer);
    Slot down = parameters.slot("mlp.experts.down_proj", layer);
    Slot downBias = parameters.slot("mlp.experts.down_proj_bias", layer);
    int wide = 2 * shape.intermediate();
    int hidden = shape.hidden();
    return new Weights(
        Matrix.of(values, gateUp.at(), gateUp.rows(), hidden).rows(expert * wide, wide),
        gateUpBias.at() + expert * wide,
        Matrix.of(values, down.at(), down.rows(), down.columns()).rows(expert * hidden, hidden),
        downBias.at() + expert * hidden);
  }

  /**
   * Adds what the experts say of normalised tokens to the residual stream.
   *
   * @param inner gets the first matrix's results: [tokens * chosen, 2 intermediate]
   * @param said gets what each expert said: [tokens * chosen, hidden]
   */
  void forward(
      Parameters parameters,
      int layer,
      int tokens,
      float[] normed,
      Routing routing,
      float[] inner,
      float[] said,
      float[] residual,
      Workers workers) {
    int hidden = shape.hidden();
    workers.each(
        shape.experts(),
        (expert, gemm) -> {
          int from = routing.starts[expert];
          int count = routing.starts[expert + 1] - from;
          if (count > 0) {
            Weights weights = weights(parameters, parameters.used, layer, expert);
            gather(routing, normed, from, count);
            forward(parameters, weights, from, count, inner, said, gemm);
          }
        });
    workers.split(
        tokens,
        (from, to, gemm) -> {
          for (int i = from * shape.chosen(); i < to * shape.chosen(); i++) {
            float weight = routing.weights[i];
            int at = i / shape.chosen() * hidden;
            int place = routing.places[i] * hidden;
            for (int j = 0; j < hidden; j++) {
              residual[at + j] += weight * said[place + j];
            }
          }
        });
  }

  private void gather(Routing routing, float[] normed, int from, int count) {
    int hidden = shape.hidden();
    for (int place = from; place < from + count; place++) {
      System.arraycopy(normed, routing.tokens[place] * hidden, gathered, place * hidden, hidden);
    }
  }

  private void forward(
      Parameters parameters,
      Weights weights,
      int from,
      int count,
      float[] inner,
      float[] said,
      Gemm gemm) {
    int wide = 2 * shape.intermediate();
    int hidden = shape.hidden();
    gemm.multiplyTransposed(
        Matrix.of(gathered, from * hidden, count, hidden),
        weights.gateUp(),
        Matrix.of(inner, from * wide, count, wide));
    addBias(inner, from, count, wide, parameters.used, weights.gateUpBias());
    activate(inner, from, count);
    gemm.multiplyTransposed(
        Matrix.of(activated, from * shape.intermediate(), count, shape.intermediate()),
        weights.down(),
        Matrix.of(said, from * hidden, count, hidden));
    addBias(said, from, count, hidden, parameters.used, weights.downBias());
  }

  static void addBias(float[] values, int row, int rows, int width, float[] biases, int biasAt) {
    for (int at = row * width; at < (row + rows) * width; at += width) {
      for (int i = 0; i < width; i++) {
        values[at + i] += biases[biasAt + i];
      }
    }
  }

  /** Adds the sum of rows to a bias's gradient. */
  static void addRows(float[] values, int row, int rows, int width, float[] sums, int sumsAt) {
    for (int at = row * width; at < (row + rows) * width; at += width) {
      for (int i = 0; i < width; i++) {
        sums[sumsAt + i] += values[at + i];
      }
    }
  }

  /** Leaves e to the power of minus alpha times the gate in the place of the activation. */
  private void powers(float[] inner, int from, int count) {
    int start = from * shape.intermediate();
    int end = start + count * shape.intermediate();
    for (int i = start; i < end; i++) {
      activated[i] = Math.max(Math.min(inner[2 * i], Shape.LIMIT), LOWEST_GATE);
    }
    Softmax.exponentials(activated, start, end - start, -Shape.ALPHA, 0);
  }

  private void activate(float[] inner, int from, int count) {
    powers(inner, from, count);
    int start = from * shape.intermediate();
    int end = start + count * shape.intermediate();
    for (int i = start; i < end; i++) {
      float gate = Math.min(inner[2 * i], Shape.LIMIT);
      float linear = clamp(inner[2 * i + 1]);
      activated[i] = gate / (1 + activated[i]) * (linear + 1);
    }
  }

  private static float clamp(float linear) {
    return Math.max(-Shape.LIMIT, Math.min(Shape.LIMIT, linear));
  }

  /**
   * Takes gradients back.
   *
   * @param gradients of the residual stream after the experts
   * @param normedGradients is added to
   * @param weightGradients gets those of the router's weights: [tokens, chosen]
   */
  void backward(
      Parameters parameters,
      int layer,
      int tokens,
      float[] normed,
      Routing routing,
      float[] inner,
      float[] said,
      float[] gradients,
      float[] normedGradients,
      float[] weightGradients,
      Workers workers) {
    int hidden = shape.hidden();
    workers.split(
        tokens,
        (from, to, gemm) -> {
          for (int i = from * shape.chosen(); i < to * shape.chosen(); i++) {
            float weight = routing.weights[i];
            int at = i / shape.chosen() * hidden;
            int place = routing.places[i] * hidden;
            float sum = 0;
            for (int j = 0; j < hidden; j++) {
              sum += gradients[at + j] * said[place + j];
              outputGradients[place + j] = weight * gradients[at + j];
            }
            weightGradients[i] = sum;
          }
        });
    workers.each(
        shape.experts(),
        (expert, gemm) -> {
          int from = routing.starts[expert];
          int count = routing.starts[expert + 1] - from;
          if (count > 0) {
            gather(routing, normed, from, count);
            backward(parameters, layer, expert, from, count, inner, gemm);
          }
        });
    // What was gathered has become the gradient of it.
    workers.split(
        tokens,
        (from, to, gemm) -> {
          for (int i = from * shape.chosen(); i < to * shape.chosen(); i++) {
            int at = i / shape.chosen() * hidden;
            int place = routing.places[i] * hidden;
            for (int j = 0; j < hidden; j++) {
              normedGradients[at + j] += gathered[place + j];
            }
          }
        });
  }

  private void backward(
      Parameters parameters, int layer, int expert, int from, int count, float[] inner, Gemm gemm) {
    int hidden = shape.hidden();
    int narrow = shape.intermediate();
    int wide = 2 * narrow;
    Weights used = weights(parameters, parameters.used, layer, expert);
    Weights sums = weights(parameters, parameters.gradients, layer, expert);
    Matrix output = Matrix.of(outputGradients, from * hidden, count, hidden);
    Matrix activation = Matrix.of(activated, from * narrow, count, narrow);
    Matrix innerGradients = Matrix.of(hiddenGradients, from * wide, count, wide);
    Matrix taken = Matrix.of(gathered, from * hidden, count, hidden);
    activate(inner, from, count);
    gemm.addTransposedProduct(output, activation, sums.down());
    addRows(outputGradients, from, count, hidden, parameters.gradients, sums.downBias());
    gemm.multiply(output, used.down(), Matrix.of(activatedGradients, from * narrow, count, narrow));
    deactivate(inner, from, count);
    gemm.addTransposedProduct(innerGradients, taken, sums.gateUp());
    addRows(hiddenGradients, from, count, wide, parameters.gradients, sums.gateUpBias());
    gemm.multiply(innerGradients, used.gateUp(), taken);
  }

  /** Gradients of gate and linear half; where one was cut off it has none. */
  private void deactivate(float[] inner, int from, int count) {
    powers(inner, from, count);
    int start = from * shape.intermediate();
    int end = start + count * shape.intermediate();
    for (int i = start; i < end; i++) {
      float gate = Math.min(inner[2 * i], Shape.LIMIT);
      float linear = clamp(inner[2 * i + 1]);
      float open = 1 / (1 + activated[i]);
      float gradient = activatedGradients[i];
      float slope = (linear + 1) * open * (1 + Shape.ALPHA * gate * (1 - open));
      hiddenGradients[2 * i] = inner[2 * i] > Shape.LIMIT ? 0 : gradient * slope;
      hiddenGradients[2 * i + 1] =
          Math.abs(inner[2 * i + 1]) > Shape.LIMIT ? 0 : gradient * gate * open;
    }
  }
}
