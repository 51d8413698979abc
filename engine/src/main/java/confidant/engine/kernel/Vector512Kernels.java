package confidant.engine.kernel;

import confidant.engine.tensor.DType;
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
 * What pays at 512 bits only. A vector of 16 lanes holds the whole E2M1 table, so that one permute
 * turns 16 codes into floats; and rows that lie far apart are walked together, since the processor
 * follows each memory page with a prefetcher of its own.
 */
final class Vector512Kernels extends VectorKernels {
  private static final VectorSpecies<Float> F16L = FloatVector.SPECIES_512;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_512;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int[] VALUE_BITS = Mxfp4.valueBits();
  private static final float[] SCALES = Mxfp4.scales();
  private static final int LANES = 16;
  private static final int BLOCK = 32;
  private static final int FAR_ROWS = 4;

  /** Bytes from a Q8_0 block's start to the two halves of its values. */
  private static final int LOW = Rows.Q8_0_SCALE_BYTES;

  private static final int HIGH = LOW + LANES;

  @Override
  void unpackMxfp4(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int block = from / BLOCK;
    long code = Rows.codes(w, row) + (long) block * codeStride;
    long scaleAt = Rows.scales(w, row) + (long) block * scaleStride;
    IntVector table = IntVector.fromArray(I, VALUE_BITS, 0);
    for (int i = outOffset; i < outOffset + count; i += BLOCK) {
      float scale = Mxfp4.scale(scales.get(ValueLayout.JAVA_BYTE, scaleAt));
      IntVector pairs =
          (IntVector)
              ByteVector.fromMemorySegment(B, data, code, LE)
                  .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
      FloatVector low = pairs.and(15).selectFrom(table).reinterpretAsFloats();
      FloatVector high =
          pairs.lanewise(VectorOperators.LSHR, 4).selectFrom(table).reinterpretAsFloats();
      low.mul(scale).intoArray(out, i);
      high.mul(scale).intoArray(out, i + LANES);
      code += codeStride;
      scaleAt += scaleStride;
    }
  }

  @Override
  public void matVec(Matrix w, int fromRow, int toRow, float[] x, float[] y, int yOffset) {
    int band = (toRow - fromRow) / FAR_ROWS;
    int done = band * FAR_ROWS;
    if (w.type() == DType.Q8_0) {
      if (band > 0) {
        q8FarRows(w, fromRow, band, x, y, yOffset);
      }
    } else if (w.type().isMxfp4()) {
      if (band > 0) {
        mxfp4FarRows(w, fromRow, band, x, y, yOffset);
      }
    } else {
      done = 0;
    }
    if (fromRow + done < toRow) {
      super.matVec(w, fromRow + done, toRow, x, y, yOffset + done);
    }
  }

  /** Rows {@code from + i}, {@code from + band + i}, … together, for i below {@code band}. */
  private static void mxfp4FarRows(
      Matrix w, int from, int band, float[] x, float[] y, int yOffset) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int cols = w.cols();
    float[] lanes = new float[FAR_ROWS * LANES];
    IntVector table = IntVector.fromArray(I, VALUE_BITS, 0);
    for (int i = 0; i < band; i++) {
      long d0 = Rows.codes(w, from + i);
      long d1 = Rows.codes(w, from + band + i);
      long d2 = Rows.codes(w, from + 2 * band + i);
      long d3 = Rows.codes(w, from + 3 * band + i);
      long e0 = Rows.scales(w, from + i);
      long e1 = Rows.scales(w, from + band + i);
      long e2 = Rows.scales(w, from + 2 * band + i);
      long e3 = Rows.scales(w, from + 3 * band + i);
      FloatVector s0 = FloatVector.zero(F16L);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0 = FloatVector.fromArray(F16L, x, c);
        FloatVector x1 = FloatVector.fromArray(F16L, x, c + LANES);

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
        s0 = p0.fma(FloatVector.broadcast(F16L, f0), s0);

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
        s1 = p1.fma(FloatVector.broadcast(F16L, f1), s1);

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
        s2 = p2.fma(FloatVector.broadcast(F16L, f2), s2);

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
        s3 = p3.fma(FloatVector.broadcast(F16L, f3), s3);

        d0 += codeStride;
        d1 += codeStride;
        d2 += codeStride;
        d3 += codeStride;
        e0 += scaleStride;
        e1 += scaleStride;
        e2 += scaleStride;
        e3 += scaleStride;
      }
      s0.intoArray(lanes, 0);
      s1.intoArray(lanes, LANES);
      s2.intoArray(lanes, 2 * LANES);
      s3.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = sum(lanes, 0);
      y[yOffset + band + i] = sum(lanes, LANES);
      y[yOffset + 2 * band + i] = sum(lanes, 2 * LANES);
      y[yOffset + 3 * band + i] = sum(lanes, 3 * LANES);
    }
  }

  /** As {@link #mxfp4FarRows}, for Q8_0. */
  private static void q8FarRows(Matrix w, int from, int band, float[] x, float[] y, int yOffset) {
    MemorySegment data = w.data();
    int cols = w.cols();
    float[] lanes = new float[FAR_ROWS * LANES];
    for (int i = 0; i < band; i++) {
      long d0 = w.rowOffset(from + i);
      long d1 = w.rowOffset(from + band + i);
      long d2 = w.rowOffset(from + 2 * band + i);
      long d3 = w.rowOffset(from + 3 * band + i);
      FloatVector s0 = FloatVector.zero(F16L);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int c = 0; c < cols; c += BLOCK) {
        FloatVector x0 = FloatVector.fromArray(F16L, x, c);
        FloatVector x1 = FloatVector.fromArray(F16L, x, c + LANES);

        FloatVector l0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        FloatVector h0 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d0 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        float f0 = Float.float16ToFloat(data.get(Rows.SHORT, d0));
        s0 = h0.fma(x1, l0.mul(x0)).fma(FloatVector.broadcast(F16L, f0), s0);

        FloatVector l1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        FloatVector h1 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d1 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        float f1 = Float.float16ToFloat(data.get(Rows.SHORT, d1));
        s1 = h1.fma(x1, l1.mul(x0)).fma(FloatVector.broadcast(F16L, f1), s1);

        FloatVector l2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        FloatVector h2 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d2 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        float f2 = Float.float16ToFloat(data.get(Rows.SHORT, d2));
        s2 = h2.fma(x1, l2.mul(x0)).fma(FloatVector.broadcast(F16L, f2), s2);

        FloatVector l3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + LOW, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        FloatVector h3 =
            (FloatVector)
                ByteVector.fromMemorySegment(B, data, d3 + HIGH, LE)
                    .convertShape(VectorOperators.B2F, F16L, 0);
        float f3 = Float.float16ToFloat(data.get(Rows.SHORT, d3));
        s3 = h3.fma(x1, l3.mul(x0)).fma(FloatVector.broadcast(F16L, f3), s3);

        d0 += Rows.Q8_0_BLOCK_BYTES;
        d1 += Rows.Q8_0_BLOCK_BYTES;
        d2 += Rows.Q8_0_BLOCK_BYTES;
        d3 += Rows.Q8_0_BLOCK_BYTES;
      }
      s0.intoArray(lanes, 0);
      s1.intoArray(lanes, LANES);
      s2.intoArray(lanes, 2 * LANES);
      s3.intoArray(lanes, 3 * LANES);
      y[yOffset + i] = sum(lanes, 0);
      y[yOffset + band + i] = sum(lanes, LANES);
      y[yOffset + 2 * band + i] = sum(lanes, 2 * LANES);
      y[yOffset + 3 * band + i] = sum(lanes, 3 * LANES);
    }
  }
}
