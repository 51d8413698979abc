package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/**
 * A few tokens times rows of one type of weights: tokens are taken by two, an odd one alone, and
 * the rows of a task are still in the second-level cache when the next ones come. Rows that are
 * walked together lie far apart, since the processor follows each memory page with a prefetcher of
 * its own.
 */
record FusedRows(Kernel one, int rowsOfOne, Kernel two, int rowsOfTwo) {

  /** Some tokens times some rows that are walked together, in one pass over memory. */
  @FunctionalInterface
  interface Kernel {
    /**
     * Multiplies rows {@code from + i + n * step} for all n below the kernel's number of rows and i
     * below {@code count}.
     *
     * @param x [tokens, cols] from {@code xAt}
     * @param y [tokens, yStride] from {@code yOffset}, where row {@code from} has its place
     */
    void multiply(
        Matrix w,
        int from,
        int count,
        int step,
        float[] x,
        int xAt,
        float[] y,
        int yOffset,
        int yStride);
  }

  /** See {@link Kernels#matVec}; {@code x} from {@code xAt}. */
  void multiply(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int xAt,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    int cols = w.cols();
    int t = 0;
    for (; t + 1 < tokens; t += 2) {
      int in = xAt + t * cols;
      bands(two, rowsOfTwo, w, fromRow, toRow, x, in, y, yOffset + t * yStride, yStride);
    }
    if (t < tokens) {
      int in = xAt + t * cols;
      bands(one, rowsOfOne, w, fromRow, toRow, x, in, y, yOffset + t * yStride, yStride);
    }
  }

  private static void bands(
      Kernel kernel,
      int rows,
      Matrix w,
      int from,
      int to,
      float[] x,
      int xAt,
      float[] y,
      int at,
      int yStride) {
    int band = (to - from) / rows;
    int done = band * rows;
    kernel.multiply(w, from, band, band, x, xAt, y, at, yStride);
    // The last rows one by one, each of them in every place.
    kernel.multiply(w, from + done, to - from - done, 0, x, xAt, y, at + done, yStride);
  }
}
