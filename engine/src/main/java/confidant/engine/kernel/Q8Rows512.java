package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of Q8_0 in one pass over memory, at 512 bits.
 *
 * <p>Sums in the order of {@link FarRows}, to the bit. Rows and tokens are written out one by one,
 * since the compiler keeps only single variables in registers, and no helper is called from within
 * a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Q8Rows512 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_512;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int LANES = 16;
  private static final int BLOCK = 32;

  /** Bytes from a block's start to the two halves of its values. */
  private static final int LOW = Rows.Q8_0_SCALE_BYTES;

  private static final int HIGH = LOW + LANES;

  private Q8Rows512() {}

  /**
   * One token; rows {@code from + i + n * step}, n below 8, together, for i below {@code count}.
   */
  static void one(
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
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s1_0 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s3_0 = s0_0;
      FloatVector s4_0 = s0_0;
      FloatVector s5_0 = s0_0;
      FloatVector s6_0 = s0_0;
      FloatVector s7_0 = s0_0;
      long o = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);

        FloatVector l0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f0 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0 + o)));
        s0_0 = h0.fma(v0_0, l0.mul(u0_0)).fma(f0, s0_0);

        FloatVector l1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f1 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1 + o)));
        s1_0 = h1.fma(v0_0, l1.mul(u0_0)).fma(f1, s1_0);

        FloatVector l2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f2 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2 + o)));
        s2_0 = h2.fma(v0_0, l2.mul(u0_0)).fma(f2, s2_0);

        FloatVector l3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f3 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3 + o)));
        s3_0 = h3.fma(v0_0, l3.mul(u0_0)).fma(f3, s3_0);

        FloatVector l4 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d4 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h4 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d4 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f4 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d4 + o)));
        s4_0 = h4.fma(v0_0, l4.mul(u0_0)).fma(f4, s4_0);

        FloatVector l5 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d5 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h5 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d5 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f5 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d5 + o)));
        s5_0 = h5.fma(v0_0, l5.mul(u0_0)).fma(f5, s5_0);

        FloatVector l6 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d6 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h6 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d6 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f6 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d6 + o)));
        s6_0 = h6.fma(v0_0, l6.mul(u0_0)).fma(f6, s6_0);

        FloatVector l7 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d7 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h7 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d7 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f7 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d7 + o)));
        s7_0 = h7.fma(v0_0, l7.mul(u0_0)).fma(f7, s7_0);
        o += Rows.Q8_0_BLOCK_BYTES;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      s4_0.intoArray(lanes, 4 * LANES);
      s5_0.intoArray(lanes, 5 * LANES);
      s6_0.intoArray(lanes, 6 * LANES);
      s7_0.intoArray(lanes, 7 * LANES);
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
    int cols = w.cols();
    int x1 = xAt + cols;
    float[] lanes = new float[8 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      long d2 = w.rowOffset(from + i + 2 * step);
      long d3 = w.rowOffset(from + i + 3 * step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s0_1 = s0_0;
      FloatVector s1_0 = s0_0;
      FloatVector s1_1 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s2_1 = s0_0;
      FloatVector s3_0 = s0_0;
      FloatVector s3_1 = s0_0;
      long o = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector u1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector v1_0 = FloatVector.fromArray(F, x, x1 + c + LANES);

        FloatVector l0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f0 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0 + o)));
        s0_0 = h0.fma(v0_0, l0.mul(u0_0)).fma(f0, s0_0);
        s0_1 = h0.fma(v1_0, l0.mul(u1_0)).fma(f0, s0_1);

        FloatVector l1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f1 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1 + o)));
        s1_0 = h1.fma(v0_0, l1.mul(u0_0)).fma(f1, s1_0);
        s1_1 = h1.fma(v1_0, l1.mul(u1_0)).fma(f1, s1_1);

        FloatVector l2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f2 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2 + o)));
        s2_0 = h2.fma(v0_0, l2.mul(u0_0)).fma(f2, s2_0);
        s2_1 = h2.fma(v1_0, l2.mul(u1_0)).fma(f2, s2_1);

        FloatVector l3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f3 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3 + o)));
        s3_0 = h3.fma(v0_0, l3.mul(u0_0)).fma(f3, s3_0);
        s3_1 = h3.fma(v1_0, l3.mul(u1_0)).fma(f3, s3_1);
        o += Rows.Q8_0_BLOCK_BYTES;
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
    int cols = w.cols();
    int x1 = xAt + cols;
    int x2 = x1 + cols;
    int x3 = x2 + cols;
    float[] lanes = new float[16 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      long d2 = w.rowOffset(from + i + 2 * step);
      long d3 = w.rowOffset(from + i + 3 * step);
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
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector u1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector v1_0 = FloatVector.fromArray(F, x, x1 + c + LANES);
        FloatVector u2_0 = FloatVector.fromArray(F, x, x2 + c);
        FloatVector v2_0 = FloatVector.fromArray(F, x, x2 + c + LANES);
        FloatVector u3_0 = FloatVector.fromArray(F, x, x3 + c);
        FloatVector v3_0 = FloatVector.fromArray(F, x, x3 + c + LANES);

        FloatVector l0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f0 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0 + o)));
        s0_0 = h0.fma(v0_0, l0.mul(u0_0)).fma(f0, s0_0);
        s0_1 = h0.fma(v1_0, l0.mul(u1_0)).fma(f0, s0_1);
        s0_2 = h0.fma(v2_0, l0.mul(u2_0)).fma(f0, s0_2);
        s0_3 = h0.fma(v3_0, l0.mul(u3_0)).fma(f0, s0_3);

        FloatVector l1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f1 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1 + o)));
        s1_0 = h1.fma(v0_0, l1.mul(u0_0)).fma(f1, s1_0);
        s1_1 = h1.fma(v1_0, l1.mul(u1_0)).fma(f1, s1_1);
        s1_2 = h1.fma(v2_0, l1.mul(u2_0)).fma(f1, s1_2);
        s1_3 = h1.fma(v3_0, l1.mul(u3_0)).fma(f1, s1_3);

        FloatVector l2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f2 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2 + o)));
        s2_0 = h2.fma(v0_0, l2.mul(u0_0)).fma(f2, s2_0);
        s2_1 = h2.fma(v1_0, l2.mul(u1_0)).fma(f2, s2_1);
        s2_2 = h2.fma(v2_0, l2.mul(u2_0)).fma(f2, s2_2);
        s2_3 = h2.fma(v3_0, l2.mul(u3_0)).fma(f2, s2_3);

        FloatVector l3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + LOW), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector h3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + (o + HIGH), LE)
                    .convertShape(VectorOperators.B2F, F, 0);
        FloatVector f3 =
            FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3 + o)));
        s3_0 = h3.fma(v0_0, l3.mul(u0_0)).fma(f3, s3_0);
        s3_1 = h3.fma(v1_0, l3.mul(u1_0)).fma(f3, s3_1);
        s3_2 = h3.fma(v2_0, l3.mul(u2_0)).fma(f3, s3_2);
        s3_3 = h3.fma(v3_0, l3.mul(u3_0)).fma(f3, s3_3);
        o += Rows.Q8_0_BLOCK_BYTES;
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
