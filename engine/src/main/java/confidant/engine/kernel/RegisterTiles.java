package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a panel product: those two vectors wide take 27 registers, those one vector wide 14.
 *
 * <p>Phases: load or clear the accumulators; per step of the depth load the panel once and multiply
 * it with one broadcast weight per row, all rows reached from one index by constant strides; store.
 * Accumulators are single variables since the compiler keeps only those in registers, and a method
 * per tile since it stops inlining in bigger ones.
 */
final class RegisterTiles {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = F.length();
  private static final int STRIDE = Kernels.ROW_STRIDE;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private RegisterTiles() {}

  /** Twelve rows by two vectors. */
  static void rows12x2(
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
    int c5 = c4 + cStride;
    int c6 = c5 + cStride;
    int c7 = c6 + cStride;
    int c8 = c7 + cStride;
    int c9 = c8 + cStride;
    int c10 = c9 + cStride;
    int c11 = c10 + cStride;
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
    FloatVector s50 = s00;
    FloatVector s51 = s00;
    FloatVector s60 = s00;
    FloatVector s61 = s00;
    FloatVector s70 = s00;
    FloatVector s71 = s00;
    FloatVector s80 = s00;
    FloatVector s81 = s00;
    FloatVector s90 = s00;
    FloatVector s91 = s00;
    FloatVector s100 = s00;
    FloatVector s101 = s00;
    FloatVector s110 = s00;
    FloatVector s111 = s00;
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
      s80 = FloatVector.fromArray(F, c, c8);
      s81 = FloatVector.fromArray(F, c, c8 + LANES);
      s90 = FloatVector.fromArray(F, c, c9);
      s91 = FloatVector.fromArray(F, c, c9 + LANES);
      s100 = FloatVector.fromArray(F, c, c10);
      s101 = FloatVector.fromArray(F, c, c10 + LANES);
      s110 = FloatVector.fromArray(F, c, c11);
      s111 = FloatVector.fromArray(F, c, c11 + LANES);
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
      FloatVector w5 = FloatVector.broadcast(F, a[i + 5 * STRIDE]);
      s50 = w5.fma(p0, s50);
      s51 = w5.fma(p1, s51);
      FloatVector w6 = FloatVector.broadcast(F, a[i + 6 * STRIDE]);
      s60 = w6.fma(p0, s60);
      s61 = w6.fma(p1, s61);
      FloatVector w7 = FloatVector.broadcast(F, a[i + 7 * STRIDE]);
      s70 = w7.fma(p0, s70);
      s71 = w7.fma(p1, s71);
      FloatVector w8 = FloatVector.broadcast(F, a[i + 8 * STRIDE]);
      s80 = w8.fma(p0, s80);
      s81 = w8.fma(p1, s81);
      FloatVector w9 = FloatVector.broadcast(F, a[i + 9 * STRIDE]);
      s90 = w9.fma(p0, s90);
      s91 = w9.fma(p1, s91);
      FloatVector w10 = FloatVector.broadcast(F, a[i + 10 * STRIDE]);
      s100 = w10.fma(p0, s100);
      s101 = w10.fma(p1, s101);
      FloatVector w11 = FloatVector.broadcast(F, a[i + 11 * STRIDE]);
      s110 = w11.fma(p0, s110);
      s111 = w11.fma(p1, s111);
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
    s80.intoArray(c, c8);
    s81.intoArray(c, c8 + LANES);
    s90.intoArray(c, c9);
    s91.intoArray(c, c9 + LANES);
    s100.intoArray(c, c10);
    s101.intoArray(c, c10 + LANES);
    s110.intoArray(c, c11);
    s111.intoArray(c, c11 + LANES);
  }

  /** Twelve rows by one vector. */
  static void rows12x1(
      float[] a,
      int aOffset,
      MemorySegment p,
      long panelAt,
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
    int c5 = c4 + cStride;
    int c6 = c5 + cStride;
    int c7 = c6 + cStride;
    int c8 = c7 + cStride;
    int c9 = c8 + cStride;
    int c10 = c9 + cStride;
    int c11 = c10 + cStride;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s10 = s00;
    FloatVector s20 = s00;
    FloatVector s30 = s00;
    FloatVector s40 = s00;
    FloatVector s50 = s00;
    FloatVector s60 = s00;
    FloatVector s70 = s00;
    FloatVector s80 = s00;
    FloatVector s90 = s00;
    FloatVector s100 = s00;
    FloatVector s110 = s00;
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s10 = FloatVector.fromArray(F, c, c1);
      s20 = FloatVector.fromArray(F, c, c2);
      s30 = FloatVector.fromArray(F, c, c3);
      s40 = FloatVector.fromArray(F, c, c4);
      s50 = FloatVector.fromArray(F, c, c5);
      s60 = FloatVector.fromArray(F, c, c6);
      s70 = FloatVector.fromArray(F, c, c7);
      s80 = FloatVector.fromArray(F, c, c8);
      s90 = FloatVector.fromArray(F, c, c9);
      s100 = FloatVector.fromArray(F, c, c10);
      s110 = FloatVector.fromArray(F, c, c11);
    }
    long at = panelAt;
    for (int i = aOffset; i < aOffset + depth; i++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      s00 = FloatVector.broadcast(F, a[i]).fma(p0, s00);
      s10 = FloatVector.broadcast(F, a[i + STRIDE]).fma(p0, s10);
      s20 = FloatVector.broadcast(F, a[i + 2 * STRIDE]).fma(p0, s20);
      s30 = FloatVector.broadcast(F, a[i + 3 * STRIDE]).fma(p0, s30);
      s40 = FloatVector.broadcast(F, a[i + 4 * STRIDE]).fma(p0, s40);
      s50 = FloatVector.broadcast(F, a[i + 5 * STRIDE]).fma(p0, s50);
      s60 = FloatVector.broadcast(F, a[i + 6 * STRIDE]).fma(p0, s60);
      s70 = FloatVector.broadcast(F, a[i + 7 * STRIDE]).fma(p0, s70);
      s80 = FloatVector.broadcast(F, a[i + 8 * STRIDE]).fma(p0, s80);
      s90 = FloatVector.broadcast(F, a[i + 9 * STRIDE]).fma(p0, s90);
      s100 = FloatVector.broadcast(F, a[i + 10 * STRIDE]).fma(p0, s100);
      s110 = FloatVector.broadcast(F, a[i + 11 * STRIDE]).fma(p0, s110);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
    s40.intoArray(c, c4);
    s50.intoArray(c, c5);
    s60.intoArray(c, c6);
    s70.intoArray(c, c7);
    s80.intoArray(c, c8);
    s90.intoArray(c, c9);
    s100.intoArray(c, c10);
    s110.intoArray(c, c11);
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

  /** Four rows by one vector. */
  static void rows4x1(
      float[] a,
      int aOffset,
      MemorySegment p,
      long panelAt,
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
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s10 = s00;
    FloatVector s20 = s00;
    FloatVector s30 = s00;
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s10 = FloatVector.fromArray(F, c, c1);
      s20 = FloatVector.fromArray(F, c, c2);
      s30 = FloatVector.fromArray(F, c, c3);
    }
    long at = panelAt;
    for (int i = aOffset; i < aOffset + depth; i++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      s00 = FloatVector.broadcast(F, a[i]).fma(p0, s00);
      s10 = FloatVector.broadcast(F, a[i + STRIDE]).fma(p0, s10);
      s20 = FloatVector.broadcast(F, a[i + 2 * STRIDE]).fma(p0, s20);
      s30 = FloatVector.broadcast(F, a[i + 3 * STRIDE]).fma(p0, s30);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
  }
}
