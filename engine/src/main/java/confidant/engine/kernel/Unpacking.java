package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Weights to float32, at every width. */
final class Unpacking {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final int LANES = VectorKernels.LANES;
  private static final VectorSpecies<Integer> I =
      VectorSpecies.of(int.class, VectorShape.forBitSize(F.vectorBitSize()));
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final VectorSpecies<Byte> HALF_B = ByteVector.SPECIES_64;
  private static final int HALF = B.length();
  private static final int BLOCK = 2 * HALF;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final int HIGH_HALF = 0xFFFF0000;
  private static final float[] SCALES = Mxfp4.scales();
  private static final byte[] DOUBLED_VALUES = Mxfp4.doubledValues();
  private static final int[] VALUE_BITS = Mxfp4.valueBits();

  /** Bits of each value without sign, the code itself XORed onto the top. */
  private static final int[] SIGNLESS_BITS = new int[8];

  static {
    for (int code = 0; code < SIGNLESS_BITS.length; code++) {
      SIGNLESS_BITS[code] = VALUE_BITS[code] ^ code << 28;
    }
  }

  private Unpacking() {}

  /** Unpacks whole blocks of 32 columns of a row. */
  static void blocks(Matrix w, int row, int from, int count, float[] out, int o) {
    switch (w.type()) {
      case Q8_0 -> q8(w, row, from, count, out, o);
      case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA -> {
        if (LANES == 16) {
          mxfp4By16(w, row, from, count, out, o);
        } else if (LANES == 8) {
          mxfp4By8(w, row, from, count, out, o);
        } else {
          mxfp4ByBytes(w, row, from, count, out, o);
        }
      }
      case BF16 -> bf16(w, row, from, count, out, o);
      case F32, F16 -> Rows.unpack(w, row, from, count, out, o);
    }
  }

  /** Even columns of each whole block, then odd ones; see {@link ColumnOrder}. */
  static void bf16(Matrix w, int row, int from, int count, float[] out, int o) {
    MemorySegment data = w.data();
    long at = w.rowOffset(row) + (long) from * Short.BYTES;
    int i = o;
    for (; i + BLOCK <= o + count; i += BLOCK) {
      for (int j = 0; j < HALF; j += LANES) {
        IntVector pairs = IntVector.fromMemorySegment(I, data, at + 4L * j, LE);
        pairs.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().intoArray(out, i + j);
        pairs.and(HIGH_HALF).reinterpretAsFloats().intoArray(out, i + HALF + j);
      }
      at += 2L * BLOCK;
    }
    int done = i - o;
    Rows.unpack(w, row, from + done, count - done, out, i);
  }

  private static void q8(Matrix w, int row, int from, int count, float[] out, int o) {
    MemorySegment data = w.data();
    long first = w.rowOffset(row) + (long) from / BLOCK * Rows.Q8_0_BLOCK_BYTES;
    for (int b = 0; b < count / BLOCK; b++) {
      long at = first + (long) b * Rows.Q8_0_BLOCK_BYTES;
      float scale = Float.float16ToFloat(data.get(Rows.SHORT, at));
      long values = at + Rows.Q8_0_SCALE_BYTES;
      int i = o + b * BLOCK;
      store(ByteVector.fromMemorySegment(B, data, values, LE), scale, out, i);
      store(ByteVector.fromMemorySegment(B, data, values + HALF, LE), scale, out, i + HALF);
    }
  }

  /** A vector of 16 lanes holds the whole table: one permute turns 16 codes into scaled floats. */
  private static void mxfp4By16(Matrix w, int row, int from, int count, float[] out, int o) {
    MemorySegment data = w.data();
    MemorySegment scaleData = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    long code = Rows.codes(w, row) + (long) from / BLOCK * codeStride;
    long scaleAt = Rows.scales(w, row) + (long) from / BLOCK * scaleStride;
    FloatVector table = IntVector.fromArray(I, VALUE_BITS, 0).reinterpretAsFloats();
    // Places are computed from the block's number: a long that is carried along keeps the compiler
    // from unrolling.
    for (int b = 0; b < count / BLOCK; b++) {
      float scale =
          SCALES[scaleData.get(ValueLayout.JAVA_BYTE, scaleAt + (long) b * scaleStride) & 0xFF];
      IntVector values = table.mul(scale).reinterpretAsInts();
      IntVector pairs =
          (IntVector)
              ByteVector.fromMemorySegment(B, data, code + (long) b * codeStride, LE)
                  .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
      IntVector low = pairs.and(15).selectFrom(values);
      IntVector high = pairs.lanewise(VectorOperators.LSHR, 4).selectFrom(values);
      low.reinterpretAsFloats().intoArray(out, o + b * BLOCK);
      high.reinterpretAsFloats().intoArray(out, o + b * BLOCK + HALF);
    }
  }

