package confidant.engine.model;

import confidant.engine.kernel.Kernels;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;

/** The MLP of gpt-oss: a router, and experts with a clamped SwiGLU. */
final class MixtureOfExperts {
  private final ModelConfig config;
  private final Kernels kernels;
  private final Linear linear;
  private final WorkerPool pool;
  private final ExpertAccess access;

  MixtureOfExperts(
      ModelConfig config, Kernels kernels, Linear linear, WorkerPool pool, ExpertAccess access) {
    this.config = config;
    this.kernels = kernels;
    this.linear = linear;
    this.pool = pool;
    this.access = access;
  }

  /**
   * Adds the experts' output to the residual of {@code count} tokens.
   *
   * @param ws {@code normed} holds the normalised input, {@code residual} is added to
   */
  void apply(Weights.Layer weights, Workspace ws, int count) {
    int hidden = config.hiddenSize();
    int perToken = config.expertsPerToken();
    Activations x = ws.activations;
    x.pack(weights.router().type(), ws.normed, hidden, null, count, hidden, pool);
    linear.apply(weights.router(), weights.routerBias(), x, ws.routerLogits, config.experts());
    for (int t = 0; t < count; t++) {
      Router.choose(
          ws.routerLogits,
          t * config.experts(),
          config.experts(),
          perToken,
          ws.chosen,
          ws.chosenWeights,
          t * perToken);
    }
    access.chosen(weights, ws.chosen, count * perToken);
    if (count == 1) {
      oneToken(weights, ws);
    } else {
      manyTokens(weights, ws, count);
    }
  }

  /** All chosen experts side by side: the first halves in one region, the second in another. */
  private void oneToken(Weights.Layer weights, Workspace ws) {
    int perToken = config.expertsPerToken();
    int hidden = config.hiddenSize();
    int intermediate = config.intermediateSize();
    Activations x = ws.activations;
    Weights.Expert sample = weights.experts().get(ws.chosen[0]);
    x.pack(sample.gate().type(), ws.normed, hidden, null, 1, hidden, pool);

    int step = linear.vectorTaskRows(intermediate);
    int tasks = Linear.tasks(intermediate, step);
    pool.run(
        perToken * tasks,
        task -> {
          int n = task / tasks;
          Weights.Expert expert = weights.experts().get(ws.chosen[n]);
          int from = task % tasks * step;
          int to = Math.min(intermediate, from + step);
          int at = n * intermediate + from;
          linear.rowsTimesVector(
              expert.gate(), expert.gateBias(), from, to, x.vector(), ws.gate, at);
          linear.rowsTimesVector(expert.up(), expert.upBias(), from, to, x.vector(), ws.up, at);
          kernels.swiGlu(ws.gate, at, ws.up, at, to - from, config.swigluLimit());
        });

    float[][] inputs = new float[perToken][intermediate];
    for (int n = 0; n < perToken; n++) {
      x.pack(sample.down().type(), ws.gate, intermediate, new int[] {n}, 1, intermediate, pool);
      System.arraycopy(x.vector(), 0, inputs[n], 0, intermediate);
    }
    int downStep = linear.vectorTaskRows(hidden);
    pool.run(
        Linear.tasks(hidden, downStep),
        task -> {
          int from = task * downStep;
          int to = Math.min(hidden, from + downStep);
          float[] y = new float[to - from];
          for (int n = 0; n < perToken; n++) {
            Weights.Expert expert = weights.experts().get(ws.chosen[n]);
            linear.rowsTimesVector(expert.down(), expert.downBias(), from, to, inputs[n], y, 0);
            addWeighted(y, 0, ws.chosenWeights[n], ws.residual, from, y.length);
          }
        });
  }

  /** Expert by expert, each with the tokens that chose it. */
  private void manyTokens(Weights.Layer weights, Workspace ws, int count) {
    int perToken = config.expertsPerToken();
    int hidden = config.hiddenSize();
    int intermediate = config.intermediateSize();
    Activations x = ws.activations;
    int[] tokens = new int[count];
    float[] shares = new float[count];
    for (int e = 0; e < config.experts(); e++) {
      int n = 0;
      for (int i = 0; i < count * perToken; i++) {
        if (ws.chosen[i] == e) {
          tokens[n] = i / perToken;
          shares[n] = ws.chosenWeights[i];
          n++;
        }
      }
      if (n == 0) {
        continue;
      }
      Weights.Expert expert = weights.experts().get(e);
      int[] rows = Arrays.copyOf(tokens, n);
      x.pack(expert.gate().type(), ws.normed, hidden, rows, n, hidden, pool);
      linear.apply(expert.gate(), expert.gateBias(), x, ws.gate, intermediate);
      linear.apply(expert.up(), expert.upBias(), x, ws.up, intermediate);
      pool.run(
          n,
          i ->
              kernels.swiGlu(
                  ws.gate,
                  i * intermediate,
                  ws.up,
                  i * intermediate,
                  intermediate,
                  config.swigluLimit()));
      x.pack(expert.down().type(), ws.gate, intermediate, null, n, intermediate, pool);
      linear.apply(expert.down(), expert.downBias(), x, ws.projected, hidden);
      for (int i = 0; i < n; i++) {
        addWeighted(ws.projected, i * hidden, shares[i], ws.residual, rows[i] * hidden, hidden);
      }
    }
  }

  private static void addWeighted(
      float[] y, int yOffset, float weight, float[] sum, int sumOffset, int count) {
    for (int i = 0; i < count; i++) {
      sum[sumOffset + i] += weight * y[yOffset + i];
    }
  }
}
