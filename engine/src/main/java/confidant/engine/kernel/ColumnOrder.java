package confidant.engine.kernel;

import confidant.engine.tensor.DType;

/**
 * The order in which kernels unpack the columns of a row. Where two columns lie in one byte (MXFP4
 * of safetensors) or in one 32-bit lane (BF16), a shift yields the even columns of a block of 32,
 * another the odd ones; putting the activations in the same order once is cheaper than interleaving
 * every block of weights. All other types keep their order, and so do columns after the last whole
 * block.
 */
public final class ColumnOrder {
  private static final int BLOCK = 32;
  private static final int HALF = BLOCK / 2;

  private ColumnOrder() {}

  /** Whether {@code type} unpacks in another order than it is defined in. */
  public static boolean isPermuted(DType type) {
    return type == DType.MXFP4_SPLIT || type == DType.MXFP4_OLLAMA || type == DType.BF16;
  }

  /** Where column {@code column} stands in an unpacked row of {@code cols} columns. */
  public static int place(DType type, int column, int cols) {
    if (!isPermuted(type) || column >= cols / BLOCK * BLOCK) {
      return column;
    }
    int inBlock = column % BLOCK;
    return column - inBlock + inBlock / 2 + inBlock % 2 * HALF;
  }

  /**
   * Puts a vector in the order of {@code type}.
   *
   * @param in [count] from {@code offset}, in natural order
   * @param out receives [count] from {@code outOffset}
   */
  public static void arrange(
      DType type, float[] in, int offset, int count, float[] out, int outOffset) {
    int whole = isPermuted(type) ? count / BLOCK * BLOCK : 0;
    for (int block = 0; block < whole; block += BLOCK) {
      for (int j = 0; j < HALF; j++) {
        out[outOffset + block + j] = in[offset + block + 2 * j];
        out[outOffset + block + HALF + j] = in[offset + block + 2 * j + 1];
      }
    }
    System.arraycopy(in, offset + whole, out, outOffset + whole, count - whole);
  }

  /** Undoes {@link #arrange}: puts an unpacked row in natural order. */
  public static void restore(
      DType type, float[] in, int offset, int count, float[] out, int outOffset) {
    int whole = isPermuted(type) ? count / BLOCK * BLOCK : 0;
    for (int block = 0; block < whole; block += BLOCK) {
      for (int j = 0; j < HALF; j++) {
        out[outOffset + block + 2 * j] = in[offset + block + j];
        out[outOffset + block + 2 * j + 1] = in[offset + block + HALF + j];
      }
    }
    System.arraycopy(in, offset + whole, out, outOffset + whole, count - whole);
  }
}
