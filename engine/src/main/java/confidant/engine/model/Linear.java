package confidant.engine.model;

import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.Matrix;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Products of weight matrices with activations, on all threads. */
final class Linear {
  /**
   * Rows per task of a product with one vector: enough for rows far apart to lie in other pages.
   */
  private static final int VECTOR_TASK_ROWS = 128;

  private static final int MIN_VECTOR_TASK_ROWS = 16;

  /** Rows per task of a product with a panel; a multiple of {@link Kernels#PANEL_ROWS}. */
  private static final int PANEL_TASK_ROWS = 64;

  /** Columns unpacked at a time: eight rows of them (18 KB) stay in the first-level cache. */
  private static final int DEPTH_STEP = 576;

  private final Kernels kernels;
  private final WorkerPool pool;

  Linear(Kernels kernels, WorkerPool pool) {
    this.kernels = kernels;
    this.pool = pool;
  }

  /**
   * {@code y[t, r] = sum over c of w[r, c] * x[t, c] + bias[r]}.
   *
   * @param bias [rows], or null for none
   * @param y token-major, rows {@code yStride} apart
   */
  void apply(Matrix w, float @Nullable [] bias, Activations x, float[] y, int yStride) {
    if (!x.suits(w.type())) {
      throw new IllegalArgumentException("activations are packed for another type than " + w);
    }
    if (x.count() == 1) {
      int step = vectorTaskRows(w.rows());
      pool.run(
          tasks(w.rows(), step),
          task -> {
            int from = task * step;
            rowsTimesVector(w, bias, from, Math.min(w.rows(), from + step), x.vector(), y, from);
          });
    } else {
      pool.run(
          tasks(w.rows(), PANEL_TASK_ROWS),
          task -> {
            int from = task * PANEL_TASK_ROWS;
            int to = Math.min(w.rows(), from + PANEL_TASK_ROWS);
            rowsTimesPanel(w, bias, from, to, x, y, yStride);
          });
    }
  }

  static int tasks(int rows, int step) {
    return (rows + step - 1) / step;
  }

  /** Rows per task for {@code rows} rows times one vector. */
  int vectorTaskRows(int rows) {
    return Math.clamp(rows / (2 * pool.threads()), MIN_VECTOR_TASK_ROWS, VECTOR_TASK_ROWS);
  }

  /** Rows {@code from} to {@code to} times one vector, into {@code y} from {@code yOffset}. */
  void rowsTimesVector(
      Matrix w, float @Nullable [] bias, int from, int to, float[] x, float[] y, int yOffset) {
    kernels.matVec(w, from, to, x, y, yOffset);
    if (bias != null) {
      for (int r = from; r < to; r++) {
        y[yOffset + r - from] += bias[r];
      }
    }
  }

  private void rowsTimesPanel(
      Matrix w, float @Nullable [] bias, int from, int to, Activations x, float[] y, int yStride) {
    int group = Kernels.PANEL_ROWS;
    int columns = Panel.padded(x.count());
    float[] unpacked = new float[group * DEPTH_STEP];
    float[] c = new float[tasks(to - from, group) * group * columns]; // (rows, tokens)
    for (int depth = 0; depth < w.cols(); depth += DEPTH_STEP) {
      Panel panel = x.panel(depth, DEPTH_STEP);
      for (int r = from; r < to; r += group) {
        int rows = Math.min(group, to - r);
        for (int i = 0; i < rows; i++) {
          kernels.unpack(w, r + i, depth, panel.depth(), unpacked, i * DEPTH_STEP);
        }
        // Rows past the end of the matrix: their products land in rows of c that nobody reads.
        Arrays.fill(unpacked, rows * DEPTH_STEP, unpacked.length, 0f);
        kernels.panelProduct(
            unpacked, 0, DEPTH_STEP, panel, c, (r - from) * columns, columns, depth > 0);
      }
    }
    for (int t = 0; t < x.count(); t++) {
      for (int r = from; r < to; r++) {
        y[t * yStride + r] = c[(r - from) * columns + t] + (bias == null ? 0 : bias[r]);
      }
    }
  }
}
