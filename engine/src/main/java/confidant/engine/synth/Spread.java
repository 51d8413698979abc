package confidant.engine.synth;

/**
 * Standard deviations that keep activations near 1 through any number of layers: a projection of n
 * inputs has 1/sqrt(n), so that its outputs are as large as the normalised inputs and router logits
 * differ enough to choose different experts for different tokens.
 */
final class Spread {
  static final double EMBEDDING = 1;
  static final double BIAS = 0.05;
  static final double SINK = 1;
  static final double NORM_MEAN = 1;
  static final double NORM = 0.05;

  private Spread() {}

  static double projection(int inputs) {
    return 1 / Math.sqrt(inputs);
  }
}
