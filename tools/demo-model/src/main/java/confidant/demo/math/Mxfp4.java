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

  /** Halfway between neighbours; a tie goes to the even code. */
  private static final float[] BOUNDS = {0.25f, 0.75f, 1.25f, 1.75f, 2.5f, 3.5f, 5};

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

  private static int magnitude(float size) {
    int code = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      // From an odd code upwards a tie is rounded up to the even one above it.
      if (size > BOUNDS[i] || (size == BOUNDS[i] && (i & 1) == 1)) {
        code = i + 1;
      }
    }
    return code;
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
      float inverse = Math.scalb(1f, BIAS - scale);
      for (int i = block; i < block + BLOCK; i++) {
        to[i] = value(code(from[i] * inverse), scale);
      }
    }
  }

  /** The nearest number that bfloat16 holds, ties to even. */
  public static float bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + 0x7FFF + ((bits >>> 16) & 1)) & 0xFFFF_0000);
  }
}
