package confidant.engine.model;

import confidant.engine.cache.KvCache;
import confidant.engine.cache.LayerCache;
import confidant.engine.kernel.Kernels;
import java.util.List;

/** Attention of one layer: projections, rotation, cache, and the heads themselves. */
final class Attention {
  private final ModelConfig config;
  private final Rope rope;
  private final SinkAttention heads;
  private final Linear linear;

  Attention(ModelConfig config, Kernels kernels, Linear linear) {
    this.config = config;
    this.rope = new Rope(config.rope(), config.headDim());
    this.heads = new SinkAttention(config.heads(), config.kvHeads(), config.headDim(), kernels);
    this.linear = linear;
  }

  /** Cosines and sines of {@code count} positions from {@code position} on. */
  void prepare(Pass pass, Workspace ws, int position, int count) {
    int headDim = config.headDim();
    pass.run(count, (t, worker) -> rope.table(position + t, ws.rope, t * headDim));
  }

  /**
   * Keys and values of {@code count} tokens go to the cache; queries of those from {@code first} on
   * attend, and their output is added to the residual.
   *
   * @param ws {@code normed} holds the layer's normalised input
   */
  void apply(
      Pass pass,
      Weights.Layer weights,
      KvCache cache,
      int layer,
      Workspace ws,
      int count,
      int first) {
    int hidden = config.hiddenSize();
    int queries = config.heads() * config.headDim();
    int position = cache.position();
    LayerCache layerCache = cache.layer(layer);
    Activations x = ws.input;

    var q = new Linear.Product(weights.q(), weights.qBias(), ws.q, false);
    var k = new Linear.Product(weights.k(), weights.kBias(), ws.k, false);
    var v = new Linear.Product(weights.v(), weights.vBias(), ws.v, false);
    x.pack(pass, weights.k().type(), ws.normed, hidden, 0, count, hidden);
    linear.apply(pass, ws, x, count, first < count ? List.of(q, k, v) : List.of(k, v));

    layerCache.reserve(position, position + count);
    pass.run(count, (t, worker) -> store(layerCache, ws, position, t));
    if (first == count) {
      return;
    }
    heads.apply(pass, ws, weights.sinks(), layerCache, position, first, count);
    cache.finishLayer(layer, count);

    var o = new Linear.Product(weights.o(), weights.oBias(), ws.residual, true);
    x.pack(pass, weights.o().type(), ws.q, queries, first, count - first, queries);
    ws.dropResiduals(first, count);
    linear.apply(pass, ws, x, count - first, List.of(o));
  }

  private void store(LayerCache cache, Workspace ws, int position, int t) {
    int headDim = config.headDim();
    int table = t * headDim;
    for (int g = 0; g < config.kvHeads(); g++) {
      int at = (t * config.kvHeads() + g) * headDim;
      Rope.rotate(ws.k, at, ws.rope, table, headDim);
      cache.write(position + t, g, ws.k, at, ws.v, at);
    }
    for (int h = 0; h < config.heads(); h++) {
      Rope.rotate(ws.q, (t * config.heads() + h) * headDim, ws.rope, table, headDim);
    }
  }
}
