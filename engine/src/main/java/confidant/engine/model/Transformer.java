package confidant.engine.model;

import confidant.engine.cache.CachePrecision;
import confidant.engine.cache.KvCache;
import confidant.engine.kernel.ColumnOrder;
import confidant.engine.kernel.Kernels;
import confidant.engine.tensor.Matrix;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass of gpt-oss: x = embedding; per layer x += attention(norm(x)), x +=
 * experts(norm(x)); logits = output(norm(x)). Weights are shared by all sequences; what belongs to
 * one stands in its {@link KvCache} and {@link Workspace}.
 */
public final class Transformer {
  private final ModelConfig config;
  private final Weights weights;
  private final Kernels kernels;
  private final WorkerPool pool;
  private final Linear linear;
  private final Attention attention;
  private final MixtureOfExperts experts;

  public Transformer(ModelConfig config, Weights weights, Kernels kernels, WorkerPool pool) {
    this(config, weights, kernels, pool, ExpertAccess.IGNORED);
  }

  /**
   * @param access told which experts are chosen, layer by layer
   */
  public Transformer(
      ModelConfig config, Weights weights, Kernels kernels, WorkerPool pool, ExpertAccess access) {
    this.config = config;
    this.weights = weights;
    this.kernels = kernels;
    this.pool = pool;
    this.linear = new Linear(kernels);
    this.attention = new Attention(config, kernels, linear);
    this.experts = new MixtureOfExperts(config, kernels, linear, access);
  }

  public ModelConfig config() {
    return config;
  }

  /** An empty cache for {@code capacity} positions. */
  public KvCache newCache(int capacity) {
    return new KvCache(
        config.sliding(), config.slidingWindow(), config.kvHeads(), config.headDim(), capacity);
  }

  /** As {@link #newCache(int)}, with elements held as {@code precision} says. */
  KvCache newCache(int capacity, CachePrecision precision) {
    return new KvCache(
        config.sliding(),
        config.slidingWindow(),
        config.kvHeads(),
        config.headDim(),
        capacity,
        precision);
  }

  /** Buffers for a sequence. */
  public Workspace newWorkspace() {
    return new Workspace(config, pool.threads());
  }

  /**
   * Reads tokens after those the cache holds, and adds them to it. A batch of up to {@link
   * Kernels#MAX_VECTORS} tokens gives each of them the same logits, to the last bit, as if they
   * came one by one.
   *
   * @param outputs of how many of the last tokens the logits are wanted; 0 for none
   * @param gate asked once per layer and often within
   * @return logits [outputs][vocabulary]; empty if stopped, the cache being as before
   */
  public Optional<float[][]> forward(
      int[] tokens, int outputs, KvCache cache, Workspace ws, LayerGate gate) {
    return forward(tokens, outputs, cache, ws, gate, null);
  }

  Optional<float[][]> forward(
      int[] tokens,
      int outputs,
      KvCache cache,
      Workspace ws,
      LayerGate gate,
      @Nullable LayerObserver observer) {
    Pass pass = new Pass(pool, gate, config.layers());
    try {
      float[][] logits = run(pass, tokens, outputs, cache, ws, observer);
      cache.commit(tokens.length);
      return Optional.of(logits);
    } catch (Pass.Stopped e) {
      return Optional.empty();
    }
  }

  private float[][] run(
      Pass pass,
      int[] tokens,
      int outputs,
      KvCache cache,
      Workspace ws,
      @Nullable LayerObserver observer) {
    int count = tokens.length;
    ws.reserve(count);
    pass.run(count, (t, worker) -> embed(tokens[t], ws, t, ws.scratch(worker)));
    observe(observer, LayerObserver.Stage.EMBEDDING, -1, ws.residual, count);
    attention.prepare(pass, ws, cache.position(), count);

    // In the last layer only tokens whose logits are wanted go on after their keys and values.
    int first = 0;
    for (int layer = 0; layer < config.layers(); layer++) {
      pass.startLayer(layer);
      Weights.Layer w = weights.layers().get(layer);
      norm(pass, ws, w.attentionNorm(), count);
      if (layer == config.layers() - 1 && observer == null) {
        first = count - outputs;
      }
      attention.apply(pass, w, cache, layer, ws, count, first);
      int kept = count - first;
      if (kept == 0) {
        break;
      }
      observe(observer, LayerObserver.Stage.AFTER_ATTENTION, layer, ws.residual, kept);
      norm(pass, ws, w.mlpNorm(), kept);
      experts.apply(pass, w, ws, kept);
      if (observer != null) {
        observer.experts(layer, ws.routerLogits, ws.chosen, ws.chosenWeights, kept);
      }
      observe(observer, LayerObserver.Stage.AFTER_MLP, layer, ws.residual, kept);
    }
    pass.startLayer(config.layers());
    return outputs == 0 ? new float[0][] : logits(pass, ws, count - first, outputs, observer);
  }

  private void embed(int token, Workspace ws, int t, Scratch scratch) {
    int hidden = config.hiddenSize();
    Matrix embedding = weights.embedding();
    float[] row = scratch.array(Scratch.Use.PRODUCT, hidden);
    kernels.unpack(embedding, token, 0, hidden, row, 0);
    ColumnOrder.restore(embedding.type(), row, 0, hidden, ws.residual, t * hidden);
  }

  private void norm(Pass pass, Workspace ws, float[] scale, int count) {
    int hidden = config.hiddenSize();
    pass.run(
        count,
        (t, worker) -> {
          int at = t * hidden;
          RmsNorm.apply(ws.residual, at, scale, config.rmsEpsilon(), ws.normed, at);
        });
  }

  private float[][] logits(
      Pass pass, Workspace ws, int kept, int outputs, @Nullable LayerObserver observer) {
    int hidden = config.hiddenSize();
    norm(pass, ws, weights.finalNorm(), kept);
    observe(observer, LayerObserver.Stage.FINAL_NORM, -1, ws.normed, kept);
    int vocabulary = config.vocabularySize();
    Matrix output = weights.output();
    ws.input.pack(pass, output.type(), ws.normed, hidden, kept - outputs, outputs, hidden);
    float[] flat = new float[outputs * vocabulary];
    linear.apply(
        pass, ws, ws.input, outputs, List.of(new Linear.Product(output, null, flat, false)));
    if (outputs == 1) {
      return new float[][] {flat};
    }
    float[][] logits = new float[outputs][];
    for (int i = 0; i < outputs; i++) {
      logits[i] = Arrays.copyOfRange(flat, i * vocabulary, (i + 1) * vocabulary);
    }
    return logits;
  }

  private static void observe(
      @Nullable LayerObserver observer,
      LayerObserver.Stage stage,
      int layer,
      float[] values,
      int tokens) {
    if (observer != null) {
      observer.vectors(stage, layer, values, tokens);
    }
  }
}
