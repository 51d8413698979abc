package confidant.engine.model;

import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.Matrix;
import java.util.Arrays;

/**
 * Weights times many tokens. Weights are unpacked by a few rows and {@link #DEPTH} columns into a
 * scratch that the first-level cache holds; a stripe of at most {@link #COLUMNS} tokens of that
 * depth stays in the second-level cache while all rows of a task pass over it.
 */
final class WideProduct {
  /** Tokens per task. */
  static final int COLUMNS = 256;

  private static final int DEPTH = 512;

  /** Groups of {@link Kernels#panelRows} rows per task. */
  private static final int TASK_GROUPS = 5;

  private final Kernels kernels;

  WideProduct(Kernels kernels) {
    this.kernels = kernels;
  }

  /** Rows per task. */
  int taskRows() {
    return TASK_GROUPS * kernels.panelRows();
  }

  /** Tasks for all rows of a matrix. */
  int rowTasks(int rows) {
    return (rows + taskRows() - 1) / taskRows();
  }

  /** Floats of the product of a task. */
  int productSize(int columns) {
    return taskRows() * columns;
  }

  /**
   * Rows {@code from} to {@code to} times some columns.
   *
   * @param columns a multiple of 16, at most {@link #COLUMNS}
   * @param product receives (rows, columns), at least {@link #productSize}
   */
  void multiply(
      Matrix w,
      int from,
      int to,
      Activations x,
      int column,
      int columns,
      float[] product,
      Scratch scratch) {
    int group = kernels.panelRows();
    for (int depth = 0; depth < w.cols(); depth += DEPTH) {
      int part = Math.min(DEPTH, w.cols() - depth);
      Panel panel = x.panel(depth, part, column, columns);
      for (int row = from; row < to; row += group) {
        int rows = Math.min(group, to - row);
        multiply(w, row, rows, depth, panel, product, (row - from) * columns, scratch);
      }
    }
  }

  private void multiply(
      Matrix w,
      int row,
      int rows,
      int depth,
      Panel panel,
      float[] product,
      int at,
      Scratch scratch) {
    int group = kernels.panelRows();
    float[] weights = scratch.array(Scratch.Use.WEIGHTS, group * Kernels.ROW_STRIDE);
    for (int i = 0; i < rows; i++) {
      kernels.unpack(w, row + i, depth, panel.depth(), weights, i * Kernels.ROW_STRIDE);
    }
    // Rows past the end of the matrix: their products land in rows that nobody reads.
    Arrays.fill(weights, rows * Kernels.ROW_STRIDE, group * Kernels.ROW_STRIDE, 0f);
    int columns = panel.columns();
    kernels.panelProduct(weights, 0, group, panel, product, at, columns, depth > 0);
  }
}
