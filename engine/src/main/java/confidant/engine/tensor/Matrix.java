package confidant.engine.tensor;

import java.lang.foreign.MemorySegment;

/**
 * A matrix of weights [rows, cols] inside mapped memory. Rows need not be neighbours: a row stride
 * of two rows picks the gate rows out of an interleaved gate/up tensor, an offset picks q out of a
 * fused qkv tensor, without a copy.
 *
 * @param type how a row is stored
 * @param rows output features
 * @param cols input features; a whole number of blocks of {@code type}
 * @param data memory that holds the rows
 * @param offset byte of row 0 in {@code data}
 * @param rowStride bytes from one row to the next
 * @param scales for {@link DType#MXFP4_SPLIT} the memory of the scale bytes, else {@code data}
 * @param scaleOffset byte of row 0's first scale in {@code scales}; 0 if not split
 * @param scaleRowStride bytes from one row's first scale to the next row's; 0 if not split
 */
public record Matrix(
    DType type,
    int rows,
    int cols,
    MemorySegment data,
    long offset,
    long rowStride,
    MemorySegment scales,
    long scaleOffset,
    long scaleRowStride) {

  public Matrix {
    if (rows < 1 || cols < 1) {
      throw new IllegalArgumentException("a matrix needs rows and columns: " + rows + "x" + cols);
    }
    long rowBytes = type.rowBytes(cols);
    if (offset < 0 || offset + (rows - 1) * rowStride + rowBytes > data.byteSize()) {
      throw new IllegalArgumentException("matrix ends past its memory");
    }
    if (type == DType.MXFP4_SPLIT) {
      long blocks = cols / type.blockElements();
      if (scaleOffset < 0
          || scaleOffset + (rows - 1) * scaleRowStride + blocks > scales.byteSize()) {
        throw new IllegalArgumentException("scales end past their memory");
      }
    }
  }

  /** A matrix whose rows follow each other in {@code data} from its start. */
  public static Matrix dense(DType type, int rows, int cols, MemorySegment data) {
    return new Matrix(type, rows, cols, data, 0, type.rowBytes(cols), data, 0, 0);
  }

  /** An MXFP4 matrix whose codes [rows, cols/2] and scales [rows, cols/32] stand apart. */
  public static Matrix split(int rows, int cols, MemorySegment codes, MemorySegment scales) {
    DType type = DType.MXFP4_SPLIT;
    return new Matrix(
        type, rows, cols, codes, 0, type.rowBytes(cols), scales, 0, cols / type.blockElements());
  }

  /** Rows {@code first}, {@code first + step}, … ({@code count} of them) as a matrix. */
  public Matrix rows(int first, int step, int count) {
    if (first < 0 || step < 1 || count < 1 || first + (long) (count - 1) * step >= rows) {
      throw new IllegalArgumentException(
          "rows " + first + " step " + step + " count " + count + " of " + rows);
    }
    return new Matrix(
        type,
        count,
        cols,
        data,
        offset + first * rowStride,
        rowStride * step,
        scales,
        scaleOffset + first * scaleRowStride,
        scaleRowStride * step);
  }

  /**
   * The first {@code wantedRows} rows and {@code wantedCols} columns, whole blocks, as a matrix.
   */
  public Matrix corner(int wantedRows, int wantedCols) {
    if (wantedRows > rows || wantedCols > cols) {
      throw new IllegalArgumentException(
          wantedRows + "x" + wantedCols + " of " + rows + "x" + cols);
    }
    return new Matrix(
        type, wantedRows, wantedCols, data, offset, rowStride, scales, scaleOffset, scaleRowStride);
  }

  /** Byte of row {@code row} in {@link #data}. */
  public long rowOffset(int row) {
    return offset + row * rowStride;
  }

  /** Byte of row {@code row}'s first scale in {@link #scales}. */
  public long scaleRowOffset(int row) {
    return scaleOffset + row * scaleRowStride;
  }
}
