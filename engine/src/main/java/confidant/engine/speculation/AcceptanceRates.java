package confidant.engine.speculation;

/**
 * How often the token that followed a match is the one that comes, by the length of the match.
 * Counts of what happened, the recent weighing most, on top of a prior.
 */
final class AcceptanceRates {
  /** By length of the match: what texts that quote now and then show. */
  private static final double[] PRIOR = {0, 0, 0.15, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8};

  /** Observations that the prior counts for. */
  private static final double PRIOR_WEIGHT = 4;

  /** Weight of an observation relative to the one after it; about the last twenty count. */
  private static final double DECAY = 0.95;

  private final double[] hits = new double[PRIOR.length];
  private final double[] trials = new double[PRIOR.length];

  /** Probability that the token after a match of {@code matchLength} tokens is right. */
  double rate(int matchLength) {
    double prior = PRIOR_WEIGHT * PRIOR[matchLength];
    return (hits[matchLength] + prior) / (trials[matchLength] + PRIOR_WEIGHT);
  }

  void record(int matchLength, boolean hit) {
    hits[matchLength] = DECAY * hits[matchLength] + (hit ? 1 : 0);
    trials[matchLength] = DECAY * trials[matchLength] + 1;
  }
}
