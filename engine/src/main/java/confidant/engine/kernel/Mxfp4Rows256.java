package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few tokens times rows of MXFP4 in one pass over memory, at 256 bits.
 *
 * <p>The codes are looked up as bytes, two values in each 32-bit lane, and brought to its top by a
 * shift or a mask: ten operations for 32 weights, where widening eight bytes at a time takes
 * fourteen. Hence {@code x} comes in the order of {@link LaneOrder}.
 *
 * <p>Every number of tokens sums in the same order, to the bit: lane by lane each block of 32
 * columns by itself, then times its scale added to the row's sum. Rows and tokens are written out
 * one by one, since the compiler keeps only single variables in registers, and no helper is called
 * from within a loop, since it stops inlining what is not its own past 18,000 nodes.
 */
final class Mxfp4Rows256 {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_256;
  private static final VectorSpecies<Short> S = ShortVector.SPECIES_256;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final byte[] DOUBLED_VALUES = Mxfp4.doubledValues();
  private static final float[] SCALES = Mxfp4.scales();
  private static final byte NIBBLE = 15;
  private static final int LANES = 8;
  private static final int BLOCK = 32;
  private static final int HIGH_HALF = 0xFFFF0000;

  private Mxfp4Rows256() {}

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
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    float[] lanes = new float[4 * LANES];
    ByteVector table = ByteVector.fromArray(B, DOUBLED_VALUES, 0);
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
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);

        ByteVector q0 = ByteVector.fromMemorySegment(B, data, d0, LE);
        ByteVector b0 = q0.and(NIBBLE).selectFrom(table);
        ByteVector t0 =
            q0.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l0 = b0.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h0 = t0.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 = (FloatVector) l0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) h0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e0) & 0xFF]);
        s0_0 = w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))).fma(f0, s0_0);
        d0 += codeStride;
        e0 += scaleStride;

        ByteVector q1 = ByteVector.fromMemorySegment(B, data, d1, LE);
        ByteVector b1 = q1.and(NIBBLE).selectFrom(table);
        ByteVector t1 =
            q1.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l1 = b1.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h1 = t1.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 = (FloatVector) l1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) h1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e1) & 0xFF]);
        s1_0 = w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))).fma(f1, s1_0);
        d1 += codeStride;
        e1 += scaleStride;

        ByteVector q2 = ByteVector.fromMemorySegment(B, data, d2, LE);
        ByteVector b2 = q2.and(NIBBLE).selectFrom(table);
        ByteVector t2 =
            q2.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l2 = b2.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h2 = t2.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w2_0 =
            (FloatVector)
                l2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_1 = (FloatVector) l2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_2 =
            (FloatVector)
                h2.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w2_3 = (FloatVector) h2.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f2 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e2) & 0xFF]);
        s2_0 = w2_3.fma(x0_3, w2_2.fma(x0_2, w2_1.fma(x0_1, w2_0.mul(x0_0)))).fma(f2, s2_0);
        d2 += codeStride;
        e2 += scaleStride;

        ByteVector q3 = ByteVector.fromMemorySegment(B, data, d3, LE);
        ByteVector b3 = q3.and(NIBBLE).selectFrom(table);
        ByteVector t3 =
            q3.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l3 = b3.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h3 = t3.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w3_0 =
            (FloatVector)
                l3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_1 = (FloatVector) l3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_2 =
            (FloatVector)
                h3.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w3_3 = (FloatVector) h3.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f3 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e3) & 0xFF]);
        s3_0 = w3_3.fma(x0_3, w3_2.fma(x0_2, w3_1.fma(x0_1, w3_0.mul(x0_0)))).fma(f3, s3_0);
        d3 += codeStride;
        e3 += scaleStride;
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
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    int x1 = xAt + cols;
    float[] lanes = new float[4 * LANES];
    ByteVector table = ByteVector.fromArray(B, DOUBLED_VALUES, 0);
    for (int i = 0; i < count; i++) {
      long d0 = Rows.codes(w, from + i);
      long e0 = Rows.scales(w, from + i);
      long d1 = Rows.codes(w, from + i + step);
      long e1 = Rows.scales(w, from + i + step);
      FloatVector s0_0 = FloatVector.zero(F);
      FloatVector s0_1 = s0_0;
      FloatVector s1_0 = s0_0;
      FloatVector s1_1 = s0_0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0_0 = FloatVector.fromArray(F, x, xAt + c);
        FloatVector x0_1 = FloatVector.fromArray(F, x, xAt + c + LANES);
        FloatVector x0_2 = FloatVector.fromArray(F, x, xAt + c + 2 * LANES);
        FloatVector x0_3 = FloatVector.fromArray(F, x, xAt + c + 3 * LANES);
        FloatVector x1_0 = FloatVector.fromArray(F, x, x1 + c);
        FloatVector x1_1 = FloatVector.fromArray(F, x, x1 + c + LANES);
        FloatVector x1_2 = FloatVector.fromArray(F, x, x1 + c + 2 * LANES);
        FloatVector x1_3 = FloatVector.fromArray(F, x, x1 + c + 3 * LANES);

        ByteVector q0 = ByteVector.fromMemorySegment(B, data, d0, LE);
        ByteVector b0 = q0.and(NIBBLE).selectFrom(table);
        ByteVector t0 =
            q0.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l0 = b0.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h0 = t0.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w0_0 =
            (FloatVector)
                l0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_1 = (FloatVector) l0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_2 =
            (FloatVector)
                h0.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w0_3 = (FloatVector) h0.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f0 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e0) & 0xFF]);
        s0_0 = w0_3.fma(x0_3, w0_2.fma(x0_2, w0_1.fma(x0_1, w0_0.mul(x0_0)))).fma(f0, s0_0);
        s0_1 = w0_3.fma(x1_3, w0_2.fma(x1_2, w0_1.fma(x1_1, w0_0.mul(x1_0)))).fma(f0, s0_1);
        d0 += codeStride;
        e0 += scaleStride;

        ByteVector q1 = ByteVector.fromMemorySegment(B, data, d1, LE);
        ByteVector b1 = q1.and(NIBBLE).selectFrom(table);
        ByteVector t1 =
            q1.reinterpretAsInts()
                .lanewise(VectorOperators.LSHR, 4)
                .reinterpretAsBytes()
                .and(NIBBLE)
                .selectFrom(table);
        IntVector l1 = b1.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        IntVector h1 = t1.convertShape(VectorOperators.B2S, S, 0).reinterpretAsInts();
        FloatVector w1_0 =
            (FloatVector)
                l1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_1 = (FloatVector) l1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_2 =
            (FloatVector)
                h1.lanewise(VectorOperators.LSHL, 16).convertShape(VectorOperators.I2F, F, 0);
        FloatVector w1_3 = (FloatVector) h1.and(HIGH_HALF).convertShape(VectorOperators.I2F, F, 0);
        FloatVector f1 =
            FloatVector.broadcast(F, SCALES[scales.get(ValueLayout.JAVA_BYTE, e1) & 0xFF]);
        s1_0 = w1_3.fma(x0_3, w1_2.fma(x0_2, w1_1.fma(x0_1, w1_0.mul(x0_0)))).fma(f1, s1_0);
        s1_1 = w1_3.fma(x1_3, w1_2.fma(x1_2, w1_1.fma(x1_1, w1_0.mul(x1_0)))).fma(f1, s1_1);
        d1 += codeStride;
        e1 += scaleStride;
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
