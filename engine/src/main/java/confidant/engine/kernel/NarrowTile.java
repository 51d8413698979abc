package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of a panel product: what fits in 16 registers, and the last columns of wider machines.
 *
 * <p>Phases: load or clear the accumulators; per step of the depth load the panel once and multiply
 * it with one broadcast weight per row; store. Accumulators are single variables since the compiler
 * keeps only those in registers.
 */
final class NarrowTile {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = F.length();
  private static final long VECTOR_BYTES = (long) LANES * Float.BYTES;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private NarrowTile() {}

  /** Four rows from {@code aOffset} times two vectors of columns. */
  static void pair(
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
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = FloatVector.zero(F);
    FloatVector s10 = FloatVector.zero(F);
    FloatVector s11 = FloatVector.zero(F);
    FloatVector s20 = FloatVector.zero(F);
    FloatVector s21 = FloatVector.zero(F);
    FloatVector s30 = FloatVector.zero(F);
    FloatVector s31 = FloatVector.zero(F);
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s01 = FloatVector.fromArray(F, c, c0 + LANES);
      s10 = FloatVector.fromArray(F, c, c1);
      s11 = FloatVector.fromArray(F, c, c1 + LANES);
      s20 = FloatVector.fromArray(F, c, c2);
      s21 = FloatVector.fromArray(F, c, c2 + LANES);
      s30 = FloatVector.fromArray(F, c, c3);
      s31 = FloatVector.fromArray(F, c, c3 + LANES);
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
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
  }

  /** Four rows from {@code aOffset} times one vector of columns. */
  static void single(
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
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s10 = FloatVector.zero(F);
    FloatVector s20 = FloatVector.zero(F);
    FloatVector s30 = FloatVector.zero(F);
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s10 = FloatVector.fromArray(F, c, c1);
      s20 = FloatVector.fromArray(F, c, c2);
      s30 = FloatVector.fromArray(F, c, c3);
    }
    for (int k = 0; k < depth; k++, at += step) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      s00 = FloatVector.broadcast(F, a[a0 + k]).fma(p0, s00);
      s10 = FloatVector.broadcast(F, a[a1 + k]).fma(p0, s10);
      s20 = FloatVector.broadcast(F, a[a2 + k]).fma(p0, s20);
      s30 = FloatVector.broadcast(F, a[a3 + k]).fma(p0, s30);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
  }
}
