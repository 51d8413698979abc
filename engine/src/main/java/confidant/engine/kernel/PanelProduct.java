package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Cuts a panel product into register tiles: columns outside, so that a stripe of the panel stays in
 * the first-level cache while all rows pass over it.
 */
final class PanelProduct {
  private static final int LANES = VectorKernels.LANES;

  /** Rows of the big tiles. */
  static final int ROWS = 12;

  private static final int STEP = Kernels.ROW_STEP;
  private static final int STRIDE = Kernels.ROW_STRIDE;

  private PanelProduct() {}

  /** Rows past the last whole tile of {@link #ROWS}. */
  private static int tail(int rows) {
    int rest = rows % ROWS;
    if (rest % STEP != 0) {
      throw new IllegalArgumentException(rows + " rows cannot be cut into tiles");
    }
    return rest;
  }

  /** Bytes from the panel's start to a column. */
  private static long columnBytes(Panel panel, int column) {
    int group = column / Panel.GROUP;
    return ((long) group * panel.groupStride() + column % Panel.GROUP) * Float.BYTES;
  }

  /**
   * See {@link Kernels#panelProduct}.
   *
   * @param pairs whether tiles are two vectors wide, for which 32 registers are needed
   */
  static void multiply(
      boolean pairs,
      float[] a,
      int aOffset,
      int rows,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    MemorySegment p = panel.memory();
    int columns = panel.columns();
    int depth = panel.depth();
    long rowStep = (long) panel.rowStride() * Float.BYTES;
    // At 512 bits neighbouring vectors are groups, at 128 bits they lie inside one.
    long vectorStep = columnBytes(panel, LANES);
    int big = aOffset + (rows - tail(rows)) * STRIDE;
    int end = aOffset + rows * STRIDE;
    int j = 0;
    for (; pairs && j + 2 * LANES <= columns; j += 2 * LANES) {
      long at = panel.offset() + columnBytes(panel, j);
      int ci = cOffset + j;
      int ai = aOffset;
      for (; ai < big; ai += ROWS * STRIDE, ci += ROWS * cStride) {
        RegisterTiles.rows12x2(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
      for (; ai < end; ai += STEP * STRIDE, ci += STEP * cStride) {
        RegisterTiles.rows4x2(a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
    }
    for (; j < columns; j += LANES) {
      long at = panel.offset() + columnBytes(panel, j);
      int ci = cOffset + j;
      int ai = aOffset;
      for (; ai < big; ai += ROWS * STRIDE, ci += ROWS * cStride) {
        RegisterTiles.rows12x1(a, ai, p, at, rowStep, depth, c, ci, cStride, accumulate);
      }
      for (; ai < end; ai += STEP * STRIDE, ci += STEP * cStride) {
        RegisterTiles.rows4x1(a, ai, p, at, rowStep, depth, c, ci, cStride, accumulate);
      }
    }
  }
}
