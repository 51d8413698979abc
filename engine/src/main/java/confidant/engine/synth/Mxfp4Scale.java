package confidant.engine.synth;

/** Scale bytes that give MXFP4 values of random codes a wanted spread. */
final class Mxfp4Scale {
  private static final int BIAS = 127;

  /** Root mean square of 0, 0.5, 1, 1.5, 2, 3, 4, 6, one fourth of which {@link #vary} halves. */
  private static final double CODE_DEVIATION = Math.sqrt(68.5 / 8 * (3 + 0.25) / 4);

  private Mxfp4Scale() {}

  /** The power of two that comes nearest to {@code deviation}, as a scale byte. */
  static int forDeviation(double deviation) {
    return BIAS + (int) Math.round(Math.log(deviation / CODE_DEVIATION) / Math.log(2));
  }

  /** {@code exponent} or, where the two lowest random bits are 0, one less. */
  static byte vary(int exponent, byte randomBits) {
    return (byte) ((randomBits & 3) == 0 ? exponent - 1 : exponent);
  }
}
