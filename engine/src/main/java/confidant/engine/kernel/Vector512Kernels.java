package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/** What pays at 512 bits only: one token times weights in one pass, without a scratch between. */
final class Vector512Kernels extends VectorKernels {
  private static final int BLOCK = 32;

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
    if (tokens > 1 || w.cols() % BLOCK != 0) {
      super.matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
      return;
    }
    int at = firstToken * w.cols();
    switch (w.type()) {
      case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA -> {
        int band = (toRow - fromRow) / FusedRows512.ROWS;
        FusedRows512.mxfp4(w, fromRow, band, band, x, at, y, yOffset);
        int done = band * FusedRows512.ROWS;
        FusedRows512.mxfp4(w, fromRow + done, toRow - fromRow - done, 0, x, at, y, yOffset + done);
      }
      case Q8_0 -> {
        int band = (toRow - fromRow) / FusedRows512.Q8_ROWS;
        FusedRows512.q8(w, fromRow, band, band, x, at, y, yOffset);
        int done = band * FusedRows512.Q8_ROWS;
        FusedRows512.q8(w, fromRow + done, toRow - fromRow - done, 0, x, at, y, yOffset + done);
      }
      case BF16 -> {
        int band = (toRow - fromRow) / FusedRows512.ROWS;
        FusedRows512.bf16(w, fromRow, band, band, x, at, y, yOffset);
        int done = band * FusedRows512.ROWS;
        FusedRows512.bf16(w, fromRow + done, toRow - fromRow - done, 0, x, at, y, yOffset + done);
      }
      case F32, F16 -> super.matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
    }
  }
}
