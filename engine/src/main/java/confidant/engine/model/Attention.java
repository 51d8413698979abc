package confidant.engine.model;

import confidant.engine.cache.KvCache;
import confidant.engine.cache.LayerCache;
import confidant.engine.kernel.Kernels;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;

/** Attention of one layer: projections, rotation, cache, and the heads themselves. */
final class Attention {
  private final ModelConfig config;
  private final Rope rope;
  private final SinkAttention heads;
  private final Linear linear;
  private final WorkerPool pool;

  Attention(ModelConfig config, Kernels kernels, Linear linear, WorkerPool pool) {
    this.config = config;
    this.rope = new Rope(config.rope(), config.headDim());
    this.heads = new SinkAttention(config.heads(), config.kvHeads(), config.headDim(), kernels);
    this.linear = linear;
    this.pool = pool;
  }

  /** Cosines and sines of {@code count} positions from {@code position} on. */
  void prepare(Workspace ws, int position, int count) {
    float[] table = new float[config.headDim()];
    for (int t = 0; t < count; t++) {
      rope.table(position + t, table);
      System.arraycopy(table, 0, ws.rope, t * table.length, table.length);
    }
  }

  /**
   * Keys and values of {@code count} tokens go to the cache; queries of those from {@code first} on
   * attend; {@code ws.projected} receives the output of these, from token {@code first} on.
   *
   * @param ws {@code normed} holds the layer's normalised input
   */
  void apply(Weights.Layer weights, KvCache cache, int layer, Workspace ws, int count, int first) {
    int hidden = config.hiddenSize();
    int headDim = config.headDim();
    int queries = config.heads() * headDim;
    int keys = config.kvHeads() * headDim;
    int position = cache.position();
    LayerCache layerCache = cache.layer(layer);

    Activations x = ws.activations;
    x.pack(weights.k().type(), ws.normed, hidden, null, count, hidden, pool);
    linear.apply(weights.k(), weights.kBias(), x, ws.k, keys);
    linear.apply(weights.v(), weights.vBias(), x, ws.v, keys);
    if (first < count) {
      linear.apply(weights.q(), weights.qBias(), x, ws.q, queries);
    }

    layerCache.reserve(position, position + count);
    pool.run(count, t -> store(layerCache, ws, position, t));
    if (first == count) {
      return;
    }
    heads.apply(weights.sinks(), layerCache, ws.q, ws.attention, position, first, count, pool);

    int[] rows = new int[count - first];
    Arrays.setAll(rows, i -> first + i);
    x.pack(weights.o().type(), ws.attention, queries, rows, rows.length, queries, pool);
    linear.apply(weights.o(), weights.oBias(), x, ws.projected, hidden);
  }

  private void store(LayerCache cache, Workspace ws, int position, int t) {
    int headDim = config.headDim();
    float[] table = Arrays.copyOfRange(ws.rope, t * headDim, (t + 1) * headDim);
    for (int g = 0; g < config.kvHeads(); g++) {
      int at = (t * config.kvHeads() + g) * headDim;
      Rope.rotate(ws.k, at, table);
      cache.write(position + t, g, ws.k, at, ws.v, at);
    }
    for (int h = 0; h < config.heads(); h++) {
      Rope.rotate(ws.q, (t * config.heads() + h) * headDim, table);
    }
  }
}
