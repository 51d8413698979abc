package confidant.demo.math;

/**
 * MXFP4 as OCP's Microscaling Formats specification has it: blocks of 32 four-bit floats (E2M1)
 * that share a power of two. Of the two scales that come into question for a block the one with the
 * smaller squared error is taken.
 */
public final class Mxfp4 {
  /** Numbers of a block. */
  public static final int BLOCK = 32;

  private static final int BIAS = 127;
  private static final int SIGN = 8;
  private static final float[] VALUES = {0, 0.5f, 1, 1.5f, 2, 3, 4, 6};

  /** Place of the one bit of a float's mantissa that a code keeps. */
  private static final int MANTISSA_BIT = 22;

  private static final int HALF_BIT = 1 << (MANTISSA_BIT - 1);

  /** By how much exponent and first bit of 1 are more than the code of 1, which is 2. */
  private static final int CODE_OF_ONE = (BIAS << 1) - 2;

  /** Largest power of two that a code stands for. */
  private static final int LARGEST_EXPONENT = 2;

  private Mxfp4() {}

  /** The scale byte for the block that begins at {@code at}. */
  public static int scale(float[] values, int at) {
    float largest = 0;
    for (int i = at; i < at + BLOCK; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (largest == 0) {
      return BIAS;
    }
    int low = Math.max(Math.getExponent(largest) - LARGEST_EXPONENT, 1 - BIAS);
    return (error(values, at, low + 1) < error(values, at, low) ? low + 1 : low) + BIAS;
  }

  private static float error(float[] values, int at, int exponent) {
    float scale = Math.scalb(1f, exponent);
    float inverse = 1 / scale;
    float sum = 0;
    for (int i = at; i < at + BLOCK; i++) {
      float size = Math.abs(values[i]);
      float difference = VALUES[magnitude(size * inverse)] * scale - size;
      sum += difference * difference;
    }
    return sum;
  }

  /** The code, 0 to 15, of a number divided by its block's scale. */
  public static int code(float scaled) {
    int magnitude = magnitude(Math.abs(scaled));
    return scaled < 0 && magnitude > 0 ? magnitude | SIGN : magnitude;
  }

  /**
   * Below 1 codes are half steps; from 1 on they are the exponent and the first bit of the
   * mantissa, rounded to nearest even.
   */
  private static int magnitude(float size) {
    if (size < 1) {
      return (int) Math.rint(2 * size);
    }
    int bits = Float.floatToRawIntBits(size);
    int rounded = (bits + HALF_BIT - 1 + ((bits >>> MANTISSA_BIT) & 1)) >>> MANTISSA_BIT;
    return Math.min(rounded - CODE_OF_ONE, VALUES.length - 1);
  }

  /** What a code stands for beside a scale byte. */
  public static float value(int code, int scale) {
    float size = VALUES[code & (SIGN - 1)] * Math.scalb(1f, scale - BIAS);
    return (code & SIGN) == 0 ? size : -size;
  }

  /** Writes what remains of whole blocks of {@code from} after rounding into {@code to}. */
  public static void round(float[] from, float[] to, int at, int end) {
    for (int block = at; block < end; block += BLOCK) {
      int scale = scale(from, block);
      float factor = Math.scalb(1f, scale - BIAS);
      float inverse = 1 / factor;
      for (int i = block; i < block + BLOCK; i++) {
        float size = VALUES[magnitude(Math.abs(from[i] * inverse))] * factor;
        to[i] = from[i] < 0 ? 0 - size : size;
      }
    }
  }

  /** The nearest number that bfloat16 holds, ties to even. */
  public static float bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + 0x7FFF + ((bits >>> 16) & 1)) & 0xFFFF_0000);
  }
}
