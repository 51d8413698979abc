package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight rows by two vectors of a panel product: 16 accumulators, for machines with 32 registers.
 *
 * <p>Phases: load or clear the accumulators; per step of the depth load the panel once and multiply
 * it with one broadcast weight per row; store. Accumulators are single variables since the compiler
 * keeps only those in registers.
 */
final class WideTile {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = F.length();
  private static final long VECTOR_BYTES = (long) LANES * Float.BYTES;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private WideTile() {}

  /** Rows 0 to 7 of {@code a} times columns {@code column} to {@code column + 2 * LANES}. */
  static void product(
      float[] a,
      int aOffset,
      int aStride,
      Panel panel,
      int column,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    MemorySegment p = panel.memory();
    long at = panel.offset() + (long) column * Float.BYTES;
    long step = (long) panel.stride() * Float.BYTES;
    int depth = panel.depth();
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    int a6 = a5 + aStride;
    int a7 = a6 + aStride;
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    int c6 = c5 + cStride;
    int c7 = c6 + cStride;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = FloatVector.zero(F);
    FloatVector s10 = FloatVector.zero(F);
    FloatVector s11 = FloatVector.zero(F);
    FloatVector s20 = FloatVector.zero(F);
    FloatVector s21 = FloatVector.zero(F);
    FloatVector s30 = FloatVector.zero(F);
    FloatVector s31 = FloatVector.zero(F);
    FloatVector s40 = FloatVector.zero(F);
    FloatVector s41 = FloatVector.zero(F);
    FloatVector s50 = FloatVector.zero(F);
    FloatVector s51 = FloatVector.zero(F);
    FloatVector s60 = FloatVector.zero(F);
    FloatVector s61 = FloatVector.zero(F);
    FloatVector s70 = FloatVector.zero(F);
    FloatVector s71 = FloatVector.zero(F);
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s01 = FloatVector.fromArray(F, c, c0 + LANES);
      s10 = FloatVector.fromArray(F, c, c1);
      s11 = FloatVector.fromArray(F, c, c1 + LANES);
      s20 = FloatVector.fromArray(F, c, c2);
      s21 = FloatVector.fromArray(F, c, c2 + LANES);
      s30 = FloatVector.fromArray(F, c, c3);
      s31 = FloatVector.fromArray(F, c, c3 + LANES);
      s40 = FloatVector.fromArray(F, c, c4);
      s41 = FloatVector.fromArray(F, c, c4 + LANES);
      s50 = FloatVector.fromArray(F, c, c5);
      s51 = FloatVector.fromArray(F, c, c5 + LANES);
      s60 = FloatVector.fromArray(F, c, c6);
      s61 = FloatVector.fromArray(F, c, c6 + LANES);
      s70 = FloatVector.fromArray(F, c, c7);
      s71 = FloatVector.fromArray(F, c, c7 + LANES);
    }
    for (int k = 0; k < depth; k++, at += step) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + VECTOR_BYTES, LE);
      FloatVector w0 = FloatVector.broadcast(F, a[a0 + k]);
      s00 = w0.fma(p0, s00);
      s01 = w0.fma(p1, s01);
      FloatVector w1 = FloatVector.broadcast(F, a[a1 + k]);
      s10 = w1.fma(p0, s10);
      s11 = w1.fma(p1, s11);
      FloatVector w2 = FloatVector.broadcast(F, a[a2 + k]);
      s20 = w2.fma(p0, s20);
      s21 = w2.fma(p1, s21);
      FloatVector w3 = FloatVector.broadcast(F, a[a3 + k]);
      s30 = w3.fma(p0, s30);
      s31 = w3.fma(p1, s31);
      FloatVector w4 = FloatVector.broadcast(F, a[a4 + k]);
      s40 = w4.fma(p0, s40);
      s41 = w4.fma(p1, s41);
      FloatVector w5 = FloatVector.broadcast(F, a[a5 + k]);
      s50 = w5.fma(p0, s50);
      s51 = w5.fma(p1, s51);
      FloatVector w6 = FloatVector.broadcast(F, a[a6 + k]);
      s60 = w6.fma(p0, s60);
      s61 = w6.fma(p1, s61);
      FloatVector w7 = FloatVector.broadcast(F, a[a7 + k]);
      s70 = w7.fma(p0, s70);
      s71 = w7.fma(p1, s71);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LANES);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LANES);
    s60.intoArray(c, c6);
    s61.intoArray(c, c6 + LANES);
    s70.intoArray(c, c7);
    s71.intoArray(c, c7 + LANES);
  }
}
