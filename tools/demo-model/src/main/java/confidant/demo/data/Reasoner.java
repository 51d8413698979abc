package confidant.demo.data;

import confidant.engine.chat.ReasoningEffort;
import confidant.samples.truth.Kind;
import java.util.List;
import java.util.Set;

/**
 * Writes the reasoning before an answer: with low effort what is copied, with medium also where it
 * is found and what it is chosen from, with high also what stands beside it.
 */
final class Reasoner {
  /** Topics that a summary is thought about for most. */
  private static final Set<String> WEIGHTY =
      Set.of(
          "payslip.net", "statement.closing", "lab.outside", "lab.healthy", "letter.appointment");

  /** Longer lists are looked through without writing them down. */
  private static final int LONGEST_LIST = 20;

  private static final int COMPARED = 3;

  private final Phrases keys;
  private final String kind;
  private final ReasoningEffort effort;

  /**
   * Makes ready.
   *
   * @param keys in the language of reasoning
   */
  Reasoner(Phrases keys, Kind kind, ReasoningEffort effort) {
    this.keys = keys;
    this.kind = name(kind);
    this.effort = effort;
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case PAYSLIP -> "payslip";
      case STATEMENT -> "bank statement";
      case LAB_REPORT -> "lab report";
      case MEDICAL_LETTER -> "medical letter";
      case INVOICE -> "paper of another kind";
    };
  }

  private boolean isLow() {
    return effort == ReasoningEffort.LOW;
  }

  private boolean isHigh() {
    return effort == ReasoningEffort.HIGH;
  }

  /** Before a summary of so many lines. */
  Passage summary(List<Item> told) {
    Passage analysis = new Passage().words("summary of a " + kind + ".");
    if (isLow()) {
      return analysis;
    }
    for (Item item : told) {
      if (isHigh() || WEIGHTY.contains(item.topic())) {
        candidates(analysis, item);
        analysis.words("\n").append(fact(item));
      }
    }
    return isHigh()
        ? analysis.words("\nEvery line gets its page. Nothing is to be added.")
        : analysis;
  }

  /**
   * Before an answer that the paper gives.
   *
   * @param beside what stands near it
   */
  Passage stated(Item item, List<Item> beside) {
    if (isLow()) {
      return fact(item);
    }
    Passage analysis =
        new Passage().words("question about a " + kind + ", page " + item.page() + ".");
    candidates(analysis, item);
    analysis.words("\n").append(fact(item));
    if (isHigh()) {
      beside.stream()
          .filter(other -> !other.isList())
          .forEach(other -> analysis.words("\n").append(fact(other)));
      analysis.words("\nThe answer copies ").append(fact(item)).words(" as it stands.");
    }
    return analysis;
  }

  /**
   * Before saying that the paper does not say it.
   *
   * @param what is missing
   * @param items what the paper does state
   */
  Passage absent(String what, List<Item> items) {
    Passage analysis = new Passage();
    if (!isLow()) {
      analysis.words("question about a " + kind + ".\n");
    }
    analysis.words(what + ": not in the paper");
    if (isHigh()) {
      items.stream()
          .filter(item -> item.about().isEmpty() && !item.isList())
          .limit(COMPARED)
          .forEach(item -> analysis.words("\n").append(fact(item)));
      analysis.words("\nNone of this answers it. Nothing is to be guessed.");
    }
    return analysis;
  }

  /** Before saying that the model does not know papers of this kind. */
  Passage other() {
    Passage analysis = new Passage().words("another kind of paper.");
    if (!isLow()) {
      analysis.words(" The demo model does not know it.");
    }
    if (isHigh()) {
      analysis.words(" Nothing is to be guessed, and the person should hear of a real model.");
    }
    return analysis;
  }

  /** Before saying that the model cannot explain. */
  Passage explanation() {
    Passage analysis = new Passage().words("explanation of a " + kind + ".");
    if (!isLow()) {
      analysis.words(" The demo model cannot explain.");
    }
    if (isHigh()) {
      analysis.words(" It can summarise and answer questions, and a real model can do more.");
    }
    return analysis;
  }

  /** All that an item is chosen from, a line each. */
  private void candidates(Passage analysis, Item item) {
    if (item.among().size() <= LONGEST_LIST) {
      item.among().forEach(other -> analysis.words("\n").append(fact(other)));
    }
  }

  /** What a paper states, in short: a name and what stands beside it. */
  private Passage fact(Item item) {
    String note = "note." + item.topic();
    if (keys.has(note)) {
      return new Passage().fill(keys.all(note).getFirst(), item);
    }
    String key = keys.all("key." + item.topic()).getFirst();
    Passage fact = new Passage().fill(key, item).words(": ");
    if (item.isList()) {
      return fact.append(keys.list(item));
    }
    for (int i = 0; i < item.values().size(); i++) {
      fact.words(i == 0 ? "" : ", ").figure(item.values().get(i));
    }
    return fact;
  }
}
