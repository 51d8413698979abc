package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Cuts a panel product into register tiles: columns outside, so that a stripe of the panel stays in
 * the first-level cache while all rows pass over it.
 */
final class PanelProduct {
  private static final int LANES = VectorKernels.LANES;
  private static final int STEP = Kernels.ROW_STEP;
  private static final int STRIDE = Kernels.ROW_STRIDE;

  private PanelProduct() {}

  /**
   * Rows to leave to tiles of {@link Kernels#ROW_STEP} rows, so that tiles of {@code tile} rows
   * take the rest.
   */
  private static int tail(int rows, int tile) {
    for (int small = 0; small <= rows; small += STEP) {
      if ((rows - small) % tile == 0) {
        return small;
      }
    }
    throw new IllegalArgumentException(rows + " rows cannot be cut into tiles");
  }

  /** Bytes from the panel's start to a column. */
  private static long columnBytes(Panel panel, int column) {
    int group = column / Panel.GROUP;
    return ((long) group * panel.groupStride() + column % Panel.GROUP) * Float.BYTES;
  }

  /** See {@link Kernels#panelProduct}. */
  static void with32Registers(
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
    int big = aOffset + (rows - tail(rows, 12)) * STRIDE;
    int end = aOffset + rows * STRIDE;
    int j = 0;
    for (; j + 2 * LANES <= columns; j += 2 * LANES) {
      long at = panel.offset() + columnBytes(panel, j);
      int ci = cOffset + j;
      int ai = aOffset;
      for (; ai < big; ai += 12 * STRIDE, ci += 12 * cStride) {
        Registers32Tiles.rows12x2(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
      for (; ai < end; ai += STEP * STRIDE, ci += STEP * cStride) {
        Registers32Tiles.rows4x2(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
    }
    if (j < columns) {
      long at = panel.offset() + columnBytes(panel, j);
      int ci = cOffset + j;
      int ai = aOffset;
      for (; ai < big; ai += 12 * STRIDE, ci += 12 * cStride) {
        Registers32Tiles.rows12x1(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
      for (; ai < end; ai += STEP * STRIDE, ci += STEP * cStride) {
        Registers32Tiles.rows4x1(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
    }
  }

  /** See {@link Kernels#panelProduct}. */
  static void with16Registers(
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
    long vectorStep = (long) LANES * Float.BYTES;
    int big = aOffset + (rows - tail(rows, 5)) * STRIDE;
    int end = aOffset + rows * STRIDE;
    for (int j = 0; j < columns; j += 2 * LANES) {
      long at = panel.offset() + columnBytes(panel, j);
      int ci = cOffset + j;
      int ai = aOffset;
      for (; ai < big; ai += 5 * STRIDE, ci += 5 * cStride) {
        Registers16Tiles.rows5x2(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
      for (; ai < end; ai += STEP * STRIDE, ci += STEP * cStride) {
        Registers16Tiles.rows4x2(
            a, ai, p, at, vectorStep, rowStep, depth, c, ci, cStride, accumulate);
      }
    }
  }
}
