package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API, right at every width. What pays only at 512 bits is in {@link
 * Vector512Kernels}.
 *
 * <p>Big loops are written out rather than split into helpers: past 18,000 nodes the compiler stops
 * inlining what is not its own, and a kernel falls to a fraction of its speed without a word.
 */
class VectorKernels implements Kernels {
  static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  static final int LANES = F.length();

  private static final VectorSpecies<Integer> I =
      VectorSpecies.of(int.class, VectorShape.forBitSize(F.vectorBitSize()));
  private static final VectorSpecies<Short> S =
      VectorSpecies.of(short.class, VectorShape.forBitSize(F.vectorBitSize() / 2));
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private static final byte[] DOUBLED_VALUES = Mxfp4.doubledValues();

  // exp(x) = 2^n * exp(r), |r| <= ln(2)/2, with the polynomial of the Cephes library (expf).
  private static final float EXP_MAX = 88f;
  private static final float EXP_MIN = -87f;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6933594f;
  private static final float LN2_LOW = -0.00021219444f;

  /** 1.5 * 2^23: adding it rounds to an integer that then stands in the low bits. */
  private static final float ROUNDER = 12582912f;

  private static final int ONE_BITS = 0x3F800000;
  private static final int MANTISSA_BITS = 23;

  @Override
  public String describe() {
    return "Vector API, " + F.vectorBitSize() + " bits";
  }

