package confidant.ingest.fields;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Field;
import confidant.ingest.fields.Chain.Link;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the figures of a statement agree. */
final class StatementChecks {

  private static final String CHAIN = "Each balance is the one before plus what moved";
  private static final String CLOSING =
      "The opening balance plus all movements is the closing balance";
  private static final String TOTALS =
      "The opening balance plus deposits less withdrawals is the closing balance";
  private static final String IN = "The deposits add up to their total";
  private static final String OUT = "The withdrawals add up to their total";

  /** More failures in a row say no more than that something is wrong. */
  private static final int MOST_FAILURES = 20;

  private StatementChecks() {}

  static void add(FindingsBuilder findings, Chain chain) {
    addLinks(findings, chain.links());
    addClosing(findings, chain);
    addPrintedTotals(findings);
    addTotal(findings, chain, "total_deposits", IN, 1);
    addTotal(findings, chain, "total_withdrawals", OUT, -1);
  }

  private static void addLinks(FindingsBuilder findings, List<Link> links) {
    List<Link> failed = links.stream().filter(link -> !link.holds()).toList();
    if (links.isEmpty()) {
      findings.addNotPossible(
          CHAIN, "No two balances with signed amounts between were found.", List.of());
    } else if (failed.isEmpty()) {
      findings.add(
          new Check(
              CHAIN,
              links.size() + (links.size() == 1 ? " step holds" : " steps, each holds"),
              Outcome.PASSED,
              links.stream().map(Link::after).toList()));
    }
    failed.stream().limit(MOST_FAILURES).forEach(link -> addLink(findings, link));
  }

  private static void addLink(FindingsBuilder findings, Link link) {
    List<Field> standsOn = new ArrayList<>(link.moved());
    standsOn.addFirst(link.before());
    standsOn.add(link.after());
    String formula = Sums.formula(Fields.number(link.before()), link.terms());
    findings.addEquality(CHAIN, formula, link.expected(), link.after(), standsOn);
  }

  private static Optional<Field> closing(FindingsBuilder findings) {
    return findings.first("closing_balance").or(() -> findings.first("total_due"));
  }

  private static void addClosing(FindingsBuilder findings, Chain chain) {
    Optional<Field> opening = StatementExtractor.opening(findings);
    Optional<Field> closing = closing(findings);
    List<Transaction> moved = chain.transactions();
    String missing =
        opening.isEmpty()
            ? "No opening balance was found."
            : closing.isEmpty()
                ? "No closing balance was found."
                : moved.isEmpty()
                    ? "No movements were found."
                    : "The paper does not say which amounts came in and which went out.";
    boolean possible =
        opening.isPresent()
            && closing.isPresent()
            && !moved.isEmpty()
            && moved.stream().allMatch(Transaction::signed);
    if (!possible) {
      findings.addNotPossible(CLOSING, missing, List.of());
      return;
    }
    List<BigDecimal> terms = moved.stream().map(Transaction::value).toList();
    BigDecimal start = Fields.number(opening.get());
    List<Field> standsOn = new ArrayList<>();
    standsOn.add(opening.get());
    moved.forEach(transaction -> standsOn.add(transaction.amount()));
    standsOn.add(closing.get());
    findings.addEquality(
        CLOSING, Sums.formula(start, terms), start.add(Sums.of(terms)), closing.get(), standsOn);
  }

  private static void addPrintedTotals(FindingsBuilder findings) {
    Optional<Field> opening = StatementExtractor.opening(findings);
    Optional<Field> closing = closing(findings);
    Optional<Field> in = findings.first("total_deposits");
    Optional<Field> out = findings.first("total_withdrawals");
    if (opening.isEmpty() || closing.isEmpty() || in.isEmpty() || out.isEmpty()) {
      return;
    }
    BigDecimal start = Fields.number(opening.get());
    List<BigDecimal> terms =
        List.of(Fields.number(in.get()).abs(), Fields.number(out.get()).abs().negate());
    findings.addEquality(
        TOTALS,
        Sums.formula(start, terms),
        start.add(Sums.of(terms)),
        closing.get(),
        List.of(opening.get(), in.get(), out.get(), closing.get()));
  }

  private static void addTotal(
      FindingsBuilder findings, Chain chain, String name, String what, int sign) {
    Optional<Field> total = findings.first(name);
    boolean signed = chain.transactions().stream().allMatch(Transaction::signed);
    List<Field> moved =
        chain.transactions().stream()
            .filter(transaction -> transaction.value().signum() == sign)
            .map(Transaction::amount)
            .toList();
    if (total.isEmpty() || moved.isEmpty() || !signed) {
      return;
    }
    List<BigDecimal> terms = moved.stream().map(field -> Fields.number(field).abs()).toList();
    Field unsigned = Fields.as(total.get(), name, Fields.number(total.get()).abs().toPlainString());
    List<Field> standsOn = new ArrayList<>(moved);
    standsOn.add(total.get());
    findings.addEquality(
        what,
        Sums.formula(terms.getFirst(), terms.subList(1, terms.size())),
        Sums.of(terms),
        unsigned,
        standsOn);
  }
}
