package confidant.ingest.fields;

import java.math.BigDecimal;
import java.util.List;

/** Sums and how to write them. */
final class Sums {

  /** More terms are not written one by one. */
  private static final int SHOWN = 12;

  private Sums() {}

  static BigDecimal of(List<BigDecimal> terms) {
    return terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** As {@code 5.00 - 2.00 + 1.00}; long ones with their sum: {@code 5.00 + 240.00 (64 terms)}. */
  static String formula(BigDecimal first, List<BigDecimal> terms) {
    StringBuilder formula = new StringBuilder(first.toPlainString());
    if (terms.size() > SHOWN) {
      append(formula, of(terms));
      return formula.append(" (").append(terms.size()).append(" terms)").toString();
    }
    terms.forEach(term -> append(formula, term));
    return formula.toString();
  }

  private static void append(StringBuilder formula, BigDecimal term) {
    formula.append(term.signum() < 0 ? " - " : " + ").append(term.abs().toPlainString());
  }
}
