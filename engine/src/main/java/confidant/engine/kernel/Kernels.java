package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/**
 * The arithmetic that inference spends its time on. Implementations are stateless and safe for use
 * by several threads. All activations are float32.
 */
public interface Kernels {
  /** Rows of the left-hand side of a {@link #panelProduct}. */
  int PANEL_ROWS = 8;

  /** Inside the sigmoid of SwiGLU; a constant of the architecture. */
  float SWIGLU_ALPHA = 1.702f;

  /** Which arithmetic this is, for people: name and width. */
  String describe();

  /**
   * Unpacks columns {@code from} to {@code from + count} of a row to float32, in the order of
   * {@link ColumnOrder}.
   *
   * @param from a whole number of blocks of the matrix's type
   * @param count a whole number of blocks of the matrix's type
   */
  void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset);

  /**
   * Matrix times vector: {@code y[yOffset + r - fromRow] = sum over c of w[r, c] * x[c]} for rows
   * {@code fromRow} to {@code toRow}.
   *
   * @param x [cols] in the order of {@link ColumnOrder}
   */
  void matVec(Matrix w, int fromRow, int toRow, float[] x, float[] y, int yOffset);

  /**
   * {@code c[r, j] (+)= sum over k of a[r, k] * panel[k, j]} for {@link #PANEL_ROWS} rows and all
   * columns of the panel.
   *
   * @param a rows of {@code panel.depth()} values, {@code aStride} apart
   * @param c rows of {@code panel.columns()} values, {@code cStride} apart
   * @param accumulate whether to add to {@code c} or to overwrite it
   */
  void panelProduct(
      float[] a,
      int aOffset,
      int aStride,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate);

  /**
   * Replaces {@code count} values by {@code exp(value - shift)}.
   *
   * @return their sum
   */
  float expSum(float[] values, int offset, int count, float shift);

  /**
   * The clamped SwiGLU of gpt-oss: with g = min(gate, limit) and u = clamp(up, -limit, limit), gate
   * becomes g * sigmoid(1.702 g) * (u + 1).
   */
  void swiGlu(float[] gate, int gateOffset, float[] up, int upOffset, int count, float limit);
}
