package confidant.engine.speculation;

/**
 * What a pass over several tokens costs, in passes over one token. Attention and output weights are
 * read once for all, experts only where tokens share them. Starts with figures for gpt-oss-20b and
 * learns from the time passes take here.
 *
 * <p>A surprise has two explanations: the machine became slower or faster, or this number of tokens
 * costs something else than thought. The first is believed quickly and the second slowly, so that a
 * busy machine does not spoil what was learned.
 */
final class PassCosts {
  /** By tokens of the pass; measured for gpt-oss-20b on two cores, odd numbers in between. */
  private static final double[] PRIOR = {0, 1, 1.3, 1.65, 2.0, 2.7, 3.4, 3.85, 4.3};

  /** Shares of a surprise, as a factor, that are believed at once. */
  private static final double LEARN_UNIT = 0.3;

  private static final double LEARN_RELATIVE = 0.1;

  /** What has not been measured for long goes back to the prior, so that it is tried again. */
  private static final double FORGET_RELATIVE = 0.002;

  /** No single pass counts for more than this factor: something else ran. */
  private static final double MOST_SURPRISE = 2;

  private final double[] relative = PRIOR.clone();
  private double unitNanos;

  /** Whether the time of a pass over one token is known. */
  boolean isCalibrated() {
    return unitNanos > 0;
  }

  /** The cost of a pass over {@code tokens} tokens, in passes over one. */
  double of(int tokens) {
    return relative[tokens];
  }

  /**
   * Learns from a pass. Passes over several tokens teach nothing before one over a single token.
   *
   * @return what it cost, in passes over one token
   */
  double record(int tokens, long nanos) {
    double time = Math.max(1, nanos);
    if (!isCalibrated()) {
      if (tokens == 1) {
        unitNanos = time;
      }
      return relative[tokens];
    }
    double surprise =
        Math.clamp(time / (unitNanos * relative[tokens]), 1 / MOST_SURPRISE, MOST_SURPRISE);
    double cost = relative[tokens] * surprise;
    unitNanos *= Math.pow(surprise, LEARN_UNIT);
    for (int t = 2; t < relative.length; t++) {
      relative[t] *=
          t == tokens
              ? Math.pow(surprise, LEARN_RELATIVE)
              : Math.pow(PRIOR[t] / relative[t], FORGET_RELATIVE);
    }
    return cost;
  }
}
