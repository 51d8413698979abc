package confidant.engine.model;

import confidant.engine.model.ModelConfig.RopeConfig;

/**
 * Rotary position embedding (Su et al. 2021) in its half-split form, stretched by YaRN (Peng et al.
 * 2023, "NTK-by-parts"): element i turns with element i + headDim / 2.
 */
final class Rope {
  /** Keeps the ramp finite where both ends of the correction range meet. */
  private static final double MIN_RANGE = 1e-3;

  private final double[] inverseFrequencies; // (headDim / 2)
  private final double concentration;

  Rope(RopeConfig config, int headDim) {
    int half = headDim / 2;
    inverseFrequencies = new double[half];
    double low = correction(config, half, config.betaFast());
    double high = correction(config, half, config.betaSlow());
    if (config.truncate()) {
      low = Math.floor(low);
      high = Math.ceil(high);
    }
    low = Math.max(low, 0);
    high = Math.clamp(high, low + MIN_RANGE, Math.max(low + MIN_RANGE, headDim - 1));
    boolean scaled = config.factor() > 1;
    for (int i = 0; i < half; i++) {
      double frequency = Math.pow(config.theta(), 2.0 * i / headDim);
      // 0: the dimension turns fast and keeps its frequency; 1: it is slowed by the whole factor.
      double ramp = scaled ? Math.clamp((i - low) / (high - low), 0.0, 1.0) : 0;
      inverseFrequencies[i] = (1 - ramp) / frequency + ramp / (config.factor() * frequency);
    }
    concentration = scaled ? 0.1 * Math.log(config.factor()) + 1 : 1;
  }

  /** The dimension that turns {@code rotations} times over the original context. */
  private static double correction(RopeConfig config, int half, double rotations) {
    return half
        * Math.log(config.originalContext() / (rotations * 2 * Math.PI))
        / Math.log(config.theta());
  }

  /** The inverse frequencies, for tests: [headDim / 2]. */
  double[] inverseFrequencies() {
    return inverseFrequencies.clone();
  }

  /**
   * Cosines, then sines, of all pairs at a position, times YaRN's concentration.
   *
   * @param out receives [headDim] from {@code offset}
   */
  void table(int position, float[] out, int offset) {
    int half = inverseFrequencies.length;
    for (int i = 0; i < half; i++) {
      double angle = position * inverseFrequencies[i];
      out[offset + i] = (float) (Math.cos(angle) * concentration);
      out[offset + half + i] = (float) (Math.sin(angle) * concentration);
    }
  }

  /**
   * Turns one head in place.
   *
   * @param x [headDim] from {@code offset}
   * @param tables holds {@link #table} for its position from {@code table} on
   */
  static void rotate(float[] x, int offset, float[] tables, int table, int headDim) {
    int half = headDim / 2;
    for (int i = 0; i < half; i++) {
      float a = x[offset + i];
      float b = x[offset + half + i];
      float cos = tables[table + i];
      float sin = tables[table + half + i];
      x[offset + i] = a * cos - b * sin;
      x[offset + half + i] = b * cos + a * sin;
    }
  }
}
