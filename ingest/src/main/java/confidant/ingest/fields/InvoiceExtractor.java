package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads invoices, bills and receipts: who, number, dates, net, tax, total. */
final class InvoiceExtractor implements Extractor {

  private static final String CHECK = "Net plus tax is the total";

  private static final double UNDER_HEADING = 0.9;
  private static final double ONLY_DAY = 0.6;

  /** In longer texts days may be any. */
  private static final int LONGEST_DATED = 80;

  private final Vocabulary labels = Fields.vocabulary("invoice");
  private final Vocabulary columnNames = Fields.vocabulary("invoice.columns");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.name("vendor").or(() -> Organisations.first(sheet, "vendor")));
    findings.add(values.name("customer"));
    findings.add(
        values
            .code("invoice_number")
            .or(() -> values.codeBehind("invoice_title", "invoice_number")));
    findings.add(
        values
            .day("invoice_date")
            .or(() -> values.dayBehind("invoice_number", "invoice_date"))
            .or(() -> values.dayBehind("invoice_title", "invoice_date"))
            .or(() -> onlyDay(sheet)));
    findings.add(values.day("due_date"));
    Map<String, Field> totals = totals(sheet, values);
    findings.add(values.lastAmount("net").or(() -> Optional.ofNullable(totals.get("net"))));
    List<Field> taxes = taxes(sheet, values);
    Optional<Field> tax = Optional.ofNullable(totals.get("tax"));
    findings.addAll(taxes.isEmpty() ? tax.stream().toList() : taxes);
    addTotal(values, findings);
    boolean others = !values.labels("other").isEmpty();
    addCheck(findings, others);
  }

  /** The day of a paper that names no other. */
  private static Optional<Field> onlyDay(Sheet sheet) {
    List<Field> days =
        sheet.rows().stream()
            .flatMap(
                row ->
                    row.pieces().stream()
                        .filter(piece -> piece.text().length() <= LONGEST_DATED)
                        .flatMap(
                            piece ->
                                sheet.dates().find(piece.text()).stream()
                                    .map(
                                        day ->
                                            Fields.day(
                                                "invoice_date", 0, day, row, piece, ONLY_DAY))))
            .toList();
    return days.stream().map(Field::value).distinct().count() == 1
        ? Optional.of(days.getFirst())
        : Optional.empty();
  }

  /** The figures of the first row of totals whose columns say which is net, tax and gross. */
  private Map<String, Field> totals(Sheet sheet, ValueFinder values) {
    Set<Integer> rows =
        values.labels("total").stream()
            .filter(label -> label.isWhole(sheet))
            .map(Label::row)
            .collect(Collectors.toSet());
    Columns columns = new Columns(sheet, columnNames);
    for (int i = 0; i < sheet.rows().size(); i++) {
      Row row = sheet.rows().get(i);
      List<String> roles = columns.next(row);
      if (!roles.isEmpty() && rows.contains(i)) {
        Map<String, Field> totals = byRole(sheet, row, roles);
        if (totals.size() > 1) {
          return totals;
        }
      }
    }
    return Map.of();
  }

  private static Map<String, Field> byRole(Sheet sheet, Row row, List<String> roles) {
    Map<String, Field> found = new HashMap<>();
    for (int i = 0; i < row.pieces().size(); i++) {
      Piece piece = row.pieces().get(i);
      String role = roles.get(i);
      if (!role.equals(Columns.NONE)) {
        sheet
            .amounts()
            .whole(piece.text())
            .filter(Amount::money)
            .ifPresent(
                amount ->
                    found.putIfAbsent(
                        role, Fields.amount(role, 0, amount, row, piece, UNDER_HEADING)));
      }
    }
    return found;
  }

  /** What is due is the total, unless another stands there: payments may have come before. */
  private static void addTotal(ValueFinder values, FindingsBuilder findings) {
    Optional<Field> due = values.lastAmount("due");
    Optional<Field> total = values.lastAmount("total");
    findings.add(total.or(() -> due.map(field -> Fields.as(field, "total", field.value()))));
    boolean both =
        total.isPresent() && due.isPresent() && !due.get().value().equals(total.get().value());
    if (both) {
      findings.add(due.map(field -> Fields.as(field, "amount_due", field.value())));
    }
  }

  /** The total of taxes if it is printed, else each tax; repeated lines of one tax count once. */
  private static List<Field> taxes(Sheet sheet, ValueFinder values) {
    Optional<Field> total = values.lastAmount("tax_total");
    if (total.isPresent()) {
      return List.of(Fields.as(total.get(), "tax", total.get().value()));
    }
    List<Field> taxes = new ArrayList<>();
    for (Label label : values.labels("tax")) {
      Optional<Field> tax = label.row(sheet).isHeading() ? Optional.empty() : tax(values, label);
      tax.filter(it -> taxes.stream().noneMatch(known -> known.value().equals(it.value())))
          .ifPresent(taxes::add);
    }
    return taxes.size() <= 1 ? List.copyOf(taxes) : numbered(taxes);
  }

  /** The one amount in the pieces right of the label; what stands in its own may be the base. */
  private static Optional<Field> tax(ValueFinder values, Label label) {
    List<Field> beside = values.amountsBeside(label, "tax", 0);
    return beside.size() == 1 || (beside.size() == 2 && values.hasOwnAmount(label))
        ? values.amount(label, "tax", 0)
        : Optional.empty();
  }

  private static List<Field> numbered(List<Field> taxes) {
    List<Field> numbered = new ArrayList<>();
    for (Field tax : taxes) {
      numbered.add(
          new Field(
              tax.name(),
              numbered.size() + 1,
              tax.value(),
              tax.raw(),
              tax.page(),
              tax.box(),
              tax.confidence()));
    }
    return List.copyOf(numbered);
  }

  private static void addCheck(FindingsBuilder findings, boolean others) {
    Optional<Field> net = findings.first("net");
    Optional<Field> total = findings.first("total");
    List<Field> taxes =
        findings.fields().stream().filter(field -> field.name().equals("tax")).toList();
    if (net.isEmpty() || total.isEmpty() || taxes.isEmpty()) {
      String missing =
          net.isEmpty() ? "amount before tax" : total.isEmpty() ? "total" : "amount of tax";
      findings.addNotPossible(CHECK, "No " + missing + " was found.", List.of());
      return;
    }
    BigDecimal start = Fields.number(net.get());
    List<BigDecimal> terms = taxes.stream().map(Fields::number).toList();
    BigDecimal sum = start.add(Sums.of(terms));
    List<Field> standsOn = new ArrayList<>(taxes);
    standsOn.addFirst(net.get());
    standsOn.add(total.get());
    if (others && sum.compareTo(Fields.number(total.get())) != 0) {
      findings.addNotPossible(
          CHECK, "The paper has discounts, fees or payments besides.", standsOn);
    } else {
      findings.addEquality(CHECK, Sums.formula(start, terms), sum, total.get(), standsOn);
    }
  }
}
