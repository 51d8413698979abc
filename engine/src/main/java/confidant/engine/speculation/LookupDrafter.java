package confidant.engine.speculation;

import confidant.engine.speculation.PromptLookup.Match;
import java.util.Optional;

/**
 * Drafts by prompt look-up. Every token drawn is held against what the look-up would have said,
 * whether it was asked or not: acceptance is learned at no cost while nothing is drafted.
 */
final class LookupDrafter implements Drafter {
  private final PromptLookup lookup = new PromptLookup();
  private final AcceptanceRates rates = new AcceptanceRates();
  private final PassCosts costs = new PassCosts();
  private final DraftBudget budget = new DraftBudget();
  private final DraftLength length = new DraftLength(rates, costs, budget);
  private Optional<Match> match = Optional.empty();

  @Override
  public void begin(int[] tokens) {
    lookup.follow(tokens);
    match = lookup.match();
  }

  @Override
  public void append(int token) {
    match.ifPresent(m -> rates.record(m.length(), lookup.token(m.next()) == token));
    budget.tokenDrawn();
    lookup.append(token);
    match = lookup.match();
  }

  @Override
  public int[] draft(int most) {
    return match
        .map(m -> lookup.continuation(m, length.choose(m.length(), most)))
        .orElseGet(() -> new int[0]);
  }

  @Override
  public void verified(int drafted, int accepted, long nanos) {
    double cost = costs.record(1 + drafted, nanos);
    if (drafted > 0) {
      budget.settle(cost, accepted);
    }
  }
}
