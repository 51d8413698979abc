package confidant.engine.speculation;

/**
 * How many tokens to draft: as many as give the most tokens per time, by what is known of
 * acceptance and cost. A draft that does well matches ever longer, so that after a match of n
 * tokens and j accepted ones the next is as likely as after a match of n + j.
 */
final class DraftLength {
  /** A gain smaller than this is within the error of the estimates. */
  private static final double LEAST_GAIN = 1.05;

  private final AcceptanceRates rates;
  private final PassCosts costs;
  private final DraftBudget budget;

  DraftLength(AcceptanceRates rates, PassCosts costs, DraftBudget budget) {
    this.rates = rates;
    this.costs = costs;
    this.budget = budget;
  }

  /**
   * Tokens worth drafting.
   *
   * @param matchLength of the match the draft follows
   * @param most the answer at most
   */
  int choose(int matchLength, int most) {
    if (costs.isPlainPassDue()) {
      return 0;
    }
    int best = 0;
    double bestGain = LEAST_GAIN;
    double reached = 1;
    double expected = 1;
    for (int count = 1; count <= Math.min(most, Drafter.MOST_PASS_TOKENS - 1); count++) {
      double cost = costs.of(count + 1);
      reached *= rates.rate(Math.min(matchLength + count - 1, PromptLookup.LONGEST));
      expected += reached;
      if (expected / cost > bestGain && budget.affords(cost)) {
        best = count;
        bestGain = expected / cost;
      }
    }
    return best;
  }
}
