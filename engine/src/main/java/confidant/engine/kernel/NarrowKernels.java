package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/**
 * What pays at 256 and 128 bits only: a few tokens times weights in one pass, without a scratch
 * between. As many rows are walked together as the memory needs and 16 registers allow: MXFP4, and
 * everything at 128 bits, is bound by arithmetic.
 */
final class NarrowKernels extends VectorKernels {
  private static final int BLOCK = 32;

  /**
   * Values in the upper half of a 32-bit lane are 2^16 times as large, in its highest byte 2^24.
   */
  private static final float IN_UPPER_HALF = 0x1p-16f;

  private static final float IN_HIGHEST_BYTE = 0x1p-24f;

  /** Integers of MXFP4 are twice its values. */
  private static final float HALF = 0.5f;

  private static final FusedRows MXFP4_256 =
      new FusedRows(Mxfp4Rows256::one, 4, Mxfp4Rows256::two, 2);
  private static final FusedRows Q8_256 = new FusedRows(Q8Rows256::one, 8, Q8Rows256::two, 4);
  private static final FusedRows BF16_256 = new FusedRows(Bf16Rows256::one, 8, Bf16Rows256::two, 4);
  private static final FusedRows MXFP4_128 =
      new FusedRows(Mxfp4Rows128::one, 4, Mxfp4Rows128::two, 2);
  private static final FusedRows Q8_128 = new FusedRows(Q8Rows128::one, 4, Q8Rows128::two, 2);
  private static final FusedRows BF16_128 = new FusedRows(Bf16Rows128::one, 4, Bf16Rows128::two, 2);

  private final boolean wide;

  NarrowKernels(int bits) {
    wide = bits == 256;
  }

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
    int cols = w.cols();
    if (cols % BLOCK != 0) {
      super.matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
      return;
    }
    int at = firstToken * cols;
    switch (w.type()) {
      case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA -> {
        float[] in = arrange(x, at, tokens * cols, HALF);
        (wide ? MXFP4_256 : MXFP4_128)
            .multiply(w, fromRow, toRow, in, 0, tokens, y, yOffset, yStride);
      }
      case Q8_0 -> {
        float[] in = arrange(x, at, tokens * cols, 1f);
        (wide ? Q8_256 : Q8_128).multiply(w, fromRow, toRow, in, 0, tokens, y, yOffset, yStride);
      }
      case BF16 ->
          (wide ? BF16_256 : BF16_128)
              .multiply(w, fromRow, toRow, x, at, tokens, y, yOffset, yStride);
      case F32, F16 -> super.matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
    }
  }

  private float[] arrange(float[] x, int from, int count, float factor) {
    return wide
        ? LaneOrder.ofPairs(x, from, count, factor * IN_UPPER_HALF)
        : LaneOrder.ofQuads(x, from, count, factor * IN_HIGHEST_BYTE);
  }
}
