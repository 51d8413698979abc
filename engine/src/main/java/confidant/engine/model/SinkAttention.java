package confidant.engine.model;

import confidant.engine.cache.LayerCache;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import java.util.Arrays;

/**
 * Grouped-query attention with sinks: a learned logit per query head joins the softmax denominator
 * and has no value, so that a head may attend to nothing. With scores s = q k / sqrt(headDim), a
 * position's weight is exp(s - m) / (sum of exp(s - m) + exp(sink - m)), m the largest of scores
 * and sink. Scores are taken block by block with a running maximum (Milakov and Gimelshein 2018),
 * and to the base 2.
 *
 * <p>A row is one query head of one token. What it gets does not depend on the other rows of its
 * task.
 */
final class SinkAttention {
  private static final double LOG2_E = 1 / Math.log(2);

  /** Tokens per task of a long batch: they share the widening of keys and values. */
  private static final int TASK_TOKENS = 32;

  /** Blocks per task of a short batch, which has too few heads to keep many threads busy. */
  private static final int SEGMENT_BLOCKS = 32;

  private final int heads;
  private final int kvHeads;
  private final int headDim;
  private final int width;
  private final Kernels kernels;

  SinkAttention(int heads, int kvHeads, int headDim, Kernels kernels) {
    this.heads = heads;
    this.kvHeads = kvHeads;
    this.headDim = headDim;
    this.width = Panel.padded(headDim);
    this.kernels = kernels;
  }

  /**
   * Attends from tokens {@code first} to {@code end} of a batch to what the cache holds up to each.
   *
   * @param ws {@code q} holds [tokens, heads, headDim], rotated, and is replaced by the output
   * @param sinks [heads]
   * @param position of the batch's first token
   */
  void apply(
      Pass pass, Workspace ws, float[] sinks, LayerCache cache, int position, int first, int end) {
    if (Activations.isFew(end - first)) {
      bySegments(pass, ws, sinks, cache, position, first, end);
      return;
    }
    pass.run(
        Linear.tasks(end - first, TASK_TOKENS) * kvHeads,
        (task, worker) -> {
          // The last tokens see most: beginning with them evens out the threads' ends.
          int from =
              first + (Linear.tasks(end - first, TASK_TOKENS) - 1 - task / kvHeads) * TASK_TOKENS;
          Tile tile = new Tile(position, from, Math.min(end, from + TASK_TOKENS), task % kvHeads);
          Scratch scratch = ws.scratch(worker);
          attend(tile, cache, ws.q, 0, Integer.MAX_VALUE, scratch);
          finish(tile, sinks, ws.q, scratch);
        });
  }

  /** Adds the sink to the denominators of a tile that is done, and divides. */
  private void finish(Tile tile, float[] sinks, float[] result, Scratch scratch) {
    float[] maxima = scratch.array(Scratch.Use.MAXIMA, 0);
    float[] sums = scratch.array(Scratch.Use.SUMS, 0);
    float[] out = scratch.array(Scratch.Use.OUTPUT, 0);
    for (int row = 0; row < rows(tile); row++) {
      int h = head(tile, row);
      float sink = (float) (sinks[h] * LOG2_E);
      float top = Math.max(maxima[row], sink);
      float share = exp2(maxima[row] - top);
      float factor = share / (sums[row] * share + exp2(sink - top));
      int at = (token(tile, row) * heads + h) * headDim;
      for (int d = 0; d < headDim; d++) {
        result[at + d] = out[row * width + d] * factor;
      }
    }
  }

  /**
   * Tokens {@code from} to {@code to} of a batch at {@code position}, all heads that read {@code
   * g}.
   */
  private record Tile(int position, int from, int to, int g) {}

  private int group() {
    return heads / kvHeads;
  }

  private int rows(Tile tile) {
    return (tile.to - tile.from) * group();
  }

  private int token(Tile tile, int row) {
    return tile.from + row / group();
  }

  private int head(Tile tile, int row) {
    return tile.g * group() + row % group();
  }

  /** Segments of the positions in tasks of their own, then all of a row together. */
  private void bySegments(
      Pass pass, Workspace ws, float[] sinks, LayerCache cache, int position, int first, int end) {
    int firstBlock = cache.firstVisible(position + first) / LayerCache.BLOCK;
    int firstSegment = firstBlock / SEGMENT_BLOCKS;
    int segments = (position + end - 1) / LayerCache.BLOCK / SEGMENT_BLOCKS + 1 - firstSegment;
    int rows = (end - first) * group();
    int perRow = width + 2; // output, largest score, denominator
    float[] partial = ws.partial(segments * kvHeads * rows * perRow);
    pass.run(
        segments * kvHeads,
        (task, worker) -> {
          Scratch scratch = ws.scratch(worker);
          Tile tile = new Tile(position, first, end, task % kvHeads);
          int from = (firstSegment + task / kvHeads) * SEGMENT_BLOCKS;
          attend(tile, cache, ws.q, from, from + SEGMENT_BLOCKS, scratch);
          float[] maxima = scratch.array(Scratch.Use.MAXIMA, 0);
          float[] sums = scratch.array(Scratch.Use.SUMS, 0);
          float[] out = scratch.array(Scratch.Use.OUTPUT, 0);
          for (int row = 0; row < rows; row++) {
            int at = (task * rows + row) * perRow;
            System.arraycopy(out, row * width, partial, at, width);
            partial[at + width] = maxima[row];
            partial[at + width + 1] = sums[row];
          }
        });
    for (int g = 0; g < kvHeads; g++) {
      Tile tile = new Tile(position, first, end, g);
      for (int row = 0; row < rows; row++) {
        merge(
            ws.q,
            sinks,
            tile,
            row,
            partial,
            (g * rows + row) * perRow,
            kvHeads * rows * perRow,
            segments);
      }
    }
  }

