package confidant.engine.speculation;

/**
 * What a pass over several tokens costs, in passes over one token. Attention and output weights are
 * read once for all, experts only where tokens share them. Starts with figures for gpt-oss-20b and
 * learns from the time passes take here.
 *
 * <p>A pass slower than expected has two explanations: the machine is busy, or so many tokens cost
 * more than thought. Passes over one token tell which, so one is due now and then.
 */
final class PassCosts {
  /** By tokens of the pass; measured for gpt-oss-20b on two cores, odd numbers in between. */
  private static final double[] PRIOR = {0, 1, 1.3, 1.65, 2.0, 2.7, 3.4, 3.85, 4.3};

  /** Share of a deviation by which the time of one token changes after a pass over one. */
  private static final double LEARN_UNIT = 0.5;

  /** The same after a pass over several. */
  private static final double LEARN_UNIT_FROM_SEVERAL = 0.1;

  /** Share of a deviation by which the cost of so many tokens changes. */
  private static final double LEARN_EXTRA = 0.15;

  /** The same for other numbers of tokens, whose cost has the same causes. */
  private static final double LEARN_OTHER_EXTRA = 0.07;

  /** What is not measured goes back to the prior, so that it is tried again some time. */
  private static final double FORGET_EXTRA = 0.002;

  /** No single pass counts for more than this factor: something else ran. */
  private static final double MOST_DEVIATION = 2;

  private static final int FIRST_INTERVAL = 2;
  private static final int MOST_INTERVAL = 32;

  private final double[] extra = new double[PRIOR.length]; // by tokens: cost - 1
  private double unitNanos;
  private int sincePlain;
  private int interval = FIRST_INTERVAL;

  PassCosts() {
    for (int t = 2; t < extra.length; t++) {
      extra[t] = PRIOR[t] - 1;
    }
  }

  /** Whether the next pass should be one over a single token, to compare the others with. */
  boolean isPlainPassDue() {
    return unitNanos == 0 || sincePlain >= interval;
  }

  /** The cost of a pass over {@code tokens} tokens, in passes over one. */
  double of(int tokens) {
    return 1 + extra[tokens];
  }

  /**
   * Learns from a pass. Passes over several tokens teach nothing before one over a single token.
   *
   * @return what it cost, in passes over one token
   */
  double record(int tokens, long nanos) {
    double time = Math.max(1, nanos);
    if (tokens == 1) {
      recordPlain(time);
      return 1;
    }
    sincePlain++;
    if (unitNanos == 0) {
      return of(tokens);
    }
    double deviation = deviation(time / (unitNanos * of(tokens)));
    double cost = of(tokens) * deviation;
    unitNanos *= 1 + LEARN_UNIT_FROM_SEVERAL * (deviation - 1);
    double extraDeviation = Math.clamp((cost - 1) / extra[tokens], 0, MOST_DEVIATION);
    for (int t = 2; t < extra.length; t++) {
      double learned = t == tokens ? LEARN_EXTRA : LEARN_OTHER_EXTRA;
      extra[t] *= 1 + learned * (extraDeviation - 1);
    }
    return cost;
  }

  private void recordPlain(double time) {
    if (unitNanos == 0) {
      unitNanos = time;
    }
    unitNanos *= 1 + LEARN_UNIT * (deviation(time / unitNanos) - 1);
    for (int t = 2; t < extra.length; t++) {
      extra[t] += FORGET_EXTRA * (PRIOR[t] - 1 - extra[t]);
    }
    if (sincePlain >= interval) {
      interval = Math.min(MOST_INTERVAL, 2 * interval);
    }
    sincePlain = 0;
  }

  private static double deviation(double factor) {
    return Math.clamp(factor, 1 / MOST_DEVIATION, MOST_DEVIATION);
  }
}
