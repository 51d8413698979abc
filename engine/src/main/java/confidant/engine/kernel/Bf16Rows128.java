package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of BF16 in one pass over memory, at 128 bits.
 *
 * <p>Every number of tokens sums in the same order, to the bit: lane by lane each block of 32
 * columns by itself, then times its scale added to the row's sum. Rows and tokens are written out
 * one by one, since the compiler keeps only single variables in registers, and no helper is called
 * from within a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Bf16Rows128 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_128;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int LANES = 4;
  private static final int BLOCK = 32;
  private static final int BLOCK_BYTES = BLOCK * Short.BYTES;
  private static final int VECTOR_BYTES = LANES * Integer.BYTES;
  private static final int HIGH_HALF = 0xFFFF0000;

  private Bf16Rows128() {}

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

        IntVector q0_0 = IntVector.fromMemorySegment(I, data, d0, LE);
        IntVector q0_1 = IntVector.fromMemorySegment(I, data, d0 + VECTOR_BYTES, LE);
        IntVector q0_2 = IntVector.fromMemorySegment(I, data, d0 + 2 * VECTOR_BYTES, LE);
        IntVector q0_3 = IntVector.fromMemorySegment(I, data, d0 + 3 * VECTOR_BYTES, LE);
        FloatVector w0_0 = q0_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_1 = q0_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_2 = q0_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_3 = q0_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_4 = q0_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_5 = q0_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_6 = q0_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_7 = q0_3.and(HIGH_HALF).reinterpretAsFloats();
        s0_0 =
            s0_0.add(
                w0_7.fma(
                    x0_7,
                    w0_6.fma(
                        x0_6,
                        w0_5.fma(
                            x0_5,
                            w0_4.fma(
                                x0_4,
                                w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))))))));
        d0 += BLOCK_BYTES;

        IntVector q1_0 = IntVector.fromMemorySegment(I, data, d1, LE);
        IntVector q1_1 = IntVector.fromMemorySegment(I, data, d1 + VECTOR_BYTES, LE);
        IntVector q1_2 = IntVector.fromMemorySegment(I, data, d1 + 2 * VECTOR_BYTES, LE);
        IntVector q1_3 = IntVector.fromMemorySegment(I, data, d1 + 3 * VECTOR_BYTES, LE);
        FloatVector w1_0 = q1_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_1 = q1_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_2 = q1_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_3 = q1_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_4 = q1_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_5 = q1_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_6 = q1_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_7 = q1_3.and(HIGH_HALF).reinterpretAsFloats();
        s1_0 =
            s1_0.add(
                w1_7.fma(
                    x0_7,
                    w1_6.fma(
                        x0_6,
                        w1_5.fma(
                            x0_5,
                            w1_4.fma(
                                x0_4,
                                w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))))))));
        d1 += BLOCK_BYTES;

        IntVector q2_0 = IntVector.fromMemorySegment(I, data, d2, LE);
        IntVector q2_1 = IntVector.fromMemorySegment(I, data, d2 + VECTOR_BYTES, LE);
        IntVector q2_2 = IntVector.fromMemorySegment(I, data, d2 + 2 * VECTOR_BYTES, LE);
        IntVector q2_3 = IntVector.fromMemorySegment(I, data, d2 + 3 * VECTOR_BYTES, LE);
        FloatVector w2_0 = q2_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w2_1 = q2_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w2_2 = q2_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w2_3 = q2_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w2_4 = q2_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w2_5 = q2_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w2_6 = q2_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w2_7 = q2_3.and(HIGH_HALF).reinterpretAsFloats();
        s2_0 =
            s2_0.add(
                w2_7.fma(
                    x0_7,
                    w2_6.fma(
                        x0_6,
                        w2_5.fma(
                            x0_5,
                            w2_4.fma(
                                x0_4,
                                w2_3.fma(x0_3, w2_2.fma(x0_2, w2_1.fma(x0_1, w2_0.mul(x0_0)))))))));
        d2 += BLOCK_BYTES;

        IntVector q3_0 = IntVector.fromMemorySegment(I, data, d3, LE);
        IntVector q3_1 = IntVector.fromMemorySegment(I, data, d3 + VECTOR_BYTES, LE);
        IntVector q3_2 = IntVector.fromMemorySegment(I, data, d3 + 2 * VECTOR_BYTES, LE);
        IntVector q3_3 = IntVector.fromMemorySegment(I, data, d3 + 3 * VECTOR_BYTES, LE);
        FloatVector w3_0 = q3_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w3_1 = q3_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w3_2 = q3_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w3_3 = q3_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w3_4 = q3_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w3_5 = q3_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w3_6 = q3_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w3_7 = q3_3.and(HIGH_HALF).reinterpretAsFloats();
        s3_0 =
            s3_0.add(
                w3_7.fma(
                    x0_7,
                    w3_6.fma(
                        x0_6,
                        w3_5.fma(
                            x0_5,
                            w3_4.fma(
                                x0_4,
                                w3_3.fma(x0_3, w3_2.fma(x0_2, w3_1.fma(x0_1, w3_0.mul(x0_0)))))))));
        d3 += BLOCK_BYTES;
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

        IntVector q0_0 = IntVector.fromMemorySegment(I, data, d0, LE);
        IntVector q0_1 = IntVector.fromMemorySegment(I, data, d0 + VECTOR_BYTES, LE);
        IntVector q0_2 = IntVector.fromMemorySegment(I, data, d0 + 2 * VECTOR_BYTES, LE);
        IntVector q0_3 = IntVector.fromMemorySegment(I, data, d0 + 3 * VECTOR_BYTES, LE);
        FloatVector w0_0 = q0_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_1 = q0_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_2 = q0_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_3 = q0_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w0_4 = q0_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_5 = q0_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_6 = q0_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w0_7 = q0_3.and(HIGH_HALF).reinterpretAsFloats();
        s0_0 =
            s0_0.add(
                w0_7.fma(
                    x0_7,
                    w0_6.fma(
                        x0_6,
                        w0_5.fma(
                            x0_5,
                            w0_4.fma(
                                x0_4,
                                w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))))))));
        s0_1 =
            s0_1.add(
                w0_7.fma(
                    x1_7,
                    w0_6.fma(
                        x1_6,
                        w0_5.fma(
                            x1_5,
                            w0_4.fma(
                                x1_4,
                                w0_3.fma(x1_3, w0_2.fma(x1_2, w0_1.fma(x1_1, w0_0.mul(x1_0)))))))));
        d0 += BLOCK_BYTES;

        IntVector q1_0 = IntVector.fromMemorySegment(I, data, d1, LE);
        IntVector q1_1 = IntVector.fromMemorySegment(I, data, d1 + VECTOR_BYTES, LE);
        IntVector q1_2 = IntVector.fromMemorySegment(I, data, d1 + 2 * VECTOR_BYTES, LE);
        IntVector q1_3 = IntVector.fromMemorySegment(I, data, d1 + 3 * VECTOR_BYTES, LE);
        FloatVector w1_0 = q1_0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_1 = q1_1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_2 = q1_2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_3 = q1_3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector w1_4 = q1_0.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_5 = q1_1.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_6 = q1_2.and(HIGH_HALF).reinterpretAsFloats();
        FloatVector w1_7 = q1_3.and(HIGH_HALF).reinterpretAsFloats();
        s1_0 =
            s1_0.add(
                w1_7.fma(
                    x0_7,
                    w1_6.fma(
                        x0_6,
                        w1_5.fma(
                            x0_5,
                            w1_4.fma(
                                x0_4,
                                w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))))))));
        s1_1 =
            s1_1.add(
                w1_7.fma(
                    x1_7,
                    w1_6.fma(
                        x1_6,
                        w1_5.fma(
                            x1_5,
                            w1_4.fma(
                                x1_4,
                                w1_3.fma(x1_3, w1_2.fma(x1_2, w1_1.fma(x1_1, w1_0.mul(x1_0)))))))));
        d1 += BLOCK_BYTES;
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