  /** Puts the segments of one row together, and adds the sink once. */
  private void merge(
      float[] result,
      float[] sinks,
      Tile tile,
      int row,
      float[] partial,
      int at,
      int step,
      int segments) {
    int h = head(tile, row);
    float sink = (float) (sinks[h] * LOG2_E);
    float top = sink;
    for (int s = 0; s < segments; s++) {
      top = Math.max(top, partial[at + s * step + width]);
    }
    float sum = exp2(sink - top);
    for (int s = 0; s < segments; s++) {
      sum += partial[at + s * step + width + 1] * exp2(partial[at + s * step + width] - top);
    }
    int out = (token(tile, row) * heads + h) * headDim;
    Arrays.fill(result, out, out + headDim, 0f);
    for (int s = 0; s < segments; s++) {
      float factor = exp2(partial[at + s * step + width] - top) / sum;
      for (int d = 0; d < headDim; d++) {
        result[out + d] += partial[at + s * step + d] * factor;
      }
    }
  }

  private static float exp2(float x) {
    return (float) Math.pow(2, x);
  }

  /**
   * Attends to blocks {@code fromBlock} to {@code toBlock}, as far as the tile sees them. Leaves
   * output, maxima and sums of its rows in the scratch; a row that sees nothing has a sum of 0.
   */
  private void attend(
      Tile tile, LayerCache cache, float[] queries, int fromBlock, int toBlock, Scratch scratch) {
    int rows = rows(tile);
    int padded = (rows + Kernels.ROW_STEP - 1) / Kernels.ROW_STEP * Kernels.ROW_STEP;
    float[] q = scratch.array(Scratch.Use.QUERIES, padded * Kernels.ROW_STRIDE);
    float[] scores = scratch.array(Scratch.Use.SCORES, padded * Kernels.ROW_STRIDE);
    float[] out = scratch.zeros(Scratch.Use.OUTPUT, padded * width);
    float[] maxima = scratch.array(Scratch.Use.MAXIMA, rows);
    float[] sums = scratch.zeros(Scratch.Use.SUMS, rows);
    Arrays.fill(maxima, 0, rows, Float.NEGATIVE_INFINITY);
    float scale = (float) (LOG2_E / Math.sqrt(headDim));
    for (int row = 0; row < rows; row++) {
      int at = (token(tile, row) * heads + head(tile, row)) * headDim;
      for (int d = 0; d < headDim; d++) {
        q[row * Kernels.ROW_STRIDE + d] = queries[at + d] * scale;
      }
    }
    Arrays.fill(q, rows * Kernels.ROW_STRIDE, padded * Kernels.ROW_STRIDE, 0f);

    int end = tile.position + tile.to;
    int first = cache.firstVisible(tile.position + tile.from) / LayerCache.BLOCK;
    int last = (end - 1) / LayerCache.BLOCK;
    for (int b = Math.max(first, fromBlock); b <= Math.min(last, toBlock - 1); b++) {
      int start = b * LayerCache.BLOCK;
      int count = Math.min(LayerCache.BLOCK, end - start);
      int columns = Panel.padded(count);
      Panel keys = cache.keys(kernels, tile.g, start, columns, scratch.block);
      kernels.panelProduct(q, 0, padded, keys, scores, 0, Kernels.ROW_STRIDE, false);
      for (int row = 0; row < rows; row++) {
        int position = tile.position + token(tile, row);
        int low = Math.max(cache.firstVisible(position) - start, 0);
        int high = Math.min(position + 1 - start, count);
        weigh(scores, row, low, high, count, out, maxima, sums);
      }
      Panel values = cache.values(kernels, tile.g, start, count, scratch.block);
      kernels.panelProduct(scores, 0, padded, values, out, 0, width, true);
    }
  }

  /**
   * Turns a row's scores into weights relative to its running maximum; 0 outside of low to high.
   */
  private void weigh(
      float[] scores,
      int row,
      int low,
      int high,
      int count,
      float[] out,
      float[] maxima,
      float[] sums) {
    int at = row * Kernels.ROW_STRIDE;
    if (low >= high) {
      Arrays.fill(scores, at, at + count, 0f);
      return;
    }
    float max = kernels.max(scores, at + low, high - low);
    if (max > maxima[row]) {
      if (sums[row] > 0) {
        float factor = exp2(maxima[row] - max);
        sums[row] *= factor;
        kernels.scale(out, row * width, width, factor);
      }
      maxima[row] = max;
    }
    Arrays.fill(scores, at, at + low, 0f);
    Arrays.fill(scores, at + high, at + count, 0f);
    sums[row] += kernels.exp2Sum(scores, at + low, high - low, maxima[row]);
  }
}
