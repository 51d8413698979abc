package confidant.demo.net;

import confidant.demo.math.Gemm;
import confidant.demo.math.Matrix;
import confidant.demo.math.Softmax;
import confidant.demo.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Attention with sinks over the pieces of a batch, forwards and backwards. One task computes one
 * key head with the query heads that read it, so tasks write to different columns. Probabilities
 * are computed anew on the way back, from the logarithm of their denominator.
 */
final class Attention {
  /** Queries of a piece that are computed together. */
  private static final int QUERIES = 128;

  private final Shape shape;
  private final List<Scratch> scratch; // per key head

  Attention(Shape shape, int longest) {
    this.shape = shape;
    this.scratch =
        IntStream.range(0, shape.kvHeads()).mapToObj(i -> new Scratch(shape, longest)).toList();
  }

  /** What one task needs: [group * QUERIES] rows of queries, {@code longest} keys. */
  private static final class Scratch {
    final float[] queries;
    final float[] keys;
    final float[] values;
    final float[] scores;
    final float[] result;
    final float[] scoreGradients;
    final float[] keyGradients; // turned, so that scores are the right side of a product
    final float[] valueGradients; // likewise
    final float[] queryGradients;
    final float[] weighted;

    Scratch(Shape shape, int longest) {
      int rows = shape.group() * QUERIES;
      int width = shape.headDim();
      queries = new float[rows * width];
      result = new float[rows * width];
      queryGradients = new float[rows * width];
      weighted = new float[rows];
      keys = new float[longest * width];
      values = new float[longest * width];
      keyGradients = new float[longest * width];
      valueGradients = new float[longest * width];
      scores = new float[rows * longest];
      scoreGradients = new float[rows * longest];
    }
  }

  /**
   * A block of queries and the keys they see.
   *
   * @param at first query's token in the batch
   * @param count queries
   * @param first position of the first query
   * @param low position of the first key
   * @param keys how many keys
   * @param window positions that a query sees, itself included
   */
  private record Block(int at, int count, int first, int low, int keys, int window) {}

  /**
   * Attends.
   *
   * @param qkv rotated queries and keys, and values: [tokens, qkvWidth]
   * @param sinks of the heads, from {@code sinkAt} on
   * @param out [tokens, queryWidth]
   * @param logSums logarithm of each denominator: [tokens, heads]
   */
  void forward(
      Batch batch,
      boolean slides,
      float[] qkv,
      float[] sinks,
      int sinkAt,
      float[] out,
      float[] logSums,
      Workers workers) {
    workers.each(
        shape.kvHeads(),
        (kvHead, gemm) -> {
          Scratch room = scratch.get(kvHead);
          for (Batch.Piece piece : batch.pieces()) {
            List<Batch.Piece> path = batch.path(piece);
            for (int i = 0; i < piece.length(); i += QUERIES) {
              Block block = block(piece, i, slides);
              gatherKeys(path, block, qkv, kvHead, room);
              gatherQueries(block, qkv, shape.qkvWidth(), kvHead, room.queries);
              probabilities(block, kvHead, sinks, sinkAt, logSums, true, room, gemm);
              int rows = shape.group() * block.count();
              gemm.multiply(
                  Matrix.of(room.scores, 0, rows, block.keys()),
                  Matrix.of(room.values, 0, block.keys(), shape.headDim()),
                  Matrix.of(room.result, 0, rows, shape.headDim()));
              scatterQueries(block, room.result, out, shape.queryWidth(), kvHead);
            }
          }
        });
  }

