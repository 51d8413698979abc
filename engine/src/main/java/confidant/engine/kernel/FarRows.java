package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a few tokens with rows of weights that no fused kernel takes: of float32 and float16,
 * and those whose columns are no whole number of blocks. Four rows that lie far apart are walked
 * together, since the processor follows each memory page with a prefetcher of its own.
 *
 * <p>The order of the sum is fixed, so that no token's result depends on its neighbours: lane by
 * lane, each block of 32 columns is summed up by itself, then added to the row's sum; the lanes
 * come together at the end.
 */
final class FarRows {
  /** Rows walked together. */
  static final int ROWS = 4;

  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = VectorKernels.LANES;
  private static final int BLOCK = 32;

  /** Columns unpacked at a time: four rows of them (9 KB) and the tokens' stay in the L1 cache. */
  private static final int DEPTH = 576;

  private FarRows() {}

  /** See {@link Kernels#matVec}. */
  static void product(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    int band = (toRow - fromRow) / ROWS;
    int done = band * ROWS;
    if (band > 0) {
      bands(w, fromRow, band, band, x, firstToken, tokens, y, yOffset, yStride);
    }
    if (fromRow + done < toRow) {
      bands(
          w,
          fromRow + done,
          toRow - fromRow - done,
          0,
          x,
          firstToken,
          tokens,
          y,
          yOffset + done,
          yStride);
    }
  }

  /** Rows {@code from + i + n * step}, n = 0 to 3, together, for i below {@code count}. */
  private static void bands(
      Matrix w,
      int from,
      int count,
      int step,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    int cols = w.cols();
    int whole = cols / BLOCK * BLOCK;
    float[] weights = new float[ROWS * DEPTH];
    float[] sums = new float[tokens * ROWS * LANES];
    float[] tail = new float[BLOCK];
    for (int i = 0; i < count; i++) {
      Arrays.fill(sums, 0f);
      for (int depth = 0; depth < whole; depth += DEPTH) {
        int part = Math.min(DEPTH, whole - depth);
        for (int r = 0; r < ROWS; r++) {
          int row = from + i + r * step;
          Unpacking.blocks(w, row, depth, part, weights, r * DEPTH);
        }
        for (int t = 0; t < tokens; t++) {
          addBlocks(
              weights, part / BLOCK, x, (firstToken + t) * cols + depth, sums, t * ROWS * LANES);
        }
      }
      for (int r = 0; r < ROWS; r++) {
        Rows.unpack(w, from + i + r * step, whole, cols - whole, tail, 0);
        for (int t = 0; t < tokens; t++) {
          float sum = LaneSums.sum(sums, (t * ROWS + r) * LANES);
          for (int c = whole; c < cols; c++) {
            sum = Math.fma(tail[c - whole], x[(firstToken + t) * cols + c], sum);
          }
          y[yOffset + t * yStride + i + r * step] = sum;
        }
      }
    }
  }

  /**
   * Adds {@code blocks} blocks of four rows times one token.
   *
   * @param weights [ROWS, DEPTH]
   * @param sums [ROWS, LANES] from {@code sumAt}
   */
  private static void addBlocks(
      float[] weights, int blocks, float[] x, int xAt, float[] sums, int sumAt) {
    FloatVector s0 = FloatVector.fromArray(F, sums, sumAt);
    FloatVector s1 = FloatVector.fromArray(F, sums, sumAt + LANES);
    FloatVector s2 = FloatVector.fromArray(F, sums, sumAt + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(F, sums, sumAt + 3 * LANES);
    for (int b = 0; b < blocks; b++) {
      int c = b * BLOCK;
      FloatVector v = FloatVector.fromArray(F, x, xAt + c);
      FloatVector p0 = FloatVector.fromArray(F, weights, c).mul(v);
      FloatVector p1 = FloatVector.fromArray(F, weights, DEPTH + c).mul(v);
      FloatVector p2 = FloatVector.fromArray(F, weights, 2 * DEPTH + c).mul(v);
      FloatVector p3 = FloatVector.fromArray(F, weights, 3 * DEPTH + c).mul(v);
      for (int j = c + LANES; j < c + BLOCK; j += LANES) {
        v = FloatVector.fromArray(F, x, xAt + j);
        p0 = FloatVector.fromArray(F, weights, j).fma(v, p0);
        p1 = FloatVector.fromArray(F, weights, DEPTH + j).fma(v, p1);
        p2 = FloatVector.fromArray(F, weights, 2 * DEPTH + j).fma(v, p2);
        p3 = FloatVector.fromArray(F, weights, 3 * DEPTH + j).fma(v, p3);
      }
      s0 = s0.add(p0);
      s1 = s1.add(p1);
      s2 = s2.add(p2);
      s3 = s3.add(p3);
    }
    s0.intoArray(sums, sumAt);
    s1.intoArray(sums, sumAt + LANES);
    s2.intoArray(sums, sumAt + 2 * LANES);
    s3.intoArray(sums, sumAt + 3 * LANES);
  }
}
