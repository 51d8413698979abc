package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;

/**
 * A block of float32 values [depth, columns] in native memory, the right-hand side of {@link
 * Kernels#panelProduct}. Columns are tokens (or cached positions, or head elements), so that vector
 * lanes run along them and no lane ever has to be summed up.
 *
 * @param memory that holds it
 * @param offset byte of element [0, 0]; a multiple of 4
 * @param depth rows
 * @param columns a multiple of {@link #COLUMN_STEP}
 * @param stride floats from one row to the next
 */
public record Panel(MemorySegment memory, long offset, int depth, int columns, int stride) {
  /** Lanes of the widest vector: columns come in multiples of it at every width. */
  public static final int COLUMN_STEP = 16;

  public Panel {
    if (columns % COLUMN_STEP != 0 || columns > stride) {
      throw new IllegalArgumentException(columns + " columns with a stride of " + stride);
    }
    long last = offset + ((long) (depth - 1) * stride + columns) * Float.BYTES;
    if (depth < 1 || offset < 0 || last > memory.byteSize()) {
      throw new IllegalArgumentException("panel ends past its memory");
    }
  }

  /** {@code columns} rounded up to what a panel can have. */
  public static int padded(int columns) {
    return (columns + COLUMN_STEP - 1) / COLUMN_STEP * COLUMN_STEP;
  }
}
