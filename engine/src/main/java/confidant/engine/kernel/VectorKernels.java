package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
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
    return PanelProduct.ROWS;
  }

  @Override
  public final void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    Unpacking.blocks(w, row, from, count, out, outOffset);
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
      int rows,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    PanelProduct.multiply(MANY_REGISTERS, a, aOffset, rows, panel, c, cOffset, cStride, accumulate);
  }

  @Override
  public final float max(float[] values, int offset, int count) {
    int i = offset;
    int end = offset + count;
    float max = values[offset];
    if (count >= LANES) {
      FloatVector m = FloatVector.fromArray(F, values, i);
      for (i += LANES; i + LANES <= end; i += LANES) {
        // Not Vector.max, which takes six instructions for the sake of NaN and minus zero.
        FloatVector v = FloatVector.fromArray(F, values, i);
        m = m.blend(v, v.compare(VectorOperators.GT, m));
      }
      float[] lanes = new float[LANES];
      m.intoArray(lanes, 0);
      for (float lane : lanes) {
        max = lane > max ? lane : max;
      }
    }
    for (; i < end; i++) {
      max = values[i] > max ? values[i] : max;
    }
    return max;
  }

  @Override
  public final float exp2Sum(float[] values, int offset, int count, float shift) {
    int whole = count - count % LANES;
    float sum = exp2Vectors(values, offset, whole, shift);
    if (whole < count) {
      float[] tail = new float[LANES];
      Arrays.fill(tail, shift + 2 * EXP2_MIN); // adds next to nothing
      System.arraycopy(values, offset + whole, tail, 0, count - whole);
      sum += exp2Vectors(tail, 0, LANES, shift);
      System.arraycopy(tail, 0, values, offset + whole, count - whole);
    }
    return sum;
  }

  /** A whole number of vectors. 2^x is written out, since a helper is at times not inlined. */
  private static float exp2Vectors(float[] values, int offset, int count, float shift) {
    FloatVector subtrahend = FloatVector.broadcast(F, shift);
    FloatVector least = FloatVector.broadcast(F, EXP2_MIN);
    FloatVector rounder = FloatVector.broadcast(F, ROUNDER);
    FloatVector c1 = FloatVector.broadcast(F, EXP2_1);
    FloatVector c2 = FloatVector.broadcast(F, EXP2_2);
    FloatVector c3 = FloatVector.broadcast(F, EXP2_3);
    FloatVector c4 = FloatVector.broadcast(F, EXP2_4);
    FloatVector c5 = FloatVector.broadcast(F, EXP2_5);
    FloatVector one = FloatVector.broadcast(F, 1f);
    FloatVector sums = FloatVector.zero(F);
    for (int i = offset; i < offset + count; i += LANES) {
      FloatVector x = FloatVector.fromArray(F, values, i).sub(subtrahend).max(least);
      FloatVector rounded = x.add(rounder);
      FloatVector r = x.sub(rounded.sub(rounder));
      FloatVector p = c5.fma(r, c4).fma(r, c3).fma(r, c2).fma(r, c1).fma(r, one);
      // n stands in the low bits of `rounded`; shifted and added, it raises p's exponent by n.
      IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
      FloatVector e = p.reinterpretAsInts().add(power).reinterpretAsFloats();
      e.intoArray(values, i);
      sums = sums.add(e);
    }
    float[] lanes = new float[LANES];
    sums.intoArray(lanes, 0);
    return LaneSums.sum(lanes, 0);
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
    float[] gateTail = new float[LANES];
    float[] upTail = new float[LANES];
    for (int i = 0; i < count; i += LANES) {
      float[] gates = gate;
      float[] ups = up;
      int gateAt = gateOffset + i;
      int upAt = upOffset + i;
      if (i + LANES > count) {
        System.arraycopy(gate, gateAt, gateTail, 0, count - i);
        System.arraycopy(up, upAt, upTail, 0, count - i);
        gates = gateTail;
        ups = upTail;
        gateAt = 0;
        upAt = 0;
      }
      FloatVector g = FloatVector.fromArray(F, gates, gateAt).add(gateBias).min(limit);
      FloatVector u = FloatVector.fromArray(F, ups, upAt).add(upBias).min(limit).max(-limit);

      // e^x = 2^n * e^r with |r| <= ln(2) / 2, by the polynomial of the Cephes library (expf).
      FloatVector x = g.mul(-SWIGLU_ALPHA).max(EXP_MIN).min(EXP_MAX);
      FloatVector rounded = x.mul(LOG2_E).add(ROUNDER);
      FloatVector n = rounded.sub(ROUNDER);
      FloatVector r = n.neg().fma(FloatVector.broadcast(F, LN2_HIGH), x);
      r = n.neg().fma(FloatVector.broadcast(F, LN2_LOW), r);
      FloatVector p = FloatVector.broadcast(F, 0.00019875691f);
      p = p.fma(r, FloatVector.broadcast(F, 0.0013981999f));
      p = p.fma(r, FloatVector.broadcast(F, 0.008333452f));
      p = p.fma(r, FloatVector.broadcast(F, 0.041665796f));
      p = p.fma(r, FloatVector.broadcast(F, 0.16666666f));
      p = p.fma(r, FloatVector.broadcast(F, 0.5f));
      p = p.fma(r.mul(r), r.add(1f));
      IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
      FloatVector e = p.reinterpretAsInts().add(power).reinterpretAsFloats();
      g.div(e.add(1f)).mul(u.add(1f)).intoArray(gates, gateAt);
    }
    if (count % LANES > 0) {
      int whole = count - count % LANES;
      System.arraycopy(gateTail, 0, gate, gateOffset + whole, count % LANES);
    }
  }

  @Override
  public final void widenRows(
      MemorySegment in, long inOffset, long exponents, int rows, int columns, float[] out) {
    float[] scales = new float[rows];
    for (int r = 0; r < rows; r++) {
      int exponent = in.get(ValueLayout.JAVA_BYTE, exponents + r);
      scales[r] = Float.intBitsToFloat((exponent << MANTISSA_BITS) + ONE_BITS);
    }
    // Down the rows, since short loops over the columns would be checked anew for each row.
    for (int c = 0; c < columns; c += LANES) {
      for (int r = 0; r < rows; r++) {
        int i = r * columns + c;
        ShortVector s = ShortVector.fromMemorySegment(S, in, inOffset + 2L * i, LE);
        FloatVector f = (FloatVector) s.convertShape(VectorOperators.S2F, F, 0);
        f.mul(scales[r]).intoArray(out, i);
      }
    }
  }

  @Override
  public final void widenColumns(
      MemorySegment in, long inOffset, long exponents, int groups, int rows, float[] out) {
    float[] scales = new float[Panel.GROUP];
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < Panel.GROUP; j++) {
        int exponent = in.get(ValueLayout.JAVA_BYTE, exponents + g * (long) Panel.GROUP + j);
        scales[j] = Float.intBitsToFloat((exponent << MANTISSA_BITS) + ONE_BITS);
      }
      int first = g * rows * Panel.GROUP;
      for (int j = 0; j < Panel.GROUP; j += LANES) {
        FloatVector scale = FloatVector.fromArray(F, scales, j);
        for (int i = first + j; i < first + rows * Panel.GROUP; i += Panel.GROUP) {
          ShortVector s = ShortVector.fromMemorySegment(S, in, inOffset + 2L * i, LE);
          FloatVector f = (FloatVector) s.convertShape(VectorOperators.S2F, F, 0);
          f.mul(scale).intoArray(out, i);
        }
      }
    }
  }
}
