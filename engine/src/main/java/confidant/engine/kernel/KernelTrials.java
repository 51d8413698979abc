package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Short works by which each hot kernel is timed, on data that fits the first caches, so that the
 * compiler's work is measured and not the memory.
 */
final class KernelTrials {
  private static final int ROWS = 64;

  /** Columns of a row, as many as are unpacked together in a prompt. */
  private static final int COLUMNS = 512;

  private static final int TOKENS = 64;

  /** A whole number of tiles of every implementation. */
  private static final int PANEL_ROWS = 60;

  private static final int PANEL_DEPTH = 128;

  private static final double UNPACK_FLOPS_PER_VALUE = 2;
  private static final long ALIGNMENT_BYTES = 64;

  // Floors: a third of the least share that was measured at 128, 256 and 512 bits.
  private static final double UNPACK_FLOOR = 0.02;
  private static final double MAT_VEC_FLOOR = 0.015;
  private static final double PANEL_FLOOR = 0.2;

  private KernelTrials() {}

  /**
   * Trials of all kernels that weights like {@code samples} use.
   *
   * @param samples weights, one matrix of each type
   * @param arena of activations, which a model holds in memory of this kind
   */
  static List<KernelPart> of(Collection<Matrix> samples, Arena arena) {
    List<KernelPart> parts = new ArrayList<>();
    for (Matrix sample : samples) {
      DType type = sample.type();
      if (type == DType.MXFP4_GGML
          || type == DType.MXFP4_SPLIT
          || type == DType.Q8_0
          || type == DType.BF16) {
        Matrix w = sample.corner(ROWS, COLUMNS);
        parts.add(unpack(w));
        parts.add(matVec(w));
      }
    }
    parts.add(panelProduct(arena));
    return parts;
  }

  private static KernelPart unpack(Matrix w) {
    float[] row = new float[COLUMNS];
    return new KernelPart(
        Operation.UNPACK,
        w.type(),
        UNPACK_FLOPS_PER_VALUE * ROWS * COLUMNS,
        UNPACK_FLOOR,
        kernels -> {
          for (int r = 0; r < ROWS; r++) {
            kernels.unpack(w, r, 0, COLUMNS, row, 0);
          }
        });
  }

  private static KernelPart matVec(Matrix w) {
    float[] x = new float[COLUMNS];
    float[] y = new float[ROWS];
    return new KernelPart(
        Operation.MAT_VEC,
        w.type(),
        2.0 * ROWS * COLUMNS,
        MAT_VEC_FLOOR,
        kernels -> kernels.matVec(w, 0, ROWS, x, 0, 1, y, 0, ROWS));
  }

  private static KernelPart panelProduct(Arena arena) {
    Panel panel =
        new Panel(
            arena.allocate((long) PANEL_DEPTH * TOKENS * Float.BYTES, ALIGNMENT_BYTES),
            0,
            PANEL_DEPTH,
            TOKENS,
            Panel.GROUP,
            Panel.GROUP * PANEL_DEPTH);
    float[] a = new float[PANEL_ROWS * Kernels.ROW_STRIDE];
    float[] c = new float[PANEL_ROWS * TOKENS];
    return new KernelPart(
        Operation.PANEL_PRODUCT,
        DType.F32,
        2.0 * PANEL_ROWS * PANEL_DEPTH * TOKENS,
        PANEL_FLOOR,
        kernels -> kernels.panelProduct(a, 0, PANEL_ROWS, panel, c, 0, TOKENS, false));
  }
}
