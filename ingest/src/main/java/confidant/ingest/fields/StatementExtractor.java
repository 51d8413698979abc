package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads statements of bank accounts and cards: whose account, which period, balances, totals, what
 * is due and every movement.
 */
final class StatementExtractor implements Extractor {

  private static final List<String> BALANCES =
      List.of("opening_balance", "previous_balance", "closing_balance", "total_due");
  private static final List<String> TOTALS = List.of("total_deposits", "total_withdrawals");

  /** What a card's statement says beside. */
  private static final List<String> LIMITS =
      List.of("minimum_payment", "credit_limit", "available_credit");

  private static final double DERIVED = 0.8;

  /** Rows in which a statement says its date. */
  private static final int TOP_ROWS = 60;

  private final Vocabulary labels = Fields.vocabulary("statement");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(AccountNumbers.find(sheet, values));
    findings.addAll(new Periods(sheet).find(values));
    LIMITS.forEach(name -> findings.add(values.amount(name)));
    findings.add(values.day("due_date"));
    Optional<Field> date = values.dayBeside("statement_date");
    findings.add(date);
    addBalances(values, findings);
    TOTALS.forEach(name -> findings.add(values.lastAmount(name)));

    Optional<LocalDate> end =
        Periods.end(findings.fields())
            .or(() -> date.flatMap(Fields::date))
            .or(() -> latestDayOnTop(sheet));
    // What a card's statement adds up is owed: purchases are printed without a sign.
    boolean owed = findings.first("total_due").isPresent();
    List<Transaction> read =
        new TransactionReader(sheet, rowsOfTotals(sheet, values), new Years(end), owed).read();
    Chain chain = Chain.of(read, opening(findings));
    addMovements(findings, chain);
    StatementChecks.add(findings, chain);
  }

  /**
   * The balances. A new balance is due on a card's statement; on an account's it is the closing
   * one, and a previous one the opening one. What is carried over stands on every page, so that it
   * counts where nothing else says more.
   */
  private static void addBalances(ValueFinder values, FindingsBuilder findings) {
    Map<String, Field> found = new LinkedHashMap<>();
    BALANCES.forEach(name -> balance(values, name).ifPresent(field -> found.put(name, field)));
    Optional<Field> last = values.lastAmount("new_balance");
    boolean card =
        found.containsKey("total_due")
            || findings.first("due_date").isPresent()
            || LIMITS.stream().anyMatch(name -> findings.first(name).isPresent());
    last.ifPresent(field -> add(found, field, card ? "total_due" : "closing_balance"));
    if (!card && !found.containsKey("opening_balance")) {
      Optional.ofNullable(found.remove("previous_balance"))
          .ifPresent(field -> add(found, field, "opening_balance"));
    }
    values.amount("brought").ifPresent(field -> add(found, field, "opening_balance"));
    values.lastAmount("carried").ifPresent(field -> add(found, field, "closing_balance"));
    BALANCES.stream().map(found::get).filter(Objects::nonNull).forEach(findings::add);
  }

  private static void add(Map<String, Field> found, Field field, String name) {
    found.putIfAbsent(name, Fields.as(field, name, field.value()));
  }

  /** Where a statement ends with the balance it began with, the first one is the opening. */
  private static Optional<Field> balance(ValueFinder values, String name) {
    boolean before = name.equals("opening_balance") || name.equals("previous_balance");
    return before ? values.amount(name) : values.lastAmount(name);
  }

  static Optional<Field> opening(FindingsBuilder findings) {
    return findings.first("opening_balance").or(() -> findings.first("previous_balance"));
  }

  private static void addMovements(FindingsBuilder findings, Chain chain) {
    List<Transaction> transactions = chain.transactions();
    if (transactions.isEmpty()) {
      return;
    }
    Field first = transactions.getFirst().amount();
    String count = String.valueOf(transactions.size());
    findings.add(
        new Field("transaction_count", 0, count, count, first.page(), first.box(), DERIVED));
    transactions
        .getFirst()
        .balance()
        .ifPresent(field -> findings.add(derived("first_balance", field)));
    if (findings.first("closing_balance").isEmpty() && findings.first("total_due").isEmpty()) {
      chain.closing().ifPresent(field -> findings.add(derived("closing_balance", field)));
    }
    transactions.forEach(transaction -> findings.addAll(transaction.fields()));
  }

  private static Field derived(String name, Field field) {
    return new Field(name, 0, field.value(), field.raw(), field.page(), field.box(), DERIVED);
  }

  /** Rows that start with the name of a balance or a total are no movements. */
  private static Set<Integer> rowsOfTotals(Sheet sheet, ValueFinder values) {
    List<String> names = new ArrayList<>(BALANCES);
    names.addAll(List.of("new_balance", "brought", "carried"));
    names.addAll(TOTALS);
    names.addAll(LIMITS);
    names.add("subtotal");
    Set<Integer> rows = new HashSet<>();
    for (String name : names) {
      values.labels(name).stream()
          .filter(label -> label.isWhole(sheet))
          .forEach(label -> rows.add(label.row()));
    }
    return rows;
  }

  private static Optional<LocalDate> latestDayOnTop(Sheet sheet) {
    return sheet.rows().stream()
        .limit(TOP_ROWS)
        .flatMap(row -> row.pieces().stream())
        .flatMap(piece -> sheet.dates().find(piece.text()).stream())
        .flatMap(day -> day.date().stream())
        .max(Comparator.naturalOrder());
  }
}
