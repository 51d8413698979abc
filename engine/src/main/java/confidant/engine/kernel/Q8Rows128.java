package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of Q8_0 in one pass over memory, at 128 bits.
 *
 * <p>Four values lie in each 32-bit lane and are brought to its top by a shift and a mask. Hence
 * {@code x} comes in the order of {@link LaneOrder}.
 *
 * <p>Every number of tokens sums in the same order, to the bit: lane by lane each block of 32
 * columns by itself, then times its scale added to the row's sum. Rows and tokens are written out
 * one by one, since the compiler keeps only single variables in registers, and no helper is called
 * from within a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Q8Rows128 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_128;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int LANES = 4;
  private static final int BLOCK = 32;
  private static final int HIGH_BYTE = 0xFF000000;

  /** Bytes from a block's start to the two halves of its values. */
  private static final int LOW = Rows.Q8_0_SCALE_BYTES;

  private static final int HIGH = LOW + BLOCK / 2;

  private Q8Rows128() {}

  /**
   * One token; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
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
    float[] lanes = new float[4 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      long d2 = w.rowOffset(from + i + 2 * step);
      long d3 = w.rowOffset(from + i + 3 * step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s1_0 = s0_0;
      FloatVector s2_0 = s0_0;
      FloatVector s3_0 = s0_0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);
        FloatVector x0_4 = FloatVector.fromArray(F, x, xAt + c + 4 * LANES);
        FloatVector x0_5 = FloatVector.fromArray(F, x, xAt + c + 5 * LANES);
        FloatVector x0_6 = FloatVector.fromArray(F, x, xAt + c + 6 * LANES);
        FloatVector x0_7 = FloatVector.fromArray(F, x, xAt + c + 7 * LANES);

        IntVector l0 = IntVector.fromMemorySegment(I, data, d0 + LOW, LE);
        IntVector h0 = IntVector.fromMemorySegment(I, data, d0 + HIGH, LE);
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) l0.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_4 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_5 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_6 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_7 = (FloatVector) h0.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0)));
        s0_0 =
            w0_7.fma(
                    x0_7,
                    w0_6.fma(
                        x0_6,
                        w0_5.fma(
                            x0_5,
                            w0_4.fma(
                                x0_4,
                                w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0))))))))
                .fma(f0, s0_0);
        d0 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l1 = IntVector.fromMemorySegment(I, data, d1 + LOW, LE);
        IntVector h1 = IntVector.fromMemorySegment(I, data, d1 + HIGH, LE);
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) l1.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_4 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_5 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_6 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_7 = (FloatVector) h1.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1)));
        s1_0 =
            w1_7.fma(
                    x0_7,
                    w1_6.fma(
                        x0_6,
                        w1_5.fma(
                            x0_5,
                            w1_4.fma(
                                x0_4,
                                w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0))))))))
                .fma(f1, s1_0);
        d1 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l2 = IntVector.fromMemorySegment(I, data, d2 + LOW, LE);
        IntVector h2 = IntVector.fromMemorySegment(I, data, d2 + HIGH, LE);
        FloatVector w2_0 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_1 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_2 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_3 = (FloatVector) l2.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_4 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_5 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_6 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_7 = (FloatVector) h2.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f2 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d2)));
        s2_0 =
            w2_7.fma(
                    x0_7,
                    w2_6.fma(
                        x0_6,
                        w2_5.fma(
                            x0_5,
                            w2_4.fma(
                                x0_4,
                                w2_3.fma(x0_3, w2_2.fma(x0_2, w2_1.fma(x0_1, w2_0.mul(x0_0))))))))
                .fma(f2, s2_0);
        d2 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l3 = IntVector.fromMemorySegment(I, data, d3 + LOW, LE);
        IntVector h3 = IntVector.fromMemorySegment(I, data, d3 + HIGH, LE);
        FloatVector w3_0 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_1 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_2 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_3 = (FloatVector) l3.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_4 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_5 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_6 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_7 = (FloatVector) h3.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f3 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d3)));
        s3_0 =
            w3_7.fma(
                    x0_7,
                    w3_6.fma(
                        x0_6,
                        w3_5.fma(
                            x0_5,
                            w3_4.fma(
                                x0_4,
                                w3_3.fma(x0_3, w3_2.fma(x0_2, w3_1.fma(x0_1, w3_0.mul(x0_0))))))))
                .fma(f3, s3_0);
        d3 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0_0.intoArray(lanes, 0);
      s1_0.intoArray(lanes, LANES);
      s2_0.intoArray(lanes, 2 * LANES);
      s3_0.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0, LANES);
      y[yOffset + i + step] = LaneSums.sum(lanes, LANES, LANES);
      y[yOffset + i + 2 * step] = LaneSums.sum(lanes, 2 * LANES, LANES);
      y[yOffset + i + 3 * step] = LaneSums.sum(lanes, 3 * LANES, LANES);
    }
  }

  /**
   * Two tokens; rows {@code from + i + n * step}, n below 2, together, for i below {@code count}.
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
    float[] lanes = new float[4 * LANES];
    for (int i = 0; i < count; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + i + step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s0_1 = s0_0;
      FloatVector s1_0 = s0_0;
      FloatVector s1_1 = s0_0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);
        FloatVector x0_4 = FloatVector.fromArray(F, x, xAt + c + 4 * LANES);
        FloatVector x0_5 = FloatVector.fromArray(F, x, xAt + c + 5 * LANES);
        FloatVector x0_6 = FloatVector.fromArray(F, x, xAt + c + 6 * LANES);
        FloatVector x0_7 = FloatVector.fromArray(F, x, xAt + c + 7 * LANES);
        FloatVector x1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector x1_1 = FloatVector.fromArray(F, x, x1 + c + LANES);
        FloatVector x1_2 = FloatVector.fromArray(F, x, x1 + c + 2 * LANES);
        FloatVector x1_3 = FloatVector.fromArray(F, x, x1 + c + 3 * LANES);
        FloatVector x1_4 = FloatVector.fromArray(F, x, x1 + c + 4 * LANES);
        FloatVector x1_5 = FloatVector.fromArray(F, x, x1 + c + 5 * LANES);
        FloatVector x1_6 = FloatVector.fromArray(F, x, x1 + c + 6 * LANES);
        FloatVector x1_7 = FloatVector.fromArray(F, x, x1 + c + 7 * LANES);

        IntVector l0 = IntVector.fromMemorySegment(I, data, d0 + LOW, LE);
        IntVector h0 = IntVector.fromMemorySegment(I, data, d0 + HIGH, LE);
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) l0.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_4 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_5 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_6 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_7 = (FloatVector) h0.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d0)));
        s0_0 =
            w0_7.fma(
                    x0_7,
                    w0_6.fma(
                        x0_6,
                        w0_5.fma(
                            x0_5,
                            w0_4.fma(
                                x0_4,
                                w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0))))))))
                .fma(f0, s0_0);
        s0_1 =
            w0_7.fma(
                    x1_7,
                    w0_6.fma(
                        x1_6,
                        w0_5.fma(
                            x1_5,
                            w0_4.fma(
                                x1_4,
                                w0_3.fma(x1_3, w0_2.fma(x1_2, w0_1.fma(x1_1, w0_0.mul(x1_0))))))))
                .fma(f0, s0_1);
        d0 += Rows.Q8_0_BLOCK_BYTES;

        IntVector l1 = IntVector.fromMemorySegment(I, data, d1 + LOW, LE);
        IntVector h1 = IntVector.fromMemorySegment(I, data, d1 + HIGH, LE);
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) l1.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_4 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 24).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_5 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 8)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_6 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16)
                    .and(HIGH_BYTE)
                    .convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_7 = (FloatVector) h1.and(HIGH_BYTE).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 = FloatVector.broadcast(F, Float.float16ToFloat(data.get(Rows.SHORT, d1)));
        s1_0 =
            w1_7.fma(
                    x0_7,
                    w1_6.fma(
                        x0_6,
                        w1_5.fma(
                            x0_5,
                            w1_4.fma(
                                x0_4,
                                w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0))))))))
                .fma(f1, s1_0);
        s1_1 =
            w1_7.fma(
                    x1_7,
                    w1_6.fma(
                        x1_6,
                        w1_5.fma(
                            x1_5,
                            w1_4.fma(
                                x1_4,
                                w1_3.fma(x1_3, w1_2.fma(x1_2, w1_1.fma(x1_1, w1_0.mul(x1_0))))))))
                .fma(f1, s1_1);
        d1 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0_0.intoArray(lanes, 0);
      s0_1.intoArray(lanes, LANES);
      s1_0.intoArray(lanes, 2 * LANES);
      s1_1.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = LaneSums.sum(lanes, 0, LANES);
      y[yOffset + i + yStride] = LaneSums.sum(lanes, LANES, LANES);
      y[yOffset + i + step] = LaneSums.sum(lanes, 2 * LANES, LANES);
      y[yOffset + i + yStride + step] = LaneSums.sum(lanes, 3 * LANES, LANES);
    }
  }
}
