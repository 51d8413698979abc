package confidant.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a panel product for processors with 32 vector registers (AVX-512, NEON).
 *
 * <p>Phases: load or clear the accumulators; per step of the depth load the panel once and multiply
 * it with one broadcast weight per row; store. Accumulators are single variables since the compiler
 * keeps only those in registers, and a method per tile since it stops inlining in bigger ones.
 */
final class Registers32Tiles {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = F.length();
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private Registers32Tiles() {}

  /** Six rows by four vectors. */
  static void rows6x4(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    long v1 = vectorStep;
    long v2 = v1 + vectorStep;
    long v3 = v2 + vectorStep;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s12 = s00;
    FloatVector s13 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s22 = s00;
    FloatVector s23 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    FloatVector s32 = s00;
    FloatVector s33 = s00;
    FloatVector s40 = s00;
    FloatVector s41 = s00;
    FloatVector s42 = s00;
    FloatVector s43 = s00;
    FloatVector s50 = s00;
    FloatVector s51 = s00;
    FloatVector s52 = s00;
    FloatVector s53 = s00;
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s01 = FloatVector.fromArray(F, c, c0 + LANES);
      s02 = FloatVector.fromArray(F, c, c0 + 2 * LANES);
      s03 = FloatVector.fromArray(F, c, c0 + 3 * LANES);
      s10 = FloatVector.fromArray(F, c, c1);
      s11 = FloatVector.fromArray(F, c, c1 + LANES);
      s12 = FloatVector.fromArray(F, c, c1 + 2 * LANES);
      s13 = FloatVector.fromArray(F, c, c1 + 3 * LANES);
      s20 = FloatVector.fromArray(F, c, c2);
      s21 = FloatVector.fromArray(F, c, c2 + LANES);
      s22 = FloatVector.fromArray(F, c, c2 + 2 * LANES);
      s23 = FloatVector.fromArray(F, c, c2 + 3 * LANES);
      s30 = FloatVector.fromArray(F, c, c3);
      s31 = FloatVector.fromArray(F, c, c3 + LANES);
      s32 = FloatVector.fromArray(F, c, c3 + 2 * LANES);
      s33 = FloatVector.fromArray(F, c, c3 + 3 * LANES);
      s40 = FloatVector.fromArray(F, c, c4);
      s41 = FloatVector.fromArray(F, c, c4 + LANES);
      s42 = FloatVector.fromArray(F, c, c4 + 2 * LANES);
      s43 = FloatVector.fromArray(F, c, c4 + 3 * LANES);
      s50 = FloatVector.fromArray(F, c, c5);
      s51 = FloatVector.fromArray(F, c, c5 + LANES);
      s52 = FloatVector.fromArray(F, c, c5 + 2 * LANES);
      s53 = FloatVector.fromArray(F, c, c5 + 3 * LANES);
    }
    long at = panelAt;
    for (int k = 0; k < depth; k++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
      FloatVector p2 = FloatVector.fromMemorySegment(F, p, at + v2, LE);
      FloatVector p3 = FloatVector.fromMemorySegment(F, p, at + v3, LE);
      FloatVector w0 = FloatVector.broadcast(F, a[a0 + k]);
      s00 = w0.fma(p0, s00);
      s01 = w0.fma(p1, s01);
      s02 = w0.fma(p2, s02);
      s03 = w0.fma(p3, s03);
      FloatVector w1 = FloatVector.broadcast(F, a[a1 + k]);
      s10 = w1.fma(p0, s10);
      s11 = w1.fma(p1, s11);
      s12 = w1.fma(p2, s12);
      s13 = w1.fma(p3, s13);
      FloatVector w2 = FloatVector.broadcast(F, a[a2 + k]);
      s20 = w2.fma(p0, s20);
      s21 = w2.fma(p1, s21);
      s22 = w2.fma(p2, s22);
      s23 = w2.fma(p3, s23);
      FloatVector w3 = FloatVector.broadcast(F, a[a3 + k]);
      s30 = w3.fma(p0, s30);
      s31 = w3.fma(p1, s31);
      s32 = w3.fma(p2, s32);
      s33 = w3.fma(p3, s33);
      FloatVector w4 = FloatVector.broadcast(F, a[a4 + k]);
      s40 = w4.fma(p0, s40);
      s41 = w4.fma(p1, s41);
      s42 = w4.fma(p2, s42);
      s43 = w4.fma(p3, s43);
      FloatVector w5 = FloatVector.broadcast(F, a[a5 + k]);
      s50 = w5.fma(p0, s50);
      s51 = w5.fma(p1, s51);
      s52 = w5.fma(p2, s52);
      s53 = w5.fma(p3, s53);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s02.intoArray(c, c0 + 2 * LANES);
    s03.intoArray(c, c0 + 3 * LANES);
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
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LANES);
    s42.intoArray(c, c4 + 2 * LANES);
    s43.intoArray(c, c4 + 3 * LANES);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LANES);
    s52.intoArray(c, c5 + 2 * LANES);
    s53.intoArray(c, c5 + 3 * LANES);
  }

  /** Six rows by two vectors. */
  static void rows6x2(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
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
    }
    long at = panelAt;
    for (int k = 0; k < depth; k++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
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
  }

  /** Twelve rows by one vector. */
  static void rows12x1(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int a4 = a3 + aStride;
    int a5 = a4 + aStride;
    int a6 = a5 + aStride;
    int a7 = a6 + aStride;
    int a8 = a7 + aStride;
    int a9 = a8 + aStride;
    int a10 = a9 + aStride;
    int a11 = a10 + aStride;
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
    for (int k = 0; k < depth; k++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      s00 = FloatVector.broadcast(F, a[a0 + k]).fma(p0, s00);
      s10 = FloatVector.broadcast(F, a[a1 + k]).fma(p0, s10);
      s20 = FloatVector.broadcast(F, a[a2 + k]).fma(p0, s20);
      s30 = FloatVector.broadcast(F, a[a3 + k]).fma(p0, s30);
      s40 = FloatVector.broadcast(F, a[a4 + k]).fma(p0, s40);
      s50 = FloatVector.broadcast(F, a[a5 + k]).fma(p0, s50);
      s60 = FloatVector.broadcast(F, a[a6 + k]).fma(p0, s60);
      s70 = FloatVector.broadcast(F, a[a7 + k]).fma(p0, s70);
      s80 = FloatVector.broadcast(F, a[a8 + k]).fma(p0, s80);
      s90 = FloatVector.broadcast(F, a[a9 + k]).fma(p0, s90);
      s100 = FloatVector.broadcast(F, a[a10 + k]).fma(p0, s100);
      s110 = FloatVector.broadcast(F, a[a11 + k]).fma(p0, s110);
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

  /** Four rows by four vectors. */
  static void rows4x4(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
    int c0 = cOffset;
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    long v1 = vectorStep;
    long v2 = v1 + vectorStep;
    long v3 = v2 + vectorStep;
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s12 = s00;
    FloatVector s13 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s22 = s00;
    FloatVector s23 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    FloatVector s32 = s00;
    FloatVector s33 = s00;
    if (accumulate) {
      s00 = FloatVector.fromArray(F, c, c0);
      s01 = FloatVector.fromArray(F, c, c0 + LANES);
      s02 = FloatVector.fromArray(F, c, c0 + 2 * LANES);
      s03 = FloatVector.fromArray(F, c, c0 + 3 * LANES);
      s10 = FloatVector.fromArray(F, c, c1);
      s11 = FloatVector.fromArray(F, c, c1 + LANES);
      s12 = FloatVector.fromArray(F, c, c1 + 2 * LANES);
      s13 = FloatVector.fromArray(F, c, c1 + 3 * LANES);
      s20 = FloatVector.fromArray(F, c, c2);
      s21 = FloatVector.fromArray(F, c, c2 + LANES);
      s22 = FloatVector.fromArray(F, c, c2 + 2 * LANES);
      s23 = FloatVector.fromArray(F, c, c2 + 3 * LANES);
      s30 = FloatVector.fromArray(F, c, c3);
      s31 = FloatVector.fromArray(F, c, c3 + LANES);
      s32 = FloatVector.fromArray(F, c, c3 + 2 * LANES);
      s33 = FloatVector.fromArray(F, c, c3 + 3 * LANES);
    }
    long at = panelAt;
    for (int k = 0; k < depth; k++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
      FloatVector p2 = FloatVector.fromMemorySegment(F, p, at + v2, LE);
      FloatVector p3 = FloatVector.fromMemorySegment(F, p, at + v3, LE);
      FloatVector w0 = FloatVector.broadcast(F, a[a0 + k]);
      s00 = w0.fma(p0, s00);
      s01 = w0.fma(p1, s01);
      s02 = w0.fma(p2, s02);
      s03 = w0.fma(p3, s03);
      FloatVector w1 = FloatVector.broadcast(F, a[a1 + k]);
      s10 = w1.fma(p0, s10);
      s11 = w1.fma(p1, s11);
      s12 = w1.fma(p2, s12);
      s13 = w1.fma(p3, s13);
      FloatVector w2 = FloatVector.broadcast(F, a[a2 + k]);
      s20 = w2.fma(p0, s20);
      s21 = w2.fma(p1, s21);
      s22 = w2.fma(p2, s22);
      s23 = w2.fma(p3, s23);
      FloatVector w3 = FloatVector.broadcast(F, a[a3 + k]);
      s30 = w3.fma(p0, s30);
      s31 = w3.fma(p1, s31);
      s32 = w3.fma(p2, s32);
      s33 = w3.fma(p3, s33);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s02.intoArray(c, c0 + 2 * LANES);
    s03.intoArray(c, c0 + 3 * LANES);
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

  /** Four rows by two vectors. */
  static void rows4x2(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
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
    for (int k = 0; k < depth; k++, at += rowStep) {
      FloatVector p0 = FloatVector.fromMemorySegment(F, p, at, LE);
      FloatVector p1 = FloatVector.fromMemorySegment(F, p, at + v1, LE);
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

  /** Four rows by one vector. */
  static void rows4x1(
      float[] a,
      int aOffset,
      int aStride,
      MemorySegment p,
      long panelAt,
      long vectorStep,
      long rowStep,
      int depth,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int a0 = aOffset;
    int a1 = a0 + aStride;
    int a2 = a1 + aStride;
    int a3 = a2 + aStride;
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
    for (int k = 0; k < depth; k++, at += rowStep) {
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
