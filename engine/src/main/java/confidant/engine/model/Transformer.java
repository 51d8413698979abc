package confidant.engine.model;

import confidant.engine.cache.KvCache;
import confidant.engine.kernel.Kernels;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;
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
    this.linear = new Linear(kernels, pool);
    this.attention = new Attention(config, kernels, linear, pool);
    this.experts = new MixtureOfExperts(config, kernels, linear, pool, access);
  }

  public ModelConfig config() {
    return config;
  }

  /** An empty cache for {@code capacity} positions. */
  public KvCache newCache(int capacity) {
    return new KvCache(
        config.sliding(), config.slidingWindow(), config.kvHeads(), config.headDim(), capacity);
  }

  /**
   * Reads tokens after those the cache holds, and adds them to it.
   *
   * @param outputs of how many of the last tokens the logits are wanted; 0 for none
   * @param gate asked once per layer
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
    int count = tokens.length;
    int hidden = config.hiddenSize();
    ws.reserve(count);
    pool.run(
        count,
        t -> kernels.unpack(weights.embedding(), tokens[t], 0, hidden, ws.residual, t * hidden));
    observe(observer, LayerObserver.Stage.EMBEDDING, -1, ws.residual, count);
    attention.prepare(ws, cache.position(), count);

    // In the last layer only tokens whose logits are wanted go on after their keys and values.
    int first = 0;
    for (int layer = 0; layer < config.layers(); layer++) {
      if (!gate.proceed(layer, config.layers())) {
        return Optional.empty();
      }
      Weights.Layer w = weights.layers().get(layer);
      norm(ws, w.attentionNorm(), 0, count);
      if (layer == config.layers() - 1 && observer == null) {
        first = count - outputs;
      }
      attention.apply(w, cache, layer, ws, count, first);
      int kept = count - first;
      if (kept == 0) {
        break;
      }
      addProjected(ws, first, kept);
      observe(observer, LayerObserver.Stage.AFTER_ATTENTION, layer, ws.residual, kept);
      norm(ws, w.mlpNorm(), 0, kept);
      experts.apply(w, ws, kept);
      if (observer != null) {
        observer.experts(layer, ws.routerLogits, ws.chosen, ws.chosenWeights, kept);
      }
      observe(observer, LayerObserver.Stage.AFTER_MLP, layer, ws.residual, kept);
    }
    if (!gate.proceed(config.layers(), config.layers())) {
      return Optional.empty();
    }
    float[][] logits = outputs == 0 ? new float[0][] : logits(ws, count - first, outputs, observer);
    cache.commit(count);
    return Optional.of(logits);
  }

  /** Adds attention's output; tokens before {@code first} are dropped, the others move up. */
  private void addProjected(Workspace ws, int first, int kept) {
    int hidden = config.hiddenSize();
    if (first > 0) {
      System.arraycopy(ws.residual, first * hidden, ws.residual, 0, kept * hidden);
    }
    for (int i = 0; i < kept * hidden; i++) {
      ws.residual[i] += ws.projected[i];
    }
  }

  private void norm(Workspace ws, float[] scale, int from, int to) {
    int hidden = config.hiddenSize();
    pool.run(
        to - from,
        t -> {
          int at = (from + t) * hidden;
          RmsNorm.apply(ws.residual, at, scale, config.rmsEpsilon(), ws.normed, at);
        });
  }

  private float[][] logits(Workspace ws, int kept, int outputs, @Nullable LayerObserver observer) {
    int hidden = config.hiddenSize();
    norm(ws, weights.finalNorm(), 0, kept);
    observe(observer, LayerObserver.Stage.FINAL_NORM, -1, ws.normed, kept);
    int vocabulary = config.vocabularySize();
    int[] rows = new int[outputs];
    Arrays.setAll(rows, i -> kept - outputs + i);
    Activations x = ws.activations;
    x.pack(weights.output().type(), ws.normed, hidden, rows, outputs, hidden, pool);
    float[] flat = new float[outputs * vocabulary];
    linear.apply(weights.output(), null, x, flat, vocabulary);
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
