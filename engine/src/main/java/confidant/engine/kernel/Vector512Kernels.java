package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/**
 * What pays at 512 bits only: a few tokens times weights in one pass, without a scratch between.
 * Tokens are taken by four, by two and one at a time; the rows of a task are still in the
 * second-level cache when the next ones come.
 */
final class Vector512Kernels extends VectorKernels {
  private static final int BLOCK = 32;

  /** Rows of Q8_0 walked together for one token: it reads twice the bytes in the same time. */
  private static final int ROWS_Q8_ONE = 8;

  @Override
  public void matVec(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    if (w.cols() % BLOCK != 0) {
      super.matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
      return;
    }
    int t = 0;
    while (t < tokens) {
      int together = tokens - t >= 4 ? 4 : tokens - t >= 2 ? 2 : 1;
      int xAt = (firstToken + t) * w.cols();
      int at = yOffset + t * yStride;
      switch (w.type()) {
        case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA ->
            mxfp4(w, fromRow, toRow, x, xAt, together, y, at, yStride);
        case Q8_0 -> q8(w, fromRow, toRow, x, xAt, together, y, at, yStride);
        case BF16 -> bf16(w, fromRow, toRow, x, xAt, together, y, at, yStride);
        case F32, F16 ->
            super.matVec(w, fromRow, toRow, x, firstToken + t, together, y, at, yStride);
      }
      t += together;
    }
  }

  private static void mxfp4(
      Matrix w, int from, int to, float[] x, int xAt, int tokens, float[] y, int at, int yStride) {
    int band = (to - from) / FarRows.ROWS;
    int done = band * FarRows.ROWS;
    int rest = to - from - done;
    switch (tokens) {
      case 4 -> {
        Mxfp4Rows512.four(w, from, band, band, x, xAt, y, at, yStride);
        Mxfp4Rows512.four(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      case 2 -> {
        Mxfp4Rows512.two(w, from, band, band, x, xAt, y, at, yStride);
        Mxfp4Rows512.two(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      default -> {
        Mxfp4Rows512.one(w, from, band, band, x, xAt, y, at);
        Mxfp4Rows512.one(w, from + done, rest, 0, x, xAt, y, at + done);
      }
    }
  }

  private static void q8(
      Matrix w, int from, int to, float[] x, int xAt, int tokens, float[] y, int at, int yStride) {
    int band = (to - from) / (tokens == 1 ? ROWS_Q8_ONE : FarRows.ROWS);
    int done = band * (tokens == 1 ? ROWS_Q8_ONE : FarRows.ROWS);
    int rest = to - from - done;
    switch (tokens) {
      case 4 -> {
        Q8Rows512.four(w, from, band, band, x, xAt, y, at, yStride);
        Q8Rows512.four(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      case 2 -> {
        Q8Rows512.two(w, from, band, band, x, xAt, y, at, yStride);
        Q8Rows512.two(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      default -> {
        Q8Rows512.one(w, from, band, band, x, xAt, y, at);
        Q8Rows512.one(w, from + done, rest, 0, x, xAt, y, at + done);
      }
    }
  }

  private static void bf16(
      Matrix w, int from, int to, float[] x, int xAt, int tokens, float[] y, int at, int yStride) {
    int band = (to - from) / FarRows.ROWS;
    int done = band * FarRows.ROWS;
    int rest = to - from - done;
    switch (tokens) {
      case 4 -> {
        Bf16Rows512.four(w, from, band, band, x, xAt, y, at, yStride);
        Bf16Rows512.four(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      case 2 -> {
        Bf16Rows512.two(w, from, band, band, x, xAt, y, at, yStride);
        Bf16Rows512.two(w, from + done, rest, 0, x, xAt, y, at + done, yStride);
      }
      default -> {
        Bf16Rows512.one(w, from, band, band, x, xAt, y, at);
        Bf16Rows512.one(w, from + done, rest, 0, x, xAt, y, at + done);
      }
    }
  }
}
