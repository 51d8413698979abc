package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;

/**
 * A block of float32 values [depth, columns] in native memory, the right-hand side of {@link
 * Kernels#panelProduct}. Columns are tokens (or cached positions, or head elements), so that vector
 * lanes run along them and no lane ever has to be summed up.
 *
 * <p>Columns stand in groups of {@link #GROUP}: element [k, j] lies {@code j / GROUP * groupStride
 * + k * rowStride + j % GROUP} floats after {@code offset}. With a row stride of one group, a walk
 * down the depth reads memory in order, however many columns there are.
 *
 * @param memory that holds it
 * @param offset byte of element [0, 0]; a multiple of 4
 * @param depth rows
 * @param columns a multiple of {@link #GROUP}
 * @param rowStride floats from one row to the next
 * @param groupStride floats from one group of columns to the next
 */
public record Panel(
    MemorySegment memory, long offset, int depth, int columns, int rowStride, int groupStride) {
  /** Columns that lie side by side: the lanes of the widest vector, at every width. */
  public static final int GROUP = 16;

  public Panel {
    if (columns % GROUP != 0 || columns < GROUP || depth < 1 || offset < 0) {
      throw new IllegalArgumentException(depth + " rows of " + columns + " columns at " + offset);
    }
    long lastGroup = (long) (columns / GROUP - 1) * groupStride;
    long last = lastGroup + (long) (depth - 1) * rowStride + GROUP;
    if (offset + last * Float.BYTES > memory.byteSize()) {
      throw new IllegalArgumentException("panel ends past its memory");
    }
  }

  /** {@code columns} rounded up to what a panel can have. */
  public static int padded(int columns) {
    return (columns + GROUP - 1) / GROUP * GROUP;
  }
}
