package confidant.engine.kernel;

/** The numbers of the OCP Microscaling format MXFP4: E2M1 codes under a shared E8M0 scale. */
final class Mxfp4 {
  static final int BLOCK_ELEMENTS = 32;
  static final int CODE_BYTES = 16;

  /** Value of each E2M1 code; code 8 is minus zero. */
  private static final float[] E2M1 = {
    0f, 0.5f, 1f, 1.5f, 2f, 3f, 4f, 6f, -0f, -0.5f, -1f, -1.5f, -2f, -3f, -4f, -6f
  };

  private static final float[] SCALES = new float[256];

  static {
    for (int s = 0; s < SCALES.length; s++) {
      // 2^-127 is subnormal, and byte 255 is 2^128 (infinite in float32) as in the official code.
      SCALES[s] = Math.scalb(1f, s - 127);
    }
  }

  private Mxfp4() {}

  static float value(int code) {
    return E2M1[code];
  }

  /** 2^(s - 127) for the scale byte {@code s}. */
  static float scale(byte s) {
    return SCALES[s & 0xFF];
  }

  /** {@link #scale} of every byte. */
  static float[] scales() {
    return SCALES.clone();
  }

  /** Twice each value, which is an integer: for kernels that look up bytes. */
  static byte[] doubledValues() {
    byte[] doubled = new byte[E2M1.length];
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] = (byte) (2 * E2M1[i]);
    }
    return doubled;
  }

  /** The bits of each value: for kernels that look up 32-bit lanes. */
  static int[] valueBits() {
    int[] bits = new int[E2M1.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(E2M1[i]);
    }
    return bits;
  }
}
