package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API, right at every width. What pays at one width only is in {@link
 * Vector512Kernels}.
 *
 * <p>Big loops are written out rather than split into helpers: past 18,000 nodes the compiler stops
 * inlining what is not its own, and a kernel falls to a fraction of its speed without a word.
 */
class VectorKernels implements Kernels {
  static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  static final int LANES = F.length();

  /** Whether the processor has 32 vector registers: AVX-512 at its full width, or NEON. */
  private static final boolean MANY_REGISTERS =
      LANES == Panel.GROUP || System.getProperty("os.arch", "").equals("aarch64");

  private static final VectorSpecies<Short> S =
      VectorSpecies.of(short.class, VectorShape.forBitSize(F.vectorBitSize() / 2));
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  // exp(x) = 2^n * exp(r), |r| <= ln(2)/2, with the polynomial of the Cephes library (expf).
  private static final float EXP_MAX = 88f;
  private static final float EXP_MIN = -87f;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6933594f;
  private static final float LN2_LOW = -0.00021219444f;

  // 2^r = 1 + r * p(r) for |r| <= 1/2, p the polynomial that meets (2^r - 1) / r in its Chebyshev
  // nodes: 2e-7 off at most, and exact at 0.
  private static final float EXP2_MIN = -126f;
  private static final float EXP2_1 = 0.6931472f;
  private static final float EXP2_2 = 0.2402235f;
  private static final float EXP2_3 = 0.05550381f;
  private static final float EXP2_4 = 0.009666368f;
  private static final float EXP2_5 = 0.0013381303f;

  /** 1.5 * 2^23: adding it rounds to an integer that then stands in the low bits. */
  private static final float ROUNDER = 12582912f;

  private static final int ONE_BITS = 0x3F800000;
  private static final int MANTISSA_BITS = 23;

  @Override
  public String describe() {
    return "Vector API, " + F.vectorBitSize() + " bits";
  }

  @Override
  public int panelRows() {
    return MANY_REGISTERS ? 12 : 10;
  }

