package confidant.demo.math;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Matrix products of float32. Blocks of the right side are copied into native memory, where vectors
 * can be aligned, in stripes that fit the first-level cache; the left side is read where it lies
 * where that goes along its rows. Used by one thread at a time.
 */
public final class Gemm {
  /** Depth of a block: a stripe of it takes 32 KB at 512 bits. */
  private static final int DEPTH = 128;

  /** Columns of a block: half a second-level cache of a megabyte. */
  private static final int WIDTH = 1024 / Tile.COLUMNS * Tile.COLUMNS;

  /** Rows of a block. */
  private static final int HEIGHT = 512;

  private static final long CACHE_LINE = 64;

  private final float[] left = new float[HEIGHT * DEPTH];
  private final float[] stripe = new float[DEPTH * Tile.COLUMNS];
  private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS];
  private final MemorySegment right =
      Arena.ofAuto().allocate((long) DEPTH * WIDTH * Float.BYTES, CACHE_LINE);

  /** {@code c = a b}. */
  public void multiply(Matrix a, Matrix b, Matrix c) {
    clear(c);
    run(a, false, b, false, c);
  }

  /** {@code c += a b}. */
  public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
    run(a, false, b, false, c);
  }

  /** {@code c = a b'}, with {@code b} stored as [columns of c, depth]. */
  public void multiplyTransposed(Matrix a, Matrix b, Matrix c) {
    clear(c);
    run(a, false, b, true, c);
  }

  /** {@code c += a' b}, with {@code a} stored as [depth, rows of c]. */
  public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
    run(a, true, b, false, c);
  }

  private static void clear(Matrix c) {
    for (int row = 0; row < c.rows(); row++) {
      int at = c.at() + row * c.stride();
      Arrays.fill(c.values(), at, at + c.columns(), 0);
    }
  }

  private void run(Matrix a, boolean turnA, Matrix b, boolean turnB, Matrix c) {
    int rows = turnA ? a.columns() : a.rows();
    int depth = turnA ? a.rows() : a.columns();
    int columns = turnB ? b.rows() : b.columns();
    if (depth != (turnB ? b.columns() : b.rows()) || rows != c.rows() || columns != c.columns()) {
      throw new IllegalArgumentException(
          "%d x %d times %d x %d into %d x %d"
              .formatted(a.rows(), a.columns(), b.rows(), b.columns(), c.rows(), c.columns()));
    }
    for (int k = 0; k < depth; k += DEPTH) {
      int deep = Math.min(DEPTH, depth - k);
      for (int j = 0; j < columns; j += WIDTH) {
        int wide = Math.min(WIDTH, columns - j);
        packRight(b, turnB, k, deep, j, wide);
        for (int i = 0; i < rows; i += HEIGHT) {
          int high = Math.min(HEIGHT, rows - i);
          packLeft(a, turnA, i, high, k, deep);
          multiplyBlock(a, turnA, high, wide, k, deep, c, i, j);
        }
      }
    }
  }

  private void multiplyBlock(
      Matrix a, boolean turnA, int high, int wide, int k, int deep, Matrix c, int i, int j) {
    for (int column = 0; column < wide; column += Tile.COLUMNS) {
      long stripeAt = (long) column * deep * Float.BYTES;
      boolean wholeColumns = wide - column >= Tile.COLUMNS;
      for (int row = 0; row < high; row += Tile.ROWS) {
        boolean whole = wholeColumns && high - row >= Tile.ROWS;
        int at = c.at() + (i + row) * c.stride() + j + column;
        if (!whole) {
          Arrays.fill(edge, 0);
        }
        float[] to = whole ? c.values() : edge;
        int toAt = whole ? at : 0;
        int toStride = whole ? c.stride() : Tile.COLUMNS;
        if (turnA || high - row < Tile.ROWS) {
          Tile.multiplyAdd(left, row * deep, right, stripeAt, deep, to, toAt, toStride);
        } else {
          int from = a.at() + (i + row) * a.stride() + k;
          Tile.multiplyAddRows(
              a.values(), from, a.stride(), right, stripeAt, deep, to, toAt, toStride);
        }
        if (!whole) {
          addEdge(Math.min(Tile.ROWS, high - row), Math.min(Tile.COLUMNS, wide - column), c, at);
        }
      }
    }
  }

  private void addEdge(int rows, int columns, Matrix c, int at) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        c.values()[at + row * c.stride() + column] += edge[row * Tile.COLUMNS + column];
      }
    }
  }

  /**
   * Rows in groups of four: [group, depth, row]. Whole groups of rows that lie along the depth are
   * read where they are.
   */
  private void packLeft(Matrix a, boolean turned, int i, int high, int k, int deep) {
    float[] from = a.values();
    int stride = a.stride();
    for (int row = 0; row < high; row += Tile.ROWS) {
      int to = row * deep;
      int present = Math.min(Tile.ROWS, high - row);
      if (present < Tile.ROWS) {
        Arrays.fill(left, to, to + Tile.ROWS * deep, 0);
        int along = turned ? stride : 1;
        int across = turned ? 1 : stride;
        int at = a.at() + (i + row) * across + k * along;
        for (int depth = 0; depth < deep; depth++) {
          for (int r = 0; r < present; r++) {
            left[to + Tile.ROWS * depth + r] = from[at + depth * along + r * across];
          }
        }
      } else if (turned) {
        int at = a.at() + k * stride + i + row;
        for (int packed = to; packed < to + Tile.ROWS * deep; packed += Tile.ROWS, at += stride) {
          left[packed] = from[at];
          left[packed + 1] = from[at + 1];
          left[packed + 2] = from[at + 2];
          left[packed + 3] = from[at + 3];
        }
      }
    }
  }

  /** Columns in stripes of a tile's width: [stripe, depth, column]. */
  private void packRight(Matrix b, boolean turned, int k, int deep, int j, int wide) {
    float[] from = b.values();
    for (int column = 0; column < wide; column += Tile.COLUMNS) {
      int present = Math.min(Tile.COLUMNS, wide - column);
      if (present < Tile.COLUMNS) {
        Arrays.fill(stripe, 0, deep * Tile.COLUMNS, 0);
      }
      if (turned) {
        for (int n = 0; n < present; n++) {
          int at = b.at() + (j + column + n) * b.stride() + k;
          for (int depth = 0; depth < deep; depth++) {
            stripe[depth * Tile.COLUMNS + n] = from[at + depth];
          }
        }
      } else {
        int at = b.at() + k * b.stride() + j + column;
        for (int depth = 0; depth < deep; depth++, at += b.stride()) {
          System.arraycopy(from, at, stripe, depth * Tile.COLUMNS, present);
        }
      }
      MemorySegment.copy(
          stripe,
          0,
          right,
          ValueLayout.JAVA_FLOAT,
          (long) column * deep * Float.BYTES,
          deep * Tile.COLUMNS);
    }
  }
}
