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
    float factor =
        (float) (1 / Math.sqrt(squares(x, offset, scale.length) / scale.length + epsilon));
    for (int i = 0; i < scale.length; i++) {
      out[outOffset + i] = x[offset + i] * factor * scale[i];
    }
  }

  /** In four chains, since each addition waits for the one before it in its chain. */
  private static double squares(float[] x, int offset, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = offset;
    for (; i + 4 <= offset + count; i += 4) {
      s0 += (double) x[i] * x[i];
      s1 += (double) x[i + 1] * x[i + 1];
      s2 += (double) x[i + 2] * x[i + 2];
      s3 += (double) x[i + 3] * x[i + 3];
    }
    for (; i < offset + count; i++) {
      s0 += (double) x[i] * x[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
