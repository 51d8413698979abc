package confidant.engine.kernel;

import confidant.engine.tensor.DType;

/**
 * The order in which kernels unpack the columns of a row. MXFP4 in the nibble order of safetensors
 * yields the even elements of a block of 32, then the odd ones; putting the activations in the same
 * order once is cheaper than interleaving every block of weights. All other types keep their order.
 */
public final class ColumnOrder {
  private static final int BLOCK = 32;
  private static final int HALF = BLOCK / 2;

  private ColumnOrder() {}

  /** Whether {@code type} unpacks in another order than it is defined in. */
  public static boolean isPermuted(DType type) {
    return type == DType.MXFP4_SPLIT || type == DType.MXFP4_OLLAMA;
  }

  /** Where column {@code column} stands in an unpacked row of {@code type}. */
  public static int place(DType type, int column) {
    if (!isPermuted(type)) {
      return column;
    }
    int inBlock = column % BLOCK;
    return column - inBlock + inBlock / 2 + inBlock % 2 * HALF;
  }

  /**
   * Puts a vector in the order of {@code type}.
   *
   * @param in values from {@code offset} on, in natural order
   * @param count number of values, a multiple of 32 if the type is permuted
   * @param out receives them from 0 on
   */
  public static void arrange(DType type, float[] in, int offset, int count, float[] out) {
    if (!isPermuted(type)) {
      System.arraycopy(in, offset, out, 0, count);
      return;
    }
    for (int block = 0; block < count; block += BLOCK) {
      for (int j = 0; j < HALF; j++) {
        out[block + j] = in[offset + block + 2 * j];
        out[block + HALF + j] = in[offset + block + 2 * j + 1];
      }
    }
  }
}