  @Override
  public final void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    if (w.type() == DType.BF16) {
      Unpacking.bf16(w, row, from, count, out, outOffset);
    } else {
      Unpacking.blocks(w, row, from, count, out, outOffset, null, 0);
    }
  }

  @Override
  public void matVec(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    FarRows.product(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
  }

  @Override
  public final void panelProduct(
      float[] a,
      int aOffset,
      int aStride,
      int rows,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    if (MANY_REGISTERS) {
      PanelProduct.with32Registers(
          a, aOffset, aStride, rows, panel, c, cOffset, cStride, accumulate);
    } else {
      PanelProduct.with16Registers(
          a, aOffset, aStride, rows, panel, c, cOffset, cStride, accumulate);
    }
  }

  @Override
  public final float max(float[] values, int offset, int count) {
    int i = offset;
    int end = offset + count;
    float max = values[offset];
    if (count >= LANES) {
      FloatVector m = FloatVector.fromArray(F, values, i);
      for (i += LANES; i + LANES <= end; i += LANES) {
        m = m.max(FloatVector.fromArray(F, values, i));
      }
      max = m.reduceLanes(VectorOperators.MAX);
    }
    for (; i < end; i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }

  @Override
  public final float exp2Sum(float[] values, int offset, int count, float shift) {
    FloatVector sums = FloatVector.zero(F);
    int i = offset;
    int end = offset + count;
    for (; i + LANES <= end; i += LANES) {
      FloatVector e = exp2(FloatVector.fromArray(F, values, i).sub(shift));
      e.intoArray(values, i);
      sums = sums.add(e);
    }
    if (i < end) {
      VectorMask<Float> tail = F.indexInRange(i, end);
      FloatVector e = exp2(FloatVector.fromArray(F, values, i, tail).sub(shift));
      e.intoArray(values, i, tail);
      sums = sums.add(e, tail);
    }
    float[] lanes = new float[LANES];
    sums.intoArray(lanes, 0);
    return LaneSums.sum(lanes, 0);
  }

  private static FloatVector exp2(FloatVector x) {
    FloatVector bounded = x.max(EXP2_MIN);
    FloatVector rounded = bounded.add(ROUNDER);
    FloatVector r = bounded.sub(rounded.sub(ROUNDER));
    FloatVector p = FloatVector.broadcast(F, EXP2_5);
    p = p.fma(r, FloatVector.broadcast(F, EXP2_4));
    p = p.fma(r, FloatVector.broadcast(F, EXP2_3));
    p = p.fma(r, FloatVector.broadcast(F, EXP2_2));
    p = p.fma(r, FloatVector.broadcast(F, EXP2_1));
    p = p.fma(r, FloatVector.broadcast(F, 1f));
    // n stands in the low bits of `rounded`; shifted and added, it raises the exponent of p by n.
    IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
    return p.reinterpretAsInts().add(power).reinterpretAsFloats();
  }

  @Override
  public final void scale(float[] values, int offset, int count, float factor) {
    for (int i = offset; i < offset + count; i++) {
      values[i] *= factor;
    }
  }

  @Override
  public final void swiGlu(
      float[] gate,
      int gateOffset,
      float gateBias,
      float[] up,
      int upOffset,
      float upBias,
      int count,
      float limit) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector g = FloatVector.fromArray(F, gate, gateOffset + i).add(gateBias).min(limit);
      FloatVector u = FloatVector.fromArray(F, up, upOffset + i).add(upBias).min(limit).max(-limit);
      FloatVector denominator = exp(g.mul(-SWIGLU_ALPHA)).add(1f);
      g.div(denominator).mul(u.add(1f)).intoArray(gate, gateOffset + i);
    }
    if (i < count) {
      VectorMask<Float> tail = F.indexInRange(i, count);
      FloatVector g = FloatVector.fromArray(F, gate, gateOffset + i, tail);
      FloatVector u = FloatVector.fromArray(F, up, upOffset + i, tail);
      g = g.add(gateBias).min(limit);
      u = u.add(upBias).min(limit).max(-limit);
      FloatVector denominator = exp(g.mul(-SWIGLU_ALPHA)).add(1f);
      g.div(denominator).mul(u.add(1f)).intoArray(gate, gateOffset + i, tail);
    }
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
  public final void widenRows(
      MemorySegment in, long inOffset, long exponents, int rows, int columns, MemorySegment out) {
    long at = inOffset;
    long outAt = 0;
    for (int r = 0; r < rows; r++) {
      int exponent = in.get(ValueLayout.JAVA_BYTE, exponents + r);
      float scale = Float.intBitsToFloat((exponent << MANTISSA_BITS) + ONE_BITS);
      for (int c = 0; c < columns; c += LANES) {
        ShortVector s = ShortVector.fromMemorySegment(S, in, at, LE);
        FloatVector f = (FloatVector) s.convertShape(VectorOperators.S2F, F, 0);
        f.mul(scale).intoMemorySegment(out, outAt, LE);
        at += (long) LANES * Short.BYTES;
        outAt += (long) LANES * Float.BYTES;
      }
    }
  }

  @Override
  public final void widenColumns(
      MemorySegment in, long inOffset, long exponents, int groups, int rows, MemorySegment out) {
    long rowBytes = (long) Panel.GROUP * Short.BYTES;
    float[] scales = new float[Panel.GROUP];
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < Panel.GROUP; j++) {
        int exponent = in.get(ValueLayout.JAVA_BYTE, exponents + g * (long) Panel.GROUP + j);
        scales[j] = Float.intBitsToFloat((exponent << MANTISSA_BITS) + ONE_BITS);
      }
      for (int j = 0; j < Panel.GROUP; j += LANES) {
        FloatVector scale = FloatVector.fromArray(F, scales, j);
        long first = (long) g * rows * Panel.GROUP + j;
        long at = inOffset + first * Short.BYTES;
        long outAt = first * Float.BYTES;
        for (int r = 0; r < rows; r++) {
          ShortVector s = ShortVector.fromMemorySegment(S, in, at, LE);
          FloatVector f = (FloatVector) s.convertShape(VectorOperators.S2F, F, 0);
          f.mul(scale).intoMemorySegment(out, outAt, LE);
          at += rowBytes;
          outAt += 2 * rowBytes;
        }
      }
    }
  }
}
