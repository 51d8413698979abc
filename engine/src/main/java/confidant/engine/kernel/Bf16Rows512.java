package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of BF16 in one pass over memory, at 512 bits.
 *
 * <p>Sums in the order of {@link FarRows}, to the bit. Rows and tokens are written out one by one,
 * since the compiler keeps only single variables in registers, and no helper is called from within
 * a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Bf16Rows512 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_512;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int LANES = 16;
  private static final int BLOCK = 32;
  private static final int BF16_BLOCK_BYTES = BLOCK * Short.BYTES;
  private static final int HIGH_HALF = 0xFFFF0000;

  private Bf16Rows512() {}

  /**
   * One token; rows {@code from + i + n * step}, n below 4, together, for i below {@code count}.
   */
  static void one(
      Matrix w, int from, int count, int step, float[] x, int xAt, float[] y, int yOffset) {
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
      long o = 0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector u0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector v0_0 = FloatVector.fromArray(F, x, xAt + c + LANES);

        IntVector q0 = IntVector.fromMemorySegment(I, data, d0 + o, LE);
        FloatVector l0 = q0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h0 = q0.and(HIGH_HALF).reinterpretAsFloats();
        s0_0 = s0_0.add(h0.fma(v0_0, l0.mul(u0_0)));

        IntVector q1 = IntVector.fromMemorySegment(I, data, d1 + o, LE);
        FloatVector l1 = q1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h1 = q1.and(HIGH_HALF).reinterpretAsFloats();
        s1_0 = s1_0.add(h1.fma(v0_0, l1.mul(u0_0)));

        IntVector q2 = IntVector.fromMemorySegment(I, data, d2 + o, LE);
        FloatVector l2 = q2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h2 = q2.and(HIGH_HALF).reinterpretAsFloats();
        s2_0 = s2_0.add(h2.fma(v0_0, l2.mul(u0_0)));

        IntVector q3 = IntVector.fromMemorySegment(I, data, d3 + o, LE);
        FloatVector l3 = q3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h3 = q3.and(HIGH_HALF).reinterpretAsFloats();
        s3_0 = s3_0.add(h3.fma(v0_0, l3.mul(u0_0)));
        o += BF16_BLOCK_BYTES;
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

        IntVector q0 = IntVector.fromMemorySegment(I, data, d0 + o, LE);
        FloatVector l0 = q0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h0 = q0.and(HIGH_HALF).reinterpretAsFloats();
        s0_0 = s0_0.add(h0.fma(v0_0, l0.mul(u0_0)));
        s0_1 = s0_1.add(h0.fma(v1_0, l0.mul(u1_0)));

        IntVector q1 = IntVector.fromMemorySegment(I, data, d1 + o, LE);
        FloatVector l1 = q1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h1 = q1.and(HIGH_HALF).reinterpretAsFloats();
        s1_0 = s1_0.add(h1.fma(v0_0, l1.mul(u0_0)));
        s1_1 = s1_1.add(h1.fma(v1_0, l1.mul(u1_0)));

        IntVector q2 = IntVector.fromMemorySegment(I, data, d2 + o, LE);
        FloatVector l2 = q2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h2 = q2.and(HIGH_HALF).reinterpretAsFloats();
        s2_0 = s2_0.add(h2.fma(v0_0, l2.mul(u0_0)));
        s2_1 = s2_1.add(h2.fma(v1_0, l2.mul(u1_0)));

        IntVector q3 = IntVector.fromMemorySegment(I, data, d3 + o, LE);
        FloatVector l3 = q3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h3 = q3.and(HIGH_HALF).reinterpretAsFloats();
        s3_0 = s3_0.add(h3.fma(v0_0, l3.mul(u0_0)));
        s3_1 = s3_1.add(h3.fma(v1_0, l3.mul(u1_0)));
        o += BF16_BLOCK_BYTES;
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

        IntVector q0 = IntVector.fromMemorySegment(I, data, d0 + o, LE);
        FloatVector l0 = q0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h0 = q0.and(HIGH_HALF).reinterpretAsFloats();
        s0_0 = s0_0.add(h0.fma(v0_0, l0.mul(u0_0)));
        s0_1 = s0_1.add(h0.fma(v1_0, l0.mul(u1_0)));
        s0_2 = s0_2.add(h0.fma(v2_0, l0.mul(u2_0)));
        s0_3 = s0_3.add(h0.fma(v3_0, l0.mul(u3_0)));

        IntVector q1 = IntVector.fromMemorySegment(I, data, d1 + o, LE);
        FloatVector l1 = q1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h1 = q1.and(HIGH_HALF).reinterpretAsFloats();
        s1_0 = s1_0.add(h1.fma(v0_0, l1.mul(u0_0)));
        s1_1 = s1_1.add(h1.fma(v1_0, l1.mul(u1_0)));
        s1_2 = s1_2.add(h1.fma(v2_0, l1.mul(u2_0)));
        s1_3 = s1_3.add(h1.fma(v3_0, l1.mul(u3_0)));

        IntVector q2 = IntVector.fromMemorySegment(I, data, d2 + o, LE);
        FloatVector l2 = q2.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h2 = q2.and(HIGH_HALF).reinterpretAsFloats();
        s2_0 = s2_0.add(h2.fma(v0_0, l2.mul(u0_0)));
        s2_1 = s2_1.add(h2.fma(v1_0, l2.mul(u1_0)));
        s2_2 = s2_2.add(h2.fma(v2_0, l2.mul(u2_0)));
        s2_3 = s2_3.add(h2.fma(v3_0, l2.mul(u3_0)));

        IntVector q3 = IntVector.fromMemorySegment(I, data, d3 + o, LE);
        FloatVector l3 = q3.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
        FloatVector h3 = q3.and(HIGH_HALF).reinterpretAsFloats();
        s3_0 = s3_0.add(h3.fma(v0_0, l3.mul(u0_0)));
        s3_1 = s3_1.add(h3.fma(v1_0, l3.mul(u1_0)));
        s3_2 = s3_2.add(h3.fma(v2_0, l3.mul(u2_0)));
        s3_3 = s3_3.add(h3.fma(v3_0, l3.mul(u3_0)));
        o += BF16_BLOCK_BYTES;
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
