package confidant.engine.model;

/**
 * Root mean square normalisation (Zhang and Sennrich 2019): y = x / sqrt(mean(x^2) + epsilon) *
 * scale.
 */
final class RmsNorm {
  private RmsNorm() {}

  /**
   * Normalises one vector.
   *
   * @param x [scale.length] from {@code offset}
   * @param out receives [scale.length] from {@code outOffset}; may be {@code x}
   */
  static void apply(
      float[] x, int offset, float[] scale, float epsilon, float[] out, int outOffset) {
    double squares = 0;
    for (int i = 0; i < scale.length; i++) {
      squares += (double) x[offset + i] * x[offset + i];
    }
    float factor = (float) (1 / Math.sqrt(squares / scale.length + epsilon));
    for (int i = 0; i < scale.length; i++) {
      out[outOffset + i] = x[offset + i] * factor * scale[i];
    }
  }
}
