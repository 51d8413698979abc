package confidant.demo.math;

/**
 * A matrix inside an array, row by row.
 *
 * @param values that hold it
 * @param at of its first element
 * @param rows as stored
 * @param columns as stored
 * @param stride from one row to the next
 */
public record Matrix(float[] values, int at, int rows, int columns, int stride) {

  /** A matrix without gaps. */
  public static Matrix of(float[] values, int at, int rows, int columns) {
    return new Matrix(values, at, rows, columns, columns);
  }

  /** Some of its rows. */
  public Matrix rows(int from, int count) {
    return new Matrix(values, at + from * stride, count, columns, stride);
  }

  /** Some of its columns. */
  public Matrix columns(int from, int count) {
    return new Matrix(values, at + from, rows, count, stride);
  }
}
