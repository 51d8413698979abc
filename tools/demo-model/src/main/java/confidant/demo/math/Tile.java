package confidant.demo.math;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner kernel of {@link Gemm}: four rows by four vectors of the result stay in registers.
 *
 * <p>Phases: load the accumulators; per step of the depth load four vectors of the panel and
 * multiply each with one broadcast number per row; store. Accumulators are single variables since
 * the compiler keeps only those in registers, and the numbers of the left side lie interleaved so
 * that one index with constant offsets reaches all rows.
 */
final class Tile {
  static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  static final int LANES = F.length();

  /** Rows of the result. */
  static final int ROWS = 4;

  /** Columns of the result. */
  static final int COLUMNS = 4 * LANES;

  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final long STEP = (long) COLUMNS * Float.BYTES;
  private static final long VECTOR = (long) LANES * Float.BYTES;

  private Tile() {}

  /**
   * Adds a product to a piece of {@code c}.
   *
   * @param a [depth, ROWS] from {@code aAt} on
   * @param b [depth, COLUMNS] from byte {@code bAt} on
   * @param c [ROWS, COLUMNS] from {@code cAt} on, rows {@code stride} apart
   */
  static void multiplyAdd(
      float[] a, int aAt, MemorySegment b, long bAt, int depth, float[] c, int cAt, int stride) {
    int c1 = cAt + stride;
    int c2 = c1 + stride;
    int c3 = c2 + stride;
    FloatVector s00 = FloatVector.fromArray(F, c, cAt);
    FloatVector s01 = FloatVector.fromArray(F, c, cAt + LANES);
    FloatVector s02 = FloatVector.fromArray(F, c, cAt + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(F, c, cAt + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(F, c, c1);
    FloatVector s11 = FloatVector.fromArray(F, c, c1 + LANES);
    FloatVector s12 = FloatVector.fromArray(F, c, c1 + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(F, c, c1 + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(F, c, c2);
    FloatVector s21 = FloatVector.fromArray(F, c, c2 + LANES);
    FloatVector s22 = FloatVector.fromArray(F, c, c2 + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(F, c, c2 + 3 * LANES);
    FloatVector s30 = FloatVector.fromArray(F, c, c3);
    FloatVector s31 = FloatVector.fromArray(F, c, c3 + LANES);
    FloatVector s32 = FloatVector.fromArray(F, c, c3 + 2 * LANES);
    FloatVector s33 = FloatVector.fromArray(F, c, c3 + 3 * LANES);
    long at = bAt;
    int end = aAt + ROWS * depth;
    for (int i = aAt; i < end; i += ROWS, at += STEP) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, b, at, ORDER);
      FloatVector p1 = FloatVector.fromMemorySegment(F, b, at + VECTOR, ORDER);
      FloatVector p2 = FloatVector.fromMemorySegment(F, b, at + 2 * VECTOR, ORDER);
      FloatVector p3 = FloatVector.fromMemorySegment(F, b, at + 3 * VECTOR, ORDER);
      FloatVector x0 = FloatVector.broadcast(F, a[i]);
      s00 = x0.fma(p0, s00);
      s01 = x0.fma(p1, s01);
      s02 = x0.fma(p2, s02);
      s03 = x0.fma(p3, s03);
      FloatVector x1 = FloatVector.broadcast(F, a[i + 1]);
      s10 = x1.fma(p0, s10);
      s11 = x1.fma(p1, s11);
      s12 = x1.fma(p2, s12);
      s13 = x1.fma(p3, s13);
      FloatVector x2 = FloatVector.broadcast(F, a[i + 2]);
      s20 = x2.fma(p0, s20);
      s21 = x2.fma(p1, s21);
      s22 = x2.fma(p2, s22);
      s23 = x2.fma(p3, s23);
      FloatVector x3 = FloatVector.broadcast(F, a[i + 3]);
      s30 = x3.fma(p0, s30);
      s31 = x3.fma(p1, s31);
      s32 = x3.fma(p2, s32);
      s33 = x3.fma(p3, s33);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
  }

  /**
   * The same with rows of the left side as they lie in a matrix.
   *
   * @param a [ROWS, depth] from {@code aAt} on, rows {@code aStride} apart
   * @param b [depth, COLUMNS] from byte {@code bAt} on
   * @param c [ROWS, COLUMNS] from {@code cAt} on, rows {@code stride} apart
   */
  static void multiplyAddRows(
      float[] a,
      int aAt,
      int aStride,
      MemorySegment b,
      long bAt,
      int depth,
      float[] c,
      int cAt,
      int stride) {
    int a1 = aAt + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int c1 = cAt + stride;
    int c2 = c1 + stride;
    int c3 = c2 + stride;
    FloatVector s00 = FloatVector.fromArray(F, c, cAt);
    FloatVector s01 = FloatVector.fromArray(F, c, cAt + LANES);
    FloatVector s02 = FloatVector.fromArray(F, c, cAt + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(F, c, cAt + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(F, c, c1);
    FloatVector s11 = FloatVector.fromArray(F, c, c1 + LANES);
    FloatVector s12 = FloatVector.fromArray(F, c, c1 + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(F, c, c1 + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(F, c, c2);
    FloatVector s21 = FloatVector.fromArray(F, c, c2 + LANES);
    FloatVector s22 = FloatVector.fromArray(F, c, c2 + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(F, c, c2 + 3 * LANES);
    FloatVector s30 = FloatVector.fromArray(F, c, c3);
    FloatVector s31 = FloatVector.fromArray(F, c, c3 + LANES);
    FloatVector s32 = FloatVector.fromArray(F, c, c3 + 2 * LANES);
    FloatVector s33 = FloatVector.fromArray(F, c, c3 + 3 * LANES);
    long at = bAt;
    for (int k = 0; k < depth; k++, at += STEP) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, b, at, ORDER);
      FloatVector p1 = FloatVector.fromMemorySegment(F, b, at + VECTOR, ORDER);
      FloatVector p2 = FloatVector.fromMemorySegment(F, b, at + 2 * VECTOR, ORDER);
      FloatVector p3 = FloatVector.fromMemorySegment(F, b, at + 3 * VECTOR, ORDER);
      FloatVector x0 = FloatVector.broadcast(F, a[aAt + k]);
      s00 = x0.fma(p0, s00);
      s01 = x0.fma(p1, s01);
      s02 = x0.fma(p2, s02);
      s03 = x0.fma(p3, s03);
      FloatVector x1 = FloatVector.broadcast(F, a[a1 + k]);
      s10 = x1.fma(p0, s10);
      s11 = x1.fma(p1, s11);
      s12 = x1.fma(p2, s12);
      s13 = x1.fma(p3, s13);
      FloatVector x2 = FloatVector.broadcast(F, a[a2 + k]);
      s20 = x2.fma(p0, s20);
      s21 = x2.fma(p1, s21);
      s22 = x2.fma(p2, s22);
      s23 = x2.fma(p3, s23);
      FloatVector x3 = FloatVector.broadcast(F, a[a3 + k]);
      s30 = x3.fma(p0, s30);
      s31 = x3.fma(p1, s31);
      s32 = x3.fma(p2, s32);
      s33 = x3.fma(p3, s33);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
  }
}
