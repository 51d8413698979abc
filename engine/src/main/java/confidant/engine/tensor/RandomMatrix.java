package confidant.engine.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * Matrices of random weights in memory, of any element type and about as large as those of a
 * trained model: products of normalised inputs stay near 1.
 */
public final class RandomMatrix {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long ALIGNMENT_BYTES = 64;
  private static final int SCALE_BIAS = 127;

  /** Root mean square of the sixteen E2M1 values. */
  private static final double E2M1_DEVIATION = Math.sqrt(68.5 / 8);

  /** Root mean square of a signed byte. */
  private static final double BYTE_DEVIATION = 128 / Math.sqrt(3);

  private RandomMatrix() {}

  /** A matrix [rows, cols] of {@code type}; the same seed gives the same numbers. */
  public static Matrix of(DType type, int rows, int cols, long seed, Arena arena) {
    SplittableRandom random = new SplittableRandom(seed);
    double deviation = 1 / Math.sqrt(cols);
    MemorySegment data = arena.allocate(rows * type.rowBytes(cols), ALIGNMENT_BYTES);
    switch (type) {
      case F32 -> eachBlock(data, type, at -> data.set(FLOAT, at, value(random, deviation)));
      case F16 ->
          eachBlock(
              data,
              type,
              at -> data.set(SHORT, at, Float.floatToFloat16(value(random, deviation))));
      case BF16 ->
          eachBlock(data, type, at -> data.set(SHORT, at, upperHalf(value(random, deviation))));
      case Q8_0 -> {
        bits(data, random);
        short scale = Float.floatToFloat16((float) (deviation / BYTE_DEVIATION));
        eachBlock(data, type, at -> data.set(SHORT, at, scale));
      }
      case MXFP4_GGML, MXFP4_OLLAMA -> {
        bits(data, random);
        byte scale = mxfp4Scale(deviation);
        eachBlock(data, type, at -> data.set(ValueLayout.JAVA_BYTE, at, scale));
      }
      case MXFP4_SPLIT -> {
        bits(data, random);
        MemorySegment scales = arena.allocate((long) rows * cols / type.blockElements());
        return Matrix.split(rows, cols, data, scales.fill(mxfp4Scale(deviation)));
      }
    }
    return Matrix.dense(type, rows, cols, data);
  }

  private static void eachBlock(MemorySegment data, DType type, LongConsumer block) {
    for (long at = 0; at < data.byteSize(); at += type.blockBytes()) {
      block.accept(at);
    }
  }

  private static void bits(MemorySegment data, SplittableRandom random) {
    byte[] bytes = new byte[(int) data.byteSize()];
    random.nextBytes(bytes);
    MemorySegment.copy(bytes, 0, data, ValueLayout.JAVA_BYTE, 0, bytes.length);
  }

  /** Uniform, with the standard deviation {@code deviation}. */
  private static float value(SplittableRandom random, double deviation) {
    return (float) (random.nextDouble(-1, 1) * Math.sqrt(3) * deviation);
  }

  private static short upperHalf(float value) {
    return (short) (Float.floatToRawIntBits(value) >>> Short.SIZE);
  }

  /** The power of two that brings random codes nearest to {@code deviation}. */
  private static byte mxfp4Scale(double deviation) {
    return (byte) (SCALE_BIAS + Math.round(Math.log(deviation / E2M1_DEVIATION) / Math.log(2)));
  }
}
