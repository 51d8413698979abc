package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of MXFP4 in one pass over memory, at 512 bits: a vector of 16 lanes holds
 * the whole E2M1 table, so that one permute turns 16 codes into floats.
 *
 * <p>Sums in the order of {@link FarRows}, to the bit. Rows and tokens are written out one by one,
 * since the compiler keeps only single variables in registers, and no helper is called from within
 * a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Mxfp4Rows512 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_512;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int[] VALUE_BITS = Mxfp4.valueBits();
  private static final float[] SCALES = Mxfp4.scales();
  private static final int LANES = 16;
  private static final int BLOCK = 32;

  private Mxfp4Rows512() {}

  /**
   * One token; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
   */
  static void one(
      Matrix w, int from, int count, int step, float[] x, int xAt, float[] y, int yOffset) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    float[] lanes = new float[4 * LANES];
    IntVector table = IntVector.fromArray(I, VALUE_BITS, 0);
    for (int i = 0; i < count; i++) {
      long d0 = Rows.codes(w, from + i);
      long e0 = Rows.scales(w, from + i);
      long d1 = Rows.codes(w, from + i + step);
      long e1 = Rows.scales(w, from + i + step);
      long d2 = Rows.codes(w, from + i + 2 * step);
      long e2 = Rows.scales(w, from + i + 2 * step);
      long d3 = Rows.codes(w, from + i + 3 * step);
      long e3 = Rows.scales(w, from + i + 3 * step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s1_0 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s3_0 = s0_0;
      long o = 0;
      long e = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);

        IntVector q0_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d0 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p0_0 = q0_0.and(15).selectFrom(table).reinterpretAsFloats().mul(u0_0);
        p0_0 =
            q0_0.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(v0_0, p0_0);
        float f0_0 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e0 + e) & 0xFF];
        s0_0 = p0_0.fma(FloatVector.broadcast(F, f0_0), s0_0);

        IntVector q1_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d1 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p1_0 = q1_0.and(15).selectFrom(table).reinterpretAsFloats().mul(u0_0);
        p1_0 =
            q1_0.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(v0_0, p1_0);
        float f1_0 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e1 + e) & 0xFF];
        s1_0 = p1_0.fma(FloatVector.broadcast(F, f1_0), s1_0);

        IntVector q2_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d2 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p2_0 = q2_0.and(15).selectFrom(table).reinterpretAsFloats().mul(u0_0);
        p2_0 =
            q2_0.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(v0_0, p2_0);
        float f2_0 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e2 + e) & 0xFF];
        s2_0 = p2_0.fma(FloatVector.broadcast(F, f2_0), s2_0);

        IntVector q3_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d3 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p3_0 = q3_0.and(15).selectFrom(table).reinterpretAsFloats().mul(u0_0);
        p3_0 =
            q3_0.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(v0_0, p3_0);
        float f3_0 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e3 + e) & 0xFF];
        s3_0 = p3_0.fma(FloatVector.broadcast(F, f3_0), s3_0);
        o += codeStride;
        e += scaleStride;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
    }
  }

  /**
   * Two tokens; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
   */
  static void two(
      Matrix w,
      int from,
      int count,
      int step,
      float[] x,
      int xAt,
      float[] y,
      int yOffset,
      int yStride) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    int x1 = xAt + cols;
    float[] lanes = new float[8 * LANES];
    IntVector table = IntVector.fromArray(I, VALUE_BITS, 0);
    for (int i = 0; i < count; i++) {
      long d0 = Rows.codes(w, from + i);
      long e0 = Rows.scales(w, from + i);
      long d1 = Rows.codes(w, from + i + step);
      long e1 = Rows.scales(w, from + i + step);
      long d2 = Rows.codes(w, from + i + 2 * step);
      long e2 = Rows.scales(w, from + i + 2 * step);
      long d3 = Rows.codes(w, from + i + 3 * step);
      long e3 = Rows.scales(w, from + i + 3 * step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s0_1 = s0_0;
      FloatVector s1_0 = s0_0;
      FloatVector s1_1 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s2_1 = s0_0;
      FloatVector s3_0 = s0_0;
      FloatVector s3_1 = s0_0;
      long o = 0;
      long e = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector u1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector v1_0 = FloatVector.fromArray(F, x, x1 + c + LANES);

        IntVector q0_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d0 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l0_0 = q0_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h0_0 =
            q0_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f0_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e0 + e) & 0xFF]);
        s0_0 = h0_0.fma(v0_0, l0_0.mul(u0_0)).fma(f0_0, s0_0);
        s0_1 = h0_0.fma(v1_0, l0_0.mul(u1_0)).fma(f0_0, s0_1);

        IntVector q1_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d1 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l1_0 = q1_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h1_0 =
            q1_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f1_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e1 + e) & 0xFF]);
        s1_0 = h1_0.fma(v0_0, l1_0.mul(u0_0)).fma(f1_0, s1_0);
        s1_1 = h1_0.fma(v1_0, l1_0.mul(u1_0)).fma(f1_0, s1_1);

        IntVector q2_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d2 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l2_0 = q2_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h2_0 =
            q2_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f2_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e2 + e) & 0xFF]);
        s2_0 = h2_0.fma(v0_0, l2_0.mul(u0_0)).fma(f2_0, s2_0);
        s2_1 = h2_0.fma(v1_0, l2_0.mul(u1_0)).fma(f2_0, s2_1);

        IntVector q3_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d3 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l3_0 = q3_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h3_0 =
            q3_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f3_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e3 + e) & 0xFF]);
        s3_0 = h3_0.fma(v0_0, l3_0.mul(u0_0)).fma(f3_0, s3_0);
        s3_1 = h3_0.fma(v1_0, l3_0.mul(u1_0)).fma(f3_0, s3_1);
        o += codeStride;
        e += scaleStride;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      s0_1.intoArray(lanes, 4 * LANES);
      s1_1.intoArray(lanes, 5 * LANES);
      s2_1.intoArray(lanes, 6 * LANES);
      s3_1.intoArray(lanes, 7 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
      y[yOffset + i + yStride] = LaneSums.sum(lanes, 4 * LANES);
      y[yOffset + i + yStride + step] = LaneSums.sum(lanes, 5 * LANES);
      y[yOffset + i + yStride + 2 * step] = LaneSums.sum(lanes, 6 * LANES);
      y[yOffset + i + yStride + 3 * step] = LaneSums.sum(lanes, 7 * LANES);
    }
  }

  /**
   * Four tokens; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
   */
  static void four(
      Matrix w,
      int from,
      int count,
      int step,
      float[] x,
      int xAt,
      float[] y,
      int yOffset,
      int yStride) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    int x1 = xAt + cols;
    int x2 = x1 + cols;
    int x3 = x2 + cols;
    float[] lanes = new float[16 * LANES];
    IntVector table = IntVector.fromArray(I, VALUE_BITS, 0);
    for (int i = 0; i < count; i++) {
      long d0 = Rows.codes(w, from + i);
      long e0 = Rows.scales(w, from + i);
      long d1 = Rows.codes(w, from + i + step);
      long e1 = Rows.scales(w, from + i + step);
      long d2 = Rows.codes(w, from + i + 2 * step);
      long e2 = Rows.scales(w, from + i + 2 * step);
      long d3 = Rows.codes(w, from + i + 3 * step);
      long e3 = Rows.scales(w, from + i + 3 * step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s0_1 = s0_0;
      FloatVector s0_2 = s0_0;
      FloatVector s0_3 = s0_0;
      FloatVector s1_0 = s0_0;
      FloatVector s1_1 = s0_0;
      FloatVector s1_2 = s0_0;
      FloatVector s1_3 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s2_1 = s0_0;
      FloatVector s2_2 = s0_0;
      FloatVector s2_3 = s0_0;
      FloatVector s3_0 = s0_0;
      FloatVector s3_1 = s0_0;
      FloatVector s3_2 = s0_0;
      FloatVector s3_3 = s0_0;
      long o = 0;
      long e = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector u1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector v1_0 = FloatVector.fromArray(F, x, x1 + c + LANES);
        FloatVector u2_0 = FloatVector.fromArray(F, x, x2 + c);
        FloatVector v2_0 = FloatVector.fromArray(F, x, x2 + c + LANES);
        FloatVector u3_0 = FloatVector.fromArray(F, x, x3 + c);
        FloatVector v3_0 = FloatVector.fromArray(F, x, x3 + c + LANES);

        IntVector q0_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d0 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l0_0 = q0_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h0_0 =
            q0_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f0_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e0 + e) & 0xFF]);
        s0_0 = h0_0.fma(v0_0, l0_0.mul(u0_0)).fma(f0_0, s0_0);
        s0_1 = h0_0.fma(v1_0, l0_0.mul(u1_0)).fma(f0_0, s0_1);
        s0_2 = h0_0.fma(v2_0, l0_0.mul(u2_0)).fma(f0_0, s0_2);
        s0_3 = h0_0.fma(v3_0, l0_0.mul(u3_0)).fma(f0_0, s0_3);

        IntVector q1_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d1 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l1_0 = q1_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h1_0 =
            q1_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f1_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e1 + e) & 0xFF]);
        s1_0 = h1_0.fma(v0_0, l1_0.mul(u0_0)).fma(f1_0, s1_0);
        s1_1 = h1_0.fma(v1_0, l1_0.mul(u1_0)).fma(f1_0, s1_1);
        s1_2 = h1_0.fma(v2_0, l1_0.mul(u2_0)).fma(f1_0, s1_2);
        s1_3 = h1_0.fma(v3_0, l1_0.mul(u3_0)).fma(f1_0, s1_3);

        IntVector q2_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d2 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l2_0 = q2_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h2_0 =
            q2_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f2_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e2 + e) & 0xFF]);
        s2_0 = h2_0.fma(v0_0, l2_0.mul(u0_0)).fma(f2_0, s2_0);
        s2_1 = h2_0.fma(v1_0, l2_0.mul(u1_0)).fma(f2_0, s2_1);
        s2_2 = h2_0.fma(v2_0, l2_0.mul(u2_0)).fma(f2_0, s2_2);
        s2_3 = h2_0.fma(v3_0, l2_0.mul(u3_0)).fma(f2_0, s2_3);

        IntVector q3_0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d3 + o, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector l3_0 = q3_0.and(15).selectFrom(table).reinterpretAsFloats();
        FloatVector h3_0 =
            q3_0.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
        FloatVector f3_0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e3 + e) & 0xFF]);
        s3_0 = h3_0.fma(v0_0, l3_0.mul(u0_0)).fma(f3_0, s3_0);
        s3_1 = h3_0.fma(v1_0, l3_0.mul(u1_0)).fma(f3_0, s3_1);
        s3_2 = h3_0.fma(v2_0, l3_0.mul(u2_0)).fma(f3_0, s3_2);
        s3_3 = h3_0.fma(v3_0, l3_0.mul(u3_0)).fma(f3_0, s3_3);
        o += codeStride;
        e += scaleStride;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      s0_1.intoArray(lanes, 4 * LANES);
      s1_1.intoArray(lanes, 5 * LANES);
      s2_1.intoArray(lanes, 6 * LANES);
      s3_1.intoArray(lanes, 7 * LANES);
      s0_2.intoArray(lanes, 8 * LANES);
      s1_2.intoArray(lanes, 9 * LANES);
      s2_2.intoArray(lanes, 10 * LANES);
      s3_2.intoArray(lanes, 11 * LANES);
      s0_3.intoArray(lanes, 12 * LANES);
      s1_3.intoArray(lanes, 13 * LANES);
      s2_3.intoArray(lanes, 14 * LANES);
      s3_3.intoArray(lanes, 15 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
      y[yOffset + i + yStride] = LaneSums.sum(lanes, 4 * LANES);
      y[yOffset + i + yStride + step] = LaneSums.sum(lanes, 5 * LANES);
      y[yOffset + i + yStride + 2 * step] = LaneSums.sum(lanes, 6 * LANES);
      y[yOffset + i + yStride + 3 * step] = LaneSums.sum(lanes, 7 * LANES);
      y[yOffset + i + 2 * yStride] = LaneSums.sum(lanes, 8 * LANES);
      y[yOffset + i + 2 * yStride + step] = LaneSums.sum(lanes, 9 * LANES);
      y[yOffset + i + 2 * yStride + 2 * step] = LaneSums.sum(lanes, 10 * LANES);
      y[yOffset + i + 2 * yStride + 3 * step] = LaneSums.sum(lanes, 11 * LANES);
      y[yOffset + i + 3 * yStride] = LaneSums.sum(lanes, 12 * LANES);
      y[yOffset + i + 3 * yStride + step] = LaneSums.sum(lanes, 13 * LANES);
      y[yOffset + i + 3 * yStride + 2 * step] = LaneSums.sum(lanes, 14 * LANES);
      y[yOffset + i + 3 * yStride + 3 * step] = LaneSums.sum(lanes, 15 * LANES);
    }
  }
}
