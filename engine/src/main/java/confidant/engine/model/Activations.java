package confidant.engine.model;

import confidant.engine.kernel.ColumnOrder;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.DType;
import confidant.engine.threads.WorkerPool;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The input of matrix products, in the arrangement kernels want: one vector for one token, a panel
 * [features, tokens] for several. Packing once serves all matrices that read the same input.
 */
final class Activations implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;
  private static final int PACK_COLUMNS = 128;

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;
  private float[] vector = new float[0];
  private @Nullable Panel panel;
  private int count;
  private boolean permuted;

  /**
   * Packs the input of matrices of {@code type}.
   *
   * @param x token-major, {@code features} values per token, {@code stride} apart
   * @param rows which rows of {@code x}, or null for the first {@code count}
   * @param count tokens
   */
  void pack(
      DType type,
      float[] x,
      int stride,
      int @Nullable [] rows,
      int count,
      int features,
      WorkerPool pool) {
    this.count = count;
    this.permuted = ColumnOrder.isPermuted(type);
    if (count == 1) {
      if (vector.length != features) {
        vector = new float[features];
      }
      ColumnOrder.arrange(type, x, rows == null ? 0 : rows[0] * stride, features, vector);
      return;
    }
    int columns = Panel.padded(count);
    long bytes = (long) features * columns * Float.BYTES;
    if (memory.byteSize() < bytes) {
      grow(Math.max(bytes, 2 * memory.byteSize()));
    }
    panel = new Panel(memory, 0, features, columns, columns);
    int tasks = (features + PACK_COLUMNS - 1) / PACK_COLUMNS;
    pool.run(
        tasks,
        task -> {
          int from = task * PACK_COLUMNS;
          int to = Math.min(features, from + PACK_COLUMNS);
          packFeatures(type, x, stride, rows, from, to, columns);
        });
  }

  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena of the day
  private void grow(long bytes) {
    arena.close();
    arena = Arena.ofShared();
    memory = arena.allocate(bytes, ALIGNMENT_BYTES);
  }

  private void packFeatures(
      DType type, float[] x, int stride, int @Nullable [] rows, int from, int to, int columns) {
    for (int t = 0; t < columns; t++) {
      if (t >= count) {
        for (int c = from; c < to; c++) {
          put(ColumnOrder.place(type, c), columns, t, 0f);
        }
        continue;
      }
      int row = (rows == null ? t : rows[t]) * stride;
      for (int c = from; c < to; c++) {
        put(ColumnOrder.place(type, c), columns, t, x[row + c]);
      }
    }
  }

  private void put(int feature, int columns, int token, float value) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, (long) feature * columns + token, value);
  }

  /** Tokens packed. */
  int count() {
    return count;
  }

  /** Whether matrices of {@code type} can read this. */
  boolean suits(DType type) {
    return ColumnOrder.isPermuted(type) == permuted;
  }

  /** The one token's features. */
  float[] vector() {
    return vector;
  }

  /** The tokens' features from {@code from} on, at most {@code depth} of them. */
  Panel panel(int from, int depth) {
    Panel whole = panel;
    if (whole == null) {
      throw new IllegalStateException("nothing packed");
    }
    long offset = (long) from * whole.stride() * Float.BYTES;
    return new Panel(
        memory, offset, Math.min(depth, whole.depth() - from), whole.columns(), whole.stride());
  }

  @Override
  public void close() {
    arena.close();
  }
}
