package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;

/**
 * The arithmetic that inference spends its time on. Implementations are stateless and safe for use
 * by several threads. All activations are float32.
 */
public interface Kernels {
  /** Most tokens of a {@link #matVec}. */
  int MAX_VECTORS = 8;

  /** Rows of a {@link #panelProduct} come in multiples of this, or of {@link #panelRows}. */
  int ROW_STEP = 4;

  /**
   * Floats from one row of a {@link #panelProduct}'s left side to the next, and more than any has.
   * A constant, so that compiled code reaches all rows of a tile from one register; 33 cache lines,
   * so that rows do not compete for the same places in the cache.
   */
  int ROW_STRIDE = 528;

  /** Inside the sigmoid of SwiGLU; a constant of the architecture. */
  float SWIGLU_ALPHA = 1.702f;

  /** Which arithmetic this is, for people: name and width. */
  String describe();

  /** Rows of weights that a {@link #panelProduct} likes to get at once. */
  int panelRows();

  /**
   * Unpacks columns {@code from} to {@code from + count} of a row to float32, in the order of
   * {@link ColumnOrder}.
   *
   * @param from a whole number of blocks of 32 columns
   * @param count a whole number of blocks of the matrix's type
   */
  void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset);

  /**
   * A few tokens times a matrix: {@code y[yOffset + t * yStride + r - fromRow] = sum over c of w[r,
   * c] * x[firstToken + t, c]} for rows {@code fromRow} to {@code toRow}. What a token gets does
   * not depend on how many others there are, not even in the last bit.
   *
   * @param x [tokens, cols] in the order of {@link ColumnOrder}
   * @param tokens 1 to {@link #MAX_VECTORS}
   */
  void matVec(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride);

  /**
   * {@code c[r, j] (+)= sum over k of a[r, k] * panel[k, j]} for {@code rows} rows and all columns
   * of the panel.
   *
   * @param a rows of {@code panel.depth()} values, {@link #ROW_STRIDE} apart; at most as many
   * @param rows a multiple of {@link #ROW_STEP} or of {@link #panelRows}
   * @param c rows of {@code panel.columns()} values, {@code cStride} apart
   * @param accumulate whether to add to {@code c} or to overwrite it
   */
  void panelProduct(
      float[] a,
      int aOffset,
      int rows,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate);

  /** The largest of {@code count} values, at least one. */
  float max(float[] values, int offset, int count);

  /**
   * Replaces {@code count} values by {@code 2^(value - shift)}, which must not be above 1.
   *
   * @return their sum
   */
  float exp2Sum(float[] values, int offset, int count, float shift);

  /** Multiplies {@code count} values by {@code factor}. */
  void scale(float[] values, int offset, int count, float factor);

  /**
   * The clamped SwiGLU of gpt-oss: with g = min(gate + gateBias, limit) and u = clamp(up + upBias,
   * -limit, limit), gate becomes g * sigmoid(1.702 g) * (u + 1).
   */
  void swiGlu(
      float[] gate,
      int gateOffset,
      float gateBias,
      float[] up,
      int upOffset,
      float upBias,
      int count,
      float limit);

  /**
   * Widens rows of 16-bit integers under a power of two per row: {@code out[r, c] = in[r, c] *
   * 2^exponents[r]}.
   *
   * @param in [rows, columns] as int16 from byte {@code inOffset}, and [rows] exponents from -126
   *     to 127 as int8 from byte {@code exponents}
   * @param columns a multiple of {@link Panel#GROUP}
   * @param out receives [rows, columns]
   */
  void widenRows(
      MemorySegment in, long inOffset, long exponents, int rows, int columns, float[] out);

  /**
   * Widens groups of {@link Panel#GROUP} columns of 16-bit integers under a power of two per
   * column: {@code out[g, r, j] = in[g, r, j] * 2^exponents[g * GROUP + j]}.
   *
   * @param in [groups, rows, GROUP] as int16 from byte {@code inOffset}, and [groups * GROUP]
   *     exponents as int8 from byte {@code exponents}
   * @param out receives [groups, rows, GROUP]
   */
  void widenColumns(
      MemorySegment in, long inOffset, long exponents, int groups, int rows, float[] out);
}