  @Override
  public void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    switch (w.type()) {
      case F32, F16 -> Rows.unpack(w, row, from, count, out, outOffset);
      case BF16 -> unpackBf16(w, row, from, count, out, outOffset);
      case Q8_0 -> unpackQ8(w, row, from, count, out, outOffset);
      case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA ->
          unpackMxfp4(w, row, from, count, out, outOffset);
    }
  }

  private static void unpackBf16(Matrix w, int row, int from, int count, float[] out, int o) {
    long at = w.rowOffset(row) + (long) from * Short.BYTES;
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      ShortVector high = ShortVector.fromMemorySegment(S, w.data(), at + 2L * i, LE);
      IntVector bits = (IntVector) high.convertShape(VectorOperators.ZERO_EXTEND_S2I, I, 0);
      bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().intoArray(out, o + i);
    }
    Rows.unpack(w, row, from + i, count - i, out, o + i);
  }

  private static void unpackQ8(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    long at = w.rowOffset(row) + (long) from / Rows.Q8_0_BLOCK_ELEMENTS * Rows.Q8_0_BLOCK_BYTES;
    MemorySegment data = w.data();
    int half = B.length();
    for (int i = outOffset; i < outOffset + count; i += Rows.Q8_0_BLOCK_ELEMENTS) {
      float scale = Float.float16ToFloat(data.get(Rows.SHORT, at));
      long values = at + Rows.Q8_0_SCALE_BYTES;
      store(ByteVector.fromMemorySegment(B, data, values, LE), scale, out, i);
      store(ByteVector.fromMemorySegment(B, data, values + half, LE), scale, out, i + half);
      at += Rows.Q8_0_BLOCK_BYTES;
    }
  }

  /** Unpacks MXFP4 through a table of bytes, which fits at every width. */
  void unpackMxfp4(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    MemorySegment data = w.data();
    MemorySegment scales = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    int block = from / Mxfp4.BLOCK_ELEMENTS;
    long code = Rows.codes(w, row) + (long) block * codeStride;
    long scaleAt = Rows.scales(w, row) + (long) block * scaleStride;
    ByteVector table = ByteVector.fromArray(B, DOUBLED_VALUES, 0);
    for (int i = outOffset; i < outOffset + count; i += Mxfp4.BLOCK_ELEMENTS) {
      float scale = 0.5f * Mxfp4.scale(scales.get(ValueLayout.JAVA_BYTE, scaleAt));
      ByteVector pairs = ByteVector.fromMemorySegment(B, data, code, LE);
      ByteVector low = pairs.and((byte) 0x0F).selectFrom(table);
      ByteVector high = pairs.lanewise(VectorOperators.LSHR, 4).and((byte) 0x0F).selectFrom(table);
      store(low, scale, out, i);
      store(high, scale, out, i + Mxfp4.CODE_BYTES);
      code += codeStride;
      scaleAt += scaleStride;
    }
  }

  /** Stores 16 signed bytes times {@code scale} as floats. */
  private static void store(ByteVector bytes, float scale, float[] out, int at) {
    FloatVector first = (FloatVector) bytes.convertShape(VectorOperators.B2F, F, 0);
    first.mul(scale).intoArray(out, at);
    if (LANES <= 8) {
      FloatVector second = (FloatVector) bytes.convertShape(VectorOperators.B2F, F, 1);
      second.mul(scale).intoArray(out, at + LANES);
    }
    if (LANES <= 4) {
      FloatVector third = (FloatVector) bytes.convertShape(VectorOperators.B2F, F, 2);
      third.mul(scale).intoArray(out, at + 2 * LANES);
      FloatVector fourth = (FloatVector) bytes.convertShape(VectorOperators.B2F, F, 3);
      fourth.mul(scale).intoArray(out, at + 3 * LANES);
    }
  }

  @Override
  public void matVec(Matrix w, int fromRow, int toRow, float[] x, float[] y, int yOffset) {
    float[] row = new float[w.cols()];
    float[] lanes = new float[LANES];
    for (int r = fromRow; r < toRow; r++) {
      unpack(w, r, 0, w.cols(), row, 0);
      y[yOffset + r - fromRow] = dot(row, x, row.length, lanes);
    }
  }

  private static float dot(float[] a, float[] b, int count, float[] lanes) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    // Four chains hide the latency of the multiply-add.
    for (; i + 4 * LANES <= count; i += 4 * LANES) {
      s0 = FloatVector.fromArray(F, a, i).fma(FloatVector.fromArray(F, b, i), s0);
      int i1 = i + LANES;
      s1 = FloatVector.fromArray(F, a, i1).fma(FloatVector.fromArray(F, b, i1), s1);
      int i2 = i + 2 * LANES;
      s2 = FloatVector.fromArray(F, a, i2).fma(FloatVector.fromArray(F, b, i2), s2);
      int i3 = i + 3 * LANES;
      s3 = FloatVector.fromArray(F, a, i3).fma(FloatVector.fromArray(F, b, i3), s3);
    }
    for (; i + LANES <= count; i += LANES) {
      s0 = FloatVector.fromArray(F, a, i).fma(FloatVector.fromArray(F, b, i), s0);
    }
    s0.add(s1).add(s2.add(s3)).intoArray(lanes, 0);
    float sum = sum(lanes, 0);
    for (; i < count; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /**
   * The sum of one vector's lanes, always in the same order. {@link FloatVector#reduceLanes} leaves
   * the order open, and the interpreter's differs from compiled code's, so that the same prompt
   * would give other logits once the program is warm.
   *
   * @param lanes [LANES] from {@code offset}; overwritten
   */
  static float sum(float[] lanes, int offset) {
    for (int n = LANES / 2; n > 0; n /= 2) {
      for (int i = offset; i < offset + n; i++) {
        lanes[i] += lanes[i + n];
      }
    }
    return lanes[offset];
  }

  @Override
  public void panelProduct(
      float[] a,
      int aOffset,
      int aStride,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    int half = PANEL_ROWS / 2;
    int columns = panel.columns();
    int j = 0;
    if (LANES == Panel.COLUMN_STEP) {
      for (; j + 2 * LANES <= columns; j += 2 * LANES) {
        WideTile.product(a, aOffset, aStride, panel, j, c, cOffset + j, cStride, accumulate);
      }
      for (; j < columns; j += LANES) {
        for (int r = 0; r < PANEL_ROWS; r += half) {
          int at = cOffset + r * cStride + j;
          NarrowTile.single(
              a, aOffset + r * aStride, aStride, panel, j, c, at, cStride, accumulate);
        }
      }
    } else {
      // 16 registers hold four rows of two vectors, not eight.
      for (; j < columns; j += 2 * LANES) {
        for (int r = 0; r < PANEL_ROWS; r += half) {
          int at = cOffset + r * cStride + j;
          NarrowTile.pair(a, aOffset + r * aStride, aStride, panel, j, c, at, cStride, accumulate);
        }
      }
    }
  }

  @Override
  public float expSum(float[] values, int offset, int count, float shift) {
    FloatVector sums = FloatVector.zero(F);
    int i = offset;
    int end = offset + count;
    for (; i + LANES <= end; i += LANES) {
      FloatVector e = exp(FloatVector.fromArray(F, values, i).sub(shift));
      e.intoArray(values, i);
      sums = sums.add(e);
    }
    if (i < end) {
      VectorMask<Float> tail = F.indexInRange(i, end);
      FloatVector e = exp(FloatVector.fromArray(F, values, i, tail).sub(shift));
      e.intoArray(values, i, tail);
      sums = sums.add(e, tail);
    }
    float[] lanes = new float[LANES];
    sums.intoArray(lanes, 0);
    return sum(lanes, 0);
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.max(EXP_MIN).min(EXP_MAX);
    FloatVector rounded = bounded.mul(LOG2_E).add(ROUNDER);
    FloatVector n = rounded.sub(ROUNDER);
    FloatVector r = n.neg().fma(FloatVector.broadcast(F, LN2_HIGH), bounded);
    r = n.neg().fma(FloatVector.broadcast(F, LN2_LOW), r);
    FloatVector p = FloatVector.broadcast(F, 0.00019875691f);
    p = p.fma(r, FloatVector.broadcast(F, 0.0013981999f));
    p = p.fma(r, FloatVector.broadcast(F, 0.008333452f));
    p = p.fma(r, FloatVector.broadcast(F, 0.041665796f));
    p = p.fma(r, FloatVector.broadcast(F, 0.16666666f));
    p = p.fma(r, FloatVector.broadcast(F, 0.5f));
    p = p.fma(r.mul(r), r.add(1f));
    FloatVector power =
        rounded
            .reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, MANTISSA_BITS)
            .add(ONE_BITS)
            .reinterpretAsFloats();
    return p.mul(power).blend(0f, x.compare(VectorOperators.LT, EXP_MIN));
  }

  @Override
  public void swiGlu(
      float[] gate, int gateOffset, float[] up, int upOffset, int count, float limit) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector g = FloatVector.fromArray(F, gate, gateOffset + i).min(limit);
      FloatVector u = FloatVector.fromArray(F, up, upOffset + i).min(limit).max(-limit);
      FloatVector denominator = exp(g.mul(-SWIGLU_ALPHA)).add(1f);
      g.div(denominator).mul(u.add(1f)).intoArray(gate, gateOffset + i);
    }
    if (i < count) {
      VectorMask<Float> tail = F.indexInRange(i, count);
      FloatVector g = FloatVector.fromArray(F, gate, gateOffset + i, tail).min(limit);
      FloatVector u = FloatVector.fromArray(F, up, upOffset + i, tail).min(limit).max(-limit);
      FloatVector denominator = exp(g.mul(-SWIGLU_ALPHA)).add(1f);
      g.div(denominator).mul(u.add(1f)).intoArray(gate, gateOffset + i, tail);
    }
  }
}
