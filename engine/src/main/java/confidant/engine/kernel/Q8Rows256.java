package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of Q8_0 in one pass over memory, at 256 bits.
 *
 * <p>Two values lie in each 32-bit lane and are brought to its top by a shift or a mask. Hence
 * {@code x} comes in the order of {@link LaneOrder}.
 *
 * <p>Every number of tokens sums in the same order, to the bit: lane by lane each block of 32
 * columns by itself, then times its scale added to the row's sum. Rows and tokens are written out
 * one by one, since the compiler keeps only single variables in registers, and no helper is called
 * from within a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Q8Rows256 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_256;
  private static final VectorSpecies<Short> S = ShortVector.SPECIES_256;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int LANES = 8;
  private static final int BLOCK = 32;
  private static final int HIGH_HALF = 0xFFFF0000;

  /** Bytes from a block's start to the two halves of its values. */
  private static final int LOW = Rows.Q8_0_SCALE_BYTES;

  private static final int HIGH = LOW + BLOCK / 2;

  private Q8Rows256() {}

  /**
   * One token; rows {@code from + i + n * step}, n below 8, together, for i below {@code count}.
   * See {@link FusedRows.Kernel}.
   */
  static void one(
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
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);

        IntVector l0 =
            ByteVector.fromMemorySegment(B, data, d0 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h0 =
            ByteVector.fromMemorySegment(B, data, d0 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 = (FloatVector) l0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) h0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0)));
        s0_0 = w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))).fma(f0, s0_0);
        d0 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l1 =
            ByteVector.fromMemorySegment(B, data, d1 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h1 =
            ByteVector.fromMemorySegment(B, data, d1 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 = (FloatVector) l1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) h1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1)));
        s1_0 = w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))).fma(f1, s1_0);
        d1 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l2 =
            ByteVector.fromMemorySegment(B, data, d2 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h2 =
            ByteVector.fromMemorySegment(B, data, d2 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w2_0 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_1 = (FloatVector) l2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_2 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_3 = (FloatVector) h2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f2 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2)));
        s2_0 = w2_3.fma(x0_3, w2_2.fma(x0_2, w2_1.fma(x0_1, w2_0.mul(x0_0)))).fma(f2, s2_0);
        d2 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l3 =
            ByteVector.fromMemorySegment(B, data, d3 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h3 =
            ByteVector.fromMemorySegment(B, data, d3 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w3_0 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_1 = (FloatVector) l3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_2 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_3 = (FloatVector) h3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f3 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3)));
        s3_0 = w3_3.fma(x0_3, w3_2.fma(x0_2, w3_1.fma(x0_1, w3_0.mul(x0_0)))).fma(f3, s3_0);
        d3 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l4 =
            ByteVector.fromMemorySegment(B, data, d4 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h4 =
            ByteVector.fromMemorySegment(B, data, d4 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w4_0 =
            (FloatVector)
                l4.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w4_1 = (FloatVector) l4.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w4_2 =
            (FloatVector)
                h4.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w4_3 = (FloatVector) h4.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f4 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d4)));
        s4_0 = w4_3.fma(x0_3, w4_2.fma(x0_2, w4_1.fma(x0_1, w4_0.mul(x0_0)))).fma(f4, s4_0);
        d4 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l5 =
            ByteVector.fromMemorySegment(B, data, d5 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h5 =
            ByteVector.fromMemorySegment(B, data, d5 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w5_0 =
            (FloatVector)
                l5.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w5_1 = (FloatVector) l5.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w5_2 =
            (FloatVector)
                h5.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w5_3 = (FloatVector) h5.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f5 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d5)));
        s5_0 = w5_3.fma(x0_3, w5_2.fma(x0_2, w5_1.fma(x0_1, w5_0.mul(x0_0)))).fma(f5, s5_0);
        d5 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l6 =
            ByteVector.fromMemorySegment(B, data, d6 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h6 =
            ByteVector.fromMemorySegment(B, data, d6 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w6_0 =
            (FloatVector)
                l6.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w6_1 = (FloatVector) l6.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w6_2 =
            (FloatVector)
                h6.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w6_3 = (FloatVector) h6.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f6 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d6)));
        s6_0 = w6_3.fma(x0_3, w6_2.fma(x0_2, w6_1.fma(x0_1, w6_0.mul(x0_0)))).fma(f6, s6_0);
        d6 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l7 =
            ByteVector.fromMemorySegment(B, data, d7 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h7 =
            ByteVector.fromMemorySegment(B, data, d7 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w7_0 =
            (FloatVector)
                l7.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w7_1 = (FloatVector) l7.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w7_2 =
            (FloatVector)
                h7.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w7_3 = (FloatVector) h7.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f7 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d7)));
        s7_0 = w7_3.fma(x0_3, w7_2.fma(x0_2, w7_1.fma(x0_1, w7_0.mul(x0_0)))).fma(f7, s7_0);
        d7 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      s4_0.intoArray(lanes, 4 * LANES);
      s5_0.intoArray(lanes, 5 * LANES);
      s6_0.intoArray(lanes, 6 * LANES);
      s7_0.intoArray(lanes, 7 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0, LANES);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES, LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES, LANES);
      y[yOffset + i + 4 * step] = LaneSums.sum(lanes, 4 * LANES, LANES);
      y[yOffset + i + 5 * step] = LaneSums.sum(lanes, 5 * LANES, LANES);
      y[yOffset + i + 6 * step] = LaneSums.sum(lanes, 6 * LANES, LANES);
      y[yOffset + i + 7 * step] = LaneSums.sum(lanes, 7 * LANES, LANES);
    }
  }

  /**
   * Two tokens; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
   * See {@link FusedRows.Kernel}.
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
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);
        FloatVector x1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector x1_1 = FloatVector.fromArray(F, x, x1 + c + LANES);
        FloatVector x1_2 = FloatVector.fromArray(F, x, x1 + c + 2 * LANES);
        FloatVector x1_3 = FloatVector.fromArray(F, x, x1 + c + 3 * LANES);

        IntVector l0 =
            ByteVector.fromMemorySegment(B, data, d0 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h0 =
            ByteVector.fromMemorySegment(B, data, d0 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 = (FloatVector) l0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) h0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0)));
        s0_0 = w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))).fma(f0, s0_0);
        s0_1 = w0_3.fma(x1_3, w0_2.fma(x1_2, w0_1.fma(x1_1, w0_0.mul(x1_0)))).fma(f0, s0_1);
        d0 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l1 =
            ByteVector.fromMemorySegment(B, data, d1 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h1 =
            ByteVector.fromMemorySegment(B, data, d1 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 = (FloatVector) l1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) h1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1)));
        s1_0 = w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))).fma(f1, s1_0);
        s1_1 = w1_3.fma(x1_3, w1_2.fma(x1_2, w1_1.fma(x1_1, w1_0.mul(x1_0)))).fma(f1, s1_1);
        d1 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l2 =
            ByteVector.fromMemorySegment(B, data, d2 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h2 =
            ByteVector.fromMemorySegment(B, data, d2 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w2_0 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_1 = (FloatVector) l2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_2 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_3 = (FloatVector) h2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f2 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2)));
        s2_0 = w2_3.fma(x0_3, w2_2.fma(x0_2, w2_1.fma(x0_1, w2_0.mul(x0_0)))).fma(f2, s2_0);
        s2_1 = w2_3.fma(x1_3, w2_2.fma(x1_2, w2_1.fma(x1_1, w2_0.mul(x1_0)))).fma(f2, s2_1);
        d2 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l3 =
            ByteVector.fromMemorySegment(B, data, d3 + LOW, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        IntVector h3 =
            ByteVector.fromMemorySegment(B, data, d3 + HIGH, LE)
                .convertShape(VectorOperators.B2S, S, 0)
                .reinterpretAsInts();
        FloatVector w3_0 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_1 = (FloatVector) l3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_2 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_3 = (FloatVector) h3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f3 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3)));
        s3_0 = w3_3.fma(x0_3, w3_2.fma(x0_2, w3_1.fma(x0_1, w3_0.mul(x0_0)))).fma(f3, s3_0);
        s3_1 = w3_3.fma(x1_3, w3_2.fma(x1_2, w3_1.fma(x1_1, w3_0.mul(x1_0)))).fma(f3, s3_1);
        d3 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0_0.intoArray(lanes, 0);
      s0_1.intoArray(lanes, LANES);
      s1_0.intoArray(lanes, 2 * LANES);
      s1_1.intoArray(lanes, 3 * LANES);
      s2_0.intoArray(lanes, 4 * LANES);
      s2_1.intoArray(lanes, 5 * LANES);
      s3_0.intoArray(lanes, 6 * LANES);
      s3_1.intoArray(lanes, 7 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0, LANES);
      y[yOffset + i + yStride] = LaneSums.sum(lanes, LANES, LANES);
      y[yOffset + i + step] = LaneSums.sum(lanes, 2 * LANES, LANES);
      y[yOffset + i + yStride + step] = LaneSums.sum(lanes, 3 * LANES, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 4 * LANES, LANES);
      y[yOffset + i + yStride + 2 * step] = LaneSums.sum(lanes, 5 * LANES, LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 6 * LANES, LANES);
      y[yOffset + i + yStride + 3 * step] = LaneSums.sum(lanes, 7 * LANES, LANES);
    }
  }
}
