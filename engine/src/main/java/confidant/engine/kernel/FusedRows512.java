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
 * One token times rows of weights in one pass over memory, at 512 bits. Sums in the order of {@link
 * FarRows}, to the bit. Rows are written out one by one, since the compiler keeps only single
 * variables in registers.
 */
final class FusedRows512 {
  /** Rows of MXFP4 and BF16 walked together: more would not fit the registers. */
  static final int ROWS = 4;

  /** Rows of Q8_0 walked together: it reads twice the bytes of MXFP4 in the same time. */
  static final int Q8_ROWS = 8;

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_512;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int[] VALUE_BITS = Mxfp4.valueBits();
  private static final float[] SCALES = Mxfp4.scales();
  private static final int LANES = 16;
  private static final int BLOCK = 32;

  /** Bytes from a Q8_0 block's start to the two halves of its values. */
  private static final int LOW = Rows.Q8_0_SCALE_BYTES;

  private static final int HIGH = LOW + LANES;
  private static final int BF16_BLOCK_BYTES = BLOCK * Short.BYTES;
  private static final int HIGH_HALF = 0xFFFF0000;

  private FusedRows512() {}

  /** Rows {@code from + i + n * step}, n = 0 to 3, together, for i below {@code count}. */
  static void mxfp4(
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
      FloatVector s0 = FloatVector.zero(F);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x1 = FloatVector.fromArray(F, x, xAt + c + LANES);

        IntVector q0 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d0, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p0 = q0.and(15).selectFrom(table).reinterpretAsFloats().mul(x0);
        p0 =
            q0.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(x1, p0);
        float f0 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e0) & 0xFF];
        s0 = p0.fma(FloatVector.broadcast(F, f0), s0);

        IntVector q1 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d1, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p1 = q1.and(15).selectFrom(table).reinterpretAsFloats().mul(x0);
        p1 =
            q1.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(x1, p1);
        float f1 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e1) & 0xFF];
        s1 = p1.fma(FloatVector.broadcast(F, f1), s1);

        IntVector q2 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d2, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p2 = q2.and(15).selectFrom(table).reinterpretAsFloats().mul(x0);
        p2 =
            q2.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(x1, p2);
        float f2 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e2) & 0xFF];
        s2 = p2.fma(FloatVector.broadcast(F, f2), s2);

        IntVector q3 =
            (IntVector)
                ByteVector.fromMemorySegment(B, data, d3, LE)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
        FloatVector p3 = q3.and(15).selectFrom(table).reinterpretAsFloats().mul(x0);
        p3 =
            q3.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(table)
                .reinterpretAsFloats()
                .fma(x1, p3);
        float f3 = SCALES[scales.get(ValueLayout.JAVA_BYTE, e3) & 0xFF];
        s3 = p3.fma(FloatVector.broadcast(F, f3), s3);

        d0 += codeStride;
        e0 += scaleStride;
        d1 += codeStride;
        e1 += scaleStride;
        d2 += codeStride;
        e2 += scaleStride;
        d3 += codeStride;
        e3 += scaleStride;
      }
      s0.intoArray(lanes, 0);
      s1.intoArray(lanes, LANES);
      s2.intoArray(lanes, 2 * LANES);
      s3.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
    }
  }

  /** As {@link #mxfp4}, 8 rows together. */
  static void q8(
      Matrix w, int from, int count, int step, float[] x, int xAt, float[] y, int yOffset) {
    MemorySegment data = w.data();
    int cols = w.cols();
    float[] lanes = new float[8 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      long d2 = w.rowOffset(from + i + 2 * step);
      long d3 = w.rowOffset(from + i + 3 * step);
      long d4 = w.rowOffset(from + i + 4 * step);
      long d5 = w.rowOffset(from + i + 5 * step);
      long d6 = w.rowOffset(from + i + 6 * step);
      long d7 = w.rowOffset(from + i + 7 * step);
      FloatVector s0 = FloatVector.zero(F);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      FloatVector s4 = s0;
      FloatVector s5 = s0;
      FloatVector s6 = s0;
      FloatVector s7 = s0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x1 = FloatVector.fromArray(F, x, xAt + c + LANES);

        FloatVector l0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f0 = Float.float16ToFloat(data.get(Rows.SHORT, d0));
        s0 = h0.fma(x1, l0.mul(x0)).fma(FloatVector.broadcast(F, f0), s0);
        d0 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f1 = Float.float16ToFloat(data.get(Rows.SHORT, d1));
        s1 = h1.fma(x1, l1.mul(x0)).fma(FloatVector.broadcast(F, f1), s1);
        d1 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f2 = Float.float16ToFloat(data.get(Rows.SHORT, d2));
        s2 = h2.fma(x1, l2.mul(x0)).fma(FloatVector.broadcast(F, f2), s2);
        d2 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f3 = Float.float16ToFloat(data.get(Rows.SHORT, d3));
        s3 = h3.fma(x1, l3.mul(x0)).fma(FloatVector.broadcast(F, f3), s3);
        d3 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l4 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d4 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h4 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d4 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f4 = Float.float16ToFloat(data.get(Rows.SHORT, d4));
        s4 = h4.fma(x1, l4.mul(x0)).fma(FloatVector.broadcast(F, f4), s4);
        d4 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l5 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d5 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h5 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d5 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f5 = Float.float16ToFloat(data.get(Rows.SHORT, d5));
        s5 = h5.fma(x1, l5.mul(x0)).fma(FloatVector.broadcast(F, f5), s5);
        d5 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l6 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d6 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h6 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d6 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f6 = Float.float16ToFloat(data.get(Rows.SHORT, d6));
        s6 = h6.fma(x1, l6.mul(x0)).fma(FloatVector.broadcast(F, f6), s6);
        d6 += Rows.Q8_0_BLOCK_BYTES;

        FloatVector l7 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d7 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h7 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d7 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        float f7 = Float.float16ToFloat(data.get(Rows.SHORT, d7));
        s7 = h7.fma(x1, l7.mul(x0)).fma(FloatVector.broadcast(F, f7), s7);
        d7 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0.intoArray(lanes, 0);
      s1.intoArray(lanes, LANES);
      s2.intoArray(lanes, 2 * LANES);
      s3.intoArray(lanes, 3 * LANES);
      s4.intoArray(lanes, 4 * LANES);
      s5.intoArray(lanes, 5 * LANES);
      s6.intoArray(lanes, 6 * LANES);
      s7.intoArray(lanes, 7 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
      y[yOffset + i + 4 * step] = LaneSums.sum(lanes, 4 * LANES);
      y[yOffset + i + 5 * step] = LaneSums.sum(lanes, 5 * LANES);
      y[yOffset + i + 6 * step] = LaneSums.sum(lanes, 6 * LANES);
      y[yOffset + i + 7 * step] = LaneSums.sum(lanes, 7 * LANES);
    }
  }

  /** As {@link #mxfp4}. */
  static void bf16(
      Matrix w, int from, int count, int step, float[] x, int xAt, float[] y, int yOffset) {
    MemorySegment data = w.data();
    int cols = w.cols();
    float[] lanes = new float[4 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      long d2 = w.rowOffset(from + i + 2 * step);
      long d3 = w.rowOffset(from + i + 3 * step);
      FloatVector s0 = FloatVector.zero(F);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x1 = FloatVector.fromArray(F, x, xAt + c + LANES);

        IntVector q0 = IntVector.fromMemorySegment(I, data, d0, LE);
        FloatVector p0 = q0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().mul(x0);
        s0 = s0.add(q0.and(HIGH_HALF).reinterpretAsFloats().fma(x1, p0));
        d0 += BF16_BLOCK_BYTES;

        IntVector q1 = IntVector.fromMemorySegment(I, data, d1, LE);
        FloatVector p1 = q1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().mul(x0);
        s1 = s1.add(q1.and(HIGH_HALF).reinterpretAsFloats().fma(x1, p1));
        d1 += BF16_BLOCK_BYTES;

        IntVector q2 = IntVector.fromMemorySegment(I, data, d2, LE);
        FloatVector p2 = q2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().mul(x0);
        s2 = s2.add(q2.and(HIGH_HALF).reinterpretAsFloats().fma(x1, p2));
        d2 += BF16_BLOCK_BYTES;

        IntVector q3 = IntVector.fromMemorySegment(I, data, d3, LE);
        FloatVector p3 = q3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().mul(x0);
        s3 = s3.add(q3.and(HIGH_HALF).reinterpretAsFloats().fma(x1, p3));
        d3 += BF16_BLOCK_BYTES;
      }
      s0.intoArray(lanes, 0);
      s1.intoArray(lanes, LANES);
      s2.intoArray(lanes, 2 * LANES);
      s3.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES);
    }
  }
}