  /**
   * Takes gradients back.
   *
   * @param out as {@link #forward} gave it
   * @param outGradients [tokens, queryWidth]
   * @param qkvGradients gets the gradients of rotated queries and keys, and values; must be zeros
   * @param sinkGradients is added to, from {@code sinkAt} on
   */
  void backward(
      Batch batch,
      boolean slides,
      float[] qkv,
      float[] sinks,
      int sinkAt,
      float[] out,
      float[] logSums,
      float[] outGradients,
      float[] qkvGradients,
      float[] sinkGradients,
      Workers workers) {
    workers.each(
        shape.kvHeads(),
        (kvHead, gemm) -> {
          Scratch room = scratch.get(kvHead);
          for (Batch.Piece piece : batch.pieces()) {
            List<Batch.Piece> path = batch.path(piece);
            for (int i = 0; i < piece.length(); i += QUERIES) {
              Block block = block(piece, i, slides);
              gatherKeys(path, block, qkv, kvHead, room);
              gatherQueries(block, qkv, shape.qkvWidth(), kvHead, room.queries);
              probabilities(block, kvHead, sinks, sinkAt, logSums, false, room, gemm);
              gatherQueries(block, out, shape.queryWidth(), kvHead, room.queryGradients);
              gatherQueries(block, outGradients, shape.queryWidth(), kvHead, room.result);
              sinkGradients(block, kvHead, sinks, sinkAt, logSums, sinkGradients, room);
              backward(block, room, gemm);
              scatterQueries(block, room.queryGradients, qkvGradients, shape.qkvWidth(), kvHead);
              scatterKeys(path, block, qkvGradients, kvHead, room);
            }
          }
        });
  }

  private Block block(Batch.Piece piece, int from, boolean slides) {
    int count = Math.min(QUERIES, piece.length() - from);
    int first = piece.position() + from;
    int window = slides ? shape.window() : Integer.MAX_VALUE;
    int low = Math.max(0, first + 1 - Math.min(window, first + 1));
    return new Block(piece.at() + from, count, first, low, first + count - low, window);
  }

  /** Leaves the probabilities in the scores; what a query does not see is 0. */
  private void probabilities(
      Block block,
      int kvHead,
      float[] sinks,
      int sinkAt,
      float[] logSums,
      boolean forwards,
      Scratch room,
      Gemm gemm) {
    int rows = shape.group() * block.count();
    gemm.multiplyTransposed(
        Matrix.of(room.queries, 0, rows, shape.headDim()),
        Matrix.of(room.keys, 0, block.keys(), shape.headDim()),
        Matrix.of(room.scores, 0, rows, block.keys()));
    float scale = scale();
    for (int row = 0; row < rows; row++) {
      int query = row % block.count();
      int seenEnd = block.first() + query + 1 - block.low();
      int seenStart = Math.max(0, seenEnd - block.window());
      int at = row * block.keys();
      int head = head(block, kvHead, row);
      int sum = (block.at() + query) * shape.heads() + head;
      int seen = seenEnd - seenStart;
      if (forwards) {
        logSums[sum] =
            Softmax.withSink(room.scores, at + seenStart, seen, scale, sinks[sinkAt + head]);
      } else {
        Softmax.again(room.scores, at + seenStart, seen, scale, logSums[sum]);
      }
      Arrays.fill(room.scores, at, at + seenStart, 0);
      Arrays.fill(room.scores, at + seenEnd, at + block.keys(), 0);
    }
  }

  private float scale() {
    return (float) (1 / Math.sqrt(shape.headDim()));
  }

  private int head(Block block, int kvHead, int row) {
    return kvHead * shape.group() + row / block.count();
  }

