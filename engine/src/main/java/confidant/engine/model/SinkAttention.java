package confidant.engine.model;

import confidant.engine.cache.LayerCache;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;

/**
 * Grouped-query attention with sinks: a learned logit per query head joins the softmax denominator
 * and has no value, so that a head may attend to nothing. With scores s = q k / sqrt(headDim), a
 * position's weight is exp(s - m) / (sum of exp(s - m) + exp(sink - m)), m the largest of scores
 * and sink.
 */
final class SinkAttention {
  /** Tokens per task: they share the task's buffers. */
  private static final int TASK_TOKENS = 16;

  private final int heads;
  private final int kvHeads;
  private final int headDim;
  private final Kernels kernels;

  SinkAttention(int heads, int kvHeads, int headDim, Kernels kernels) {
    this.heads = heads;
    this.kvHeads = kvHeads;
    this.headDim = headDim;
    this.kernels = kernels;
  }

  /**
   * Attends from tokens {@code first} to {@code end}, the first token of the batch standing at
   * {@code position}, to what the cache holds up to each token.
   *
   * @param sinks [heads]
   * @param queries [tokens, heads, headDim], rotated
   * @param result receives [tokens, heads, headDim]
   */
  void apply(
      float[] sinks,
      LayerCache cache,
      float[] queries,
      float[] result,
      int position,
      int first,
      int end,
      WorkerPool pool) {
    pool.run(
        Linear.tasks(end - first, TASK_TOKENS) * kvHeads,
        task -> {
          int from = first + task / kvHeads * TASK_TOKENS;
          int to = Math.min(end, from + TASK_TOKENS);
          attend(sinks, cache, queries, result, position, from, to, task % kvHeads);
        });
  }

  /** Tokens {@code from} to {@code to}, all query heads that read key/value head {@code g}. */
  private void attend(
      float[] sinks,
      LayerCache cache,
      float[] queries,
      float[] result,
      int position,
      int from,
      int to,
      int g) {
    int group = heads / kvHeads;
    int step = Kernels.PANEL_ROWS;
    int longest = Panel.padded(position + to) - alignedDown(cache.firstVisible(position + from));
    float[] q = new float[step * headDim];
    float[] scores = new float[step * longest];
    float[] out = new float[step * Panel.padded(headDim)];
    for (int t = from; t < to; t++) {
      for (int h = g * group; h < (g + 1) * group; h += step) {
        int count = Math.min(step, (g + 1) * group - h);
        int at = (t * heads + h) * headDim;
        attendHeads(sinks, cache, queries, result, position + t, g, h, count, at, q, scores, out);
      }
    }
  }

  private void attendHeads(
      float[] sinks,
      LayerCache cache,
      float[] queries,
      float[] result,
      int position,
      int g,
      int h,
      int count,
      int at,
      float[] q,
      float[] scores,
      float[] out) {
    int end = position + 1;
    int first = cache.firstVisible(position);
    int start = alignedDown(first);
    int stride = scores.length / Kernels.PANEL_ROWS;

    // Scores: q * K^T / sqrt(headDim).
    float scale = (float) (1 / Math.sqrt(headDim));
    for (int i = 0; i < count * headDim; i++) {
      q[i] = queries[at + i] * scale;
    }
    for (int p = start; p < end; p = nextBlock(p)) {
      int columns = Panel.padded(Math.min(end, nextBlock(p)) - p);
      Panel keys = cache.keys(g, p, columns);
      kernels.panelProduct(q, 0, headDim, keys, scores, p - start, stride, false);
    }

    // Softmax over what is visible and the sink.
    float[] factors = new float[count];
    for (int i = 0; i < count; i++) {
      int row = i * stride;
      float max = sinks[h + i];
      for (int j = first - start; j < end - start; j++) {
        max = Math.max(max, scores[row + j]);
      }
      Arrays.fill(scores, row, row + first - start, 0f);
      float sum = kernels.expSum(scores, row + first - start, end - first, max);
      factors[i] = (float) (1 / (sum + Math.exp(sinks[h + i] - max)));
    }

    // Output: weights * V.
    int outStride = Panel.padded(headDim);
    for (int p = start; p < end; p = nextBlock(p)) {
      Panel values = cache.values(g, p, Math.min(end, nextBlock(p)) - p);
      kernels.panelProduct(scores, p - start, stride, values, out, 0, outStride, p > start);
    }
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < headDim; d++) {
        result[at + i * headDim + d] = out[i * outStride + d] * factors[i];
      }
    }
  }

  private static int alignedDown(int position) {
    return position / Panel.COLUMN_STEP * Panel.COLUMN_STEP;
  }

  private static int nextBlock(int position) {
    return (position / LayerCache.BLOCK + 1) * LayerCache.BLOCK;
  }
}
