package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a panel product for processors with 16 vector registers (AVX2).
 *
 * <p>Phases: load or clear the accumulators; per step of the depth load the panel once and multiply
 * it with one broadcast weight per row, all rows reached from one index by constant strides; store.
 * Accumulators are single variables since the compiler keeps only those in registers, and a method
 * per tile since it stops inlining in bigger ones.
 */
final class Registers16Tiles {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = F.length();
  private static final int STRIDE = Kernels.ROW_STRIDE;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private Registers16Tiles() {}

  /** Five rows by two vectors. */
  static void rows5x2(
      float[] a,
      int aOffset,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    long v1 = vectorStep;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    FloatVector s40 = s00;
    FloatVector s41 = s00;
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
    }
    long at = panelAt;
    for (int i = aOffset; i < aOffset + depth; i++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
      FloatVector w0 = FloatVector.broadcast(F, a[i]);
      s00 = w0.fma(p0, s00);
      s01 = w0.fma(p1, s01);
      FloatVector w1 = FloatVector.broadcast(F, a[i + STRIDE]);
      s10 = w1.fma(p0, s10);
      s11 = w1.fma(p1, s11);
      FloatVector w2 = FloatVector.broadcast(F, a[i + 2 * STRIDE]);
      s20 = w2.fma(p0, s20);
      s21 = w2.fma(p1, s21);
      FloatVector w3 = FloatVector.broadcast(F, a[i + 3 * STRIDE]);
      s30 = w3.fma(p0, s30);
      s31 = w3.fma(p1, s31);
      FloatVector w4 = FloatVector.broadcast(F, a[i + 4 * STRIDE]);
      s40 = w4.fma(p0, s40);
      s41 = w4.fma(p1, s41);
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
  }

  /** Four rows by two vectors. */
  static void rows4x2(
      float[] a,
      int aOffset,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    long v1 = vectorStep;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
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
    long at = panelAt;
    for (int i = aOffset; i < aOffset + depth; i++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
      FloatVector w0 = FloatVector.broadcast(F, a[i]);
      s00 = w0.fma(p0, s00);
      s01 = w0.fma(p1, s01);
      FloatVector w1 = FloatVector.broadcast(F, a[i + STRIDE]);
      s10 = w1.fma(p0, s10);
      s11 = w1.fma(p1, s11);
      FloatVector w2 = FloatVector.broadcast(F, a[i + 2 * STRIDE]);
      s20 = w2.fma(p0, s20);
      s21 = w2.fma(p1, s21);
      FloatVector w3 = FloatVector.broadcast(F, a[i + 3 * STRIDE]);
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
}