  /**
   * A vector of 8 lanes holds the magnitudes, found by the lower three bits of a code. The code at
   * the top of a lane is then the sign above these three bits again, and one XOR puts the sign and
   * takes away what {@link #SIGNLESS_BITS} has too much.
   */
  private static void mxfp4By8(Matrix w, int row, int from, int count, float[] out, int o) {
    MemorySegment data = w.data();
    MemorySegment scaleData = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    long code = Rows.codes(w, row) + (long) from / BLOCK * codeStride;
    long scaleAt = Rows.scales(w, row) + (long) from / BLOCK * scaleStride;
    IntVector table = IntVector.fromArray(I, SIGNLESS_BITS, 0);
    for (int i = o; i < o + count; i += BLOCK) {
      FloatVector scale =
          FloatVector.broadcast(F, SCALES[scaleData.get(ValueLayout.JAVA_BYTE, scaleAt) & 0xFF]);
      IntVector low0 =
          (IntVector)
              ByteVector.fromMemorySegment(HALF_B, data, code, LE)
                  .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
      IntVector low1 =
          (IntVector)
              ByteVector.fromMemorySegment(HALF_B, data, code + 8, LE)
                  .convertShape(VectorOperators.ZERO_EXTEND_B2I, I, 0);
      IntVector high0 = low0.lanewise(VectorOperators.LSHR, 4);
      IntVector high1 = low1.lanewise(VectorOperators.LSHR, 4);
      low0 =
          low0.selectFrom(table)
              .lanewise(VectorOperators.XOR, low0.lanewise(VectorOperators.LSHL, 28));
      low1 =
          low1.selectFrom(table)
              .lanewise(VectorOperators.XOR, low1.lanewise(VectorOperators.LSHL, 28));
      high0 =
          high0
              .selectFrom(table)
              .lanewise(VectorOperators.XOR, high0.lanewise(VectorOperators.LSHL, 28));
      high1 =
          high1
              .selectFrom(table)
              .lanewise(VectorOperators.XOR, high1.lanewise(VectorOperators.LSHL, 28));
      low0.reinterpretAsFloats().mul(scale).intoArray(out, i);
      low1.reinterpretAsFloats().mul(scale).intoArray(out, i + 8);
      high0.reinterpretAsFloats().mul(scale).intoArray(out, i + HALF);
      high1.reinterpretAsFloats().mul(scale).intoArray(out, i + HALF + 8);
      code += codeStride;
      scaleAt += scaleStride;
    }
  }

  /** Through a table of bytes, which fits at every width: twice the value, half the scale. */
  private static void mxfp4ByBytes(Matrix w, int row, int from, int count, float[] out, int o) {
    MemorySegment data = w.data();
    MemorySegment scaleData = w.scales();
    int codeStride = Rows.codeStride(w);
    int scaleStride = Rows.scaleStride(w);
    long code = Rows.codes(w, row) + (long) from / BLOCK * codeStride;
    long scaleAt = Rows.scales(w, row) + (long) from / BLOCK * scaleStride;
    ByteVector table = ByteVector.fromArray(B, DOUBLED_VALUES, 0);
    for (int i = o; i < o + count; i += BLOCK) {
      float scale = 0.5f * SCALES[scaleData.get(ValueLayout.JAVA_BYTE, scaleAt) & 0xFF];
      ByteVector pairs = ByteVector.fromMemorySegment(B, data, code, LE);
      ByteVector low = pairs.and((byte) 0x0F).selectFrom(table);
      // Shifted as ints, since processors have no shift of bytes.
      ByteVector high =
          pairs
              .reinterpretAsInts()
              .lanewise(VectorOperators.LSHR, 4)
              .reinterpretAsBytes()
              .and((byte) 0x0F)
              .selectFrom(table);
      store(low, scale, out, i);
      store(high, scale, out, i + HALF);
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
}