  /** The sink has no value, so its score gradient is its probability times what all lose. */
  private void sinkGradients(
      Block block,
      int kvHead,
      float[] sinks,
      int sinkAt,
      float[] logSums,
      float[] sinkGradients,
      Scratch room) {
    int width = shape.headDim();
    int rows = shape.group() * block.count();
    for (int row = 0; row < rows; row++) {
      float sum = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += room.result[i] * room.queryGradients[i];
      }
      room.weighted[row] = sum;
      int head = head(block, kvHead, row);
      int token = block.at() + row % block.count();
      double sink = Math.exp(sinks[sinkAt + head] - logSums[token * shape.heads() + head]);
      sinkGradients[sinkAt + head] -= (float) (sink * sum);
    }
  }

  /** From probabilities and the gradients of the result to those of queries, keys and values. */
  private void backward(Block block, Scratch room, Gemm gemm) {
    int width = shape.headDim();
    int rows = shape.group() * block.count();
    int keys = block.keys();
    Matrix result = Matrix.of(room.result, 0, rows, width);
    Matrix scores = Matrix.of(room.scores, 0, rows, keys);
    Matrix gradients = Matrix.of(room.scoreGradients, 0, rows, keys);
    Arrays.fill(room.keyGradients, 0, keys * width, 0);
    Arrays.fill(room.valueGradients, 0, keys * width, 0);
    gemm.multiplyTransposed(result, Matrix.of(room.values, 0, keys, width), gradients);
    gemm.addTransposedProduct(result, scores, Matrix.of(room.valueGradients, 0, width, keys));
    float scale = scale();
    for (int row = 0; row < rows; row++) {
      float weighted = room.weighted[row];
      for (int i = row * keys; i < (row + 1) * keys; i++) {
        room.scoreGradients[i] = room.scores[i] * (room.scoreGradients[i] - weighted) * scale;
      }
    }
    gemm.multiply(
        gradients,
        Matrix.of(room.keys, 0, keys, width),
        Matrix.of(room.queryGradients, 0, rows, width));
    gemm.addTransposedProduct(
        Matrix.of(room.queries, 0, rows, width),
        gradients,
        Matrix.of(room.keyGradients, 0, width, keys));
  }

  /** Query heads of a group one below the other: [group, count, headDim]. */
  private void gatherQueries(Block block, float[] from, int stride, int kvHead, float[] to) {
    int width = shape.headDim();
    int column = kvHead * shape.group() * width;
    for (int head = 0; head < shape.group(); head++) {
      for (int query = 0; query < block.count(); query++) {
        System.arraycopy(
            from,
            (block.at() + query) * stride + column + head * width,
            to,
            (head * block.count() + query) * width,
            width);
      }
    }
  }

  private void scatterQueries(Block block, float[] from, float[] to, int stride, int kvHead) {
    int width = shape.headDim();
    int column = kvHead * shape.group() * width;
    for (int head = 0; head < shape.group(); head++) {
      for (int query = 0; query < block.count(); query++) {
        System.arraycopy(
            from,
            (head * block.count() + query) * width,
            to,
            (block.at() + query) * stride + column + head * width,
            width);
      }
    }
  }

  private void gatherKeys(
      List<Batch.Piece> path, Block block, float[] qkv, int kvHead, Scratch room) {
    int width = shape.headDim();
    int column = shape.queryWidth() + kvHead * width;
    for (Batch.Piece piece : path) {
      int from = Math.max(block.low(), piece.position());
      int to = Math.min(block.low() + block.keys(), piece.position() + piece.length());
      for (int position = from; position < to; position++) {
        int token = piece.at() + position - piece.position();
        int at = token * shape.qkvWidth() + column;
        int key = (position - block.low()) * width;
        System.arraycopy(qkv, at, room.keys, key, width);
        System.arraycopy(qkv, at + shape.keyWidth(), room.values, key, width);
      }
    }
  }

  private void scatterKeys(
      List<Batch.Piece> path, Block block, float[] gradients, int kvHead, Scratch room) {
    int width = shape.headDim();
    int column = shape.queryWidth() + kvHead * width;
    for (Batch.Piece piece : path) {
      int from = Math.max(block.low(), piece.position());
      int to = Math.min(block.low() + block.keys(), piece.position() + piece.length());
      for (int position = from; position < to; position++) {
        int token = piece.at() + position - piece.position();
        int at = token * shape.qkvWidth() + column;
        int key = position - block.low();
        for (int i = 0; i < width; i++) {
          gradients[at + i] += room.keyGradients[i * block.keys() + key];
          gradients[at + shape.keyWidth() + i] += room.valueGradients[i * block.keys() + key];
        }
      }
    }
  }
}
