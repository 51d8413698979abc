package confidant.ingest.fields;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the figures of a payslip agree. */
final class PayslipChecks {

  private static final String NET = "Gross pay less deductions is net pay";
  private static final String SUM = "The deductions add up to their total";
  private static final String YEAR = "The year to date is at least this period's figure: ";

  private PayslipChecks() {}

  /**
   * Adds the checks.
   *
   * @param complete whether all rows of a section of deductions were read
   * @param adjusted whether something was paid or kept besides gross pay and deductions
   */
  static void add(FindingsBuilder findings, boolean complete, boolean adjusted) {
    List<Field> deductions =
        findings.fields().stream()
            .filter(field -> field.name().equals("deduction.amount"))
            .toList();
    findings
        .first("total_deductions")
        .filter(total -> !deductions.isEmpty() && complete)
        .ifPresent(total -> addSum(findings, deductions, total));
    addNet(findings, deductions, complete, adjusted);
    addYears(findings);
  }

  private static void addSum(FindingsBuilder findings, List<Field> deductions, Field total) {
    List<BigDecimal> terms = deductions.stream().map(Fields::number).toList();
    String formula = Sums.formula(terms.getFirst(), terms.subList(1, terms.size()));
    findings.addEquality(SUM, formula, Sums.of(terms), total, with(deductions, total));
  }

  private static void addNet(
      FindingsBuilder findings, List<Field> deductions, boolean complete, boolean adjusted) {
    Optional<Field> gross = findings.first("gross");
    Optional<Field> net = findings.first("net");
    if (gross.isEmpty() || net.isEmpty()) {
      String missing = gross.isEmpty() ? "gross pay" : "net pay";
      findings.addNotPossible(NET, "No " + missing + " was found.", List.of());
      return;
    }
    Optional<Field> total = findings.first("total_deductions");
    List<Field> less = total.map(List::of).orElse(deductions);
    List<Field> standsOn = with(with(less, gross.get()), net.get());
    List<BigDecimal> terms = taken(less);
    BigDecimal from = Fields.number(gross.get());
    BigDecimal left = from.add(Sums.of(terms));
    boolean holds = left.compareTo(Fields.number(net.get())) == 0;
    boolean sure = !adjusted && (total.isPresent() || (complete && !deductions.isEmpty()));
    if (holds || sure) {
      findings.addEquality(NET, Sums.formula(from, terms), left, net.get(), standsOn);
    } else {
      findings.addNotPossible(
          NET,
          adjusted
              ? "The paper has adjustments besides gross pay and deductions."
              : "It is not certain that all deductions were found.",
          standsOn);
    }
  }

  private static void addYears(FindingsBuilder findings) {
    Map<Integer, Field> amounts = byItem(findings, "deduction.amount");
    Map<Integer, Field> names = byItem(findings, "deduction.name");
    // Well-known deductions stand among the items as well; one check of each is enough.
    Set<String> checked = new HashSet<>();
    for (Field year : findings.fields()) {
      if (year.name().equals("deduction.ytd")) {
        String name = names.get(year.item()).value();
        checked.add(year.value() + amounts.get(year.item()).value());
        findings.add(atLeast(YEAR + name, year, amounts.get(year.item())));
      }
    }
    for (Field year : findings.fields()) {
      if (year.name().startsWith("ytd_")) {
        String name = year.name().substring("ytd_".length());
        findings
            .first(name)
            .filter(period -> !checked.contains(year.value() + period.value()))
            .ifPresent(period -> findings.add(atLeast(YEAR + name, year, period)));
      }
    }
  }

  private static Map<Integer, Field> byItem(FindingsBuilder findings, String name) {
    return findings.fields().stream()
        .filter(field -> field.name().equals(name))
        .collect(Collectors.toMap(Field::item, field -> field));
  }

  private static Check atLeast(String what, Field year, Field period) {
    boolean holds = Fields.number(year).abs().compareTo(Fields.number(period).abs()) >= 0;
    return new Check(
        what,
        year.value() + (holds ? " >= " : " < ") + period.value(),
        holds ? Outcome.PASSED : Outcome.FAILED,
        List.of(year, period));
  }

  /** What is taken off, as negative numbers; some papers print it with a minus, others without. */
  private static List<BigDecimal> taken(List<Field> deductions) {
    List<BigDecimal> terms = deductions.stream().map(Fields::number).toList();
    return Sums.of(terms).signum() < 0 ? terms : terms.stream().map(BigDecimal::negate).toList();
  }

  private static List<Field> with(List<Field> fields, Field more) {
    List<Field> all = new ArrayList<>(fields);
    all.add(more);
    return List.copyOf(all);
  }
}
