package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.fields.Amount.Mark;
import confidant.ingest.fields.Segment.Figure;
import confidant.ingest.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the movements of a statement: rows that start with a date, or go on under one, and hold an
 * amount.
 *
 * <p>Headings say which column is which. Without them the last two amounts of a row are the amount
 * and the balance, a single one is the amount.
 */
final class TransactionReader {

  private static final String NAME = "transaction";
  private static final String DATE = "date";
  private static final String TEXT = "text";
  private static final String DEBIT = "debit";
  private static final String CREDIT = "credit";
  private static final String BALANCE = "balance";
  private static final double UNDER_HEADING = 0.95;
  private static final double BY_PLACE = 0.8;
  private static final double UNSIGNED = 0.6;
  private static final int MOST_LINES = 6;
  private static final Vocabulary COLUMNS = Fields.vocabulary("statement.columns");

  private final Sheet sheet;
  private final Set<Integer> otherRows;
  private final Years years;
  private final boolean owed;
  private final Columns columns;
  private final List<Transaction> transactions = new ArrayList<>();
  private Optional<Field> day = Optional.empty();
  private int lastRow = -2;
  private int lastBlock = -1;
  private int lines;

  /**
   * A reader for one statement.
   *
   * @param otherRows indices of rows that hold balances and totals
   * @param owed whether amounts are what the person owes, as on a card's statement: credits lessen
   *     them
   */
  TransactionReader(Sheet sheet, Set<Integer> otherRows, Years years, boolean owed) {
    this.sheet = sheet;
    this.otherRows = otherRows;
    this.years = years;
    this.owed = owed;
    columns = new Columns(sheet, COLUMNS);
  }

  List<Transaction> read() {
    for (int i = 0; i < sheet.rows().size(); i++) {
      Row row = sheet.rows().get(i);
      List<String> roles = columns.next(row);
      if (!roles.isEmpty() && !otherRows.contains(i)) {
        read(i, row, roles);
      }
    }
    return List.copyOf(transactions);
  }

  private void read(int index, Row row, List<String> roles) {
    Parts parts = parts(row, roles);
    if (parts.figures.isEmpty()) {
      boolean follows = index == lastRow + 1 && row.block() == lastBlock;
      if (parts.day.isEmpty() && follows) {
        continueText(index, row, roles);
      }
      return;
    }
    boolean goesOn = parts.day.isEmpty() && day.isPresent() && columns.areKnown();
    boolean moved = parts.figures.stream().anyMatch(figure -> !figure.role().equals(BALANCE));
    boolean dated = parts.day.isPresent() || (goesOn && isUnderRoles(parts));
    if (dated && moved && !parts.texts.isEmpty()) {
      parts.day.ifPresent(found -> day = Optional.of(found));
      add(row, parts);
      lastRow = index;
      lastBlock = row.block();
      lines = 0;
    }
  }

  /** A row without a date must at least have its amounts where amounts belong. */
  private static boolean isUnderRoles(Parts parts) {
    return parts.figures.stream().noneMatch(figure -> figure.role().equals(Columns.NONE));
  }

  /** A row by what its pieces are. */
  private static final class Parts {
    private Optional<Field> day = Optional.empty();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Field> texts = new ArrayList<>();
  }

  private Parts parts(Row row, List<String> roles) {
    Parts parts = new Parts();
    int item = transactions.size() + 1;
    for (int i = 0; i < row.pieces().size(); i++) {
      Piece piece = row.pieces().get(i);
      String role = roles.get(i);
      boolean mayBeDay =
          role.equals(DATE)
              || (parts.figures.isEmpty() && parts.texts.isEmpty() && !isFigure(role));
      Optional<Day> found = mayBeDay ? sheet.dates().leading(piece.text()) : Optional.empty();
      Optional<Amount> amount =
          sheet
              .amounts()
              .whole(piece.text())
              .filter(number -> isFigure(role) || !sheet.isCount(number));
      if (found.isPresent()) {
        int end = found.get().end();
        if (parts.day.isEmpty()) {
          Day dated = found.get().in(years);
          parts.day =
              Optional.of(Fields.day(NAME + ".date", item, dated, row, piece, UNDER_HEADING));
        }
        addText(parts, row, piece, afterDays(piece.text(), end), item);
      } else if (amount.isPresent() && !role.equals(TEXT) && !role.equals(DATE)) {
        parts.figures.add(new Figure(amount.get(), piece, role));
      } else if (!role.equals(DATE)) {
        addText(parts, row, piece, 0, item);
      }
    }
    return parts;
  }

  private static boolean isFigure(String role) {
    return role.equals(DEBIT)
        || role.equals(CREDIT)
        || role.equals(BALANCE)
        || role.equals(Columns.AMOUNT);
  }

  /** Where text starts after one or two dates. */
  private int afterDays(String text, int end) {
    String rest = text.substring(end);
    String trimmed = rest.replaceFirst("^[.\\s]{0,3}", "");
    int from = text.length() - trimmed.length();
    return sheet.dates().leading(trimmed).map(second -> from + second.end()).orElse(from);
  }

  /** The text of a piece from {@code start} on; amounts at its end are figures. */
  private void addText(Parts parts, Row row, Piece piece, int start, int item) {
    int end = piece.text().length();
    List<Figure> found = new ArrayList<>();
    if (!columns.areKnown()) {
      for (Amount amount : sheet.amounts().find(piece.text()).reversed()) {
        boolean last = piece.text().substring(amount.end(), end).isBlank();
        if (!last || !amount.money() || amount.start() < start) {
          break;
        }
        found.addFirst(new Figure(amount, piece, Columns.NONE));
        end = amount.start();
      }
    }
    int from = start;
    while (from < end && !Character.isLetterOrDigit(piece.text().charAt(from))) {
      from++;
    }
    int until = piece.text().substring(0, end).stripTrailing().length();
    if (until > from) {
      parts.texts.add(Fields.text(NAME + ".text", item, row, piece, from, until, UNDER_HEADING));
    }
    parts.figures.addAll(found);
  }

  private void continueText(int index, Row row, List<String> roles) {
    boolean onlyText = roles.stream().allMatch(TEXT::equals);
    if (!onlyText || transactions.isEmpty() || ++lines > MOST_LINES) {
      return;
    }
    Transaction last = transactions.removeLast();
    List<Field> fields = new ArrayList<>();
    for (Field field : last.fields()) {
      fields.add(field.name().equals(NAME + ".text") ? joined(field, row) : field);
    }
    transactions.add(new Transaction(fields, last.amount(), last.signed(), last.balance()));
    lastRow = index;
  }

  private static Field joined(Field field, Row row) {
    String raw = field.raw() + " " + row.text();
    boolean samePage = row.page() == field.page();
    return new Field(
        field.name(),
        field.item(),
        raw,
        raw,
        field.page(),
        samePage ? field.box().union(row.box()) : field.box(),
        field.confidence());
  }

  private void add(Row row, Parts parts) {
    Optional<Figure> balance = role(parts, BALANCE);
    Optional<Figure> moved = moved(parts);
    List<Figure> loose =
        parts.figures.stream().filter(figure -> figure.role().equals(Columns.NONE)).toList();
    if (moved.isEmpty() && (loose.size() == 1 || loose.size() == 2)) {
      moved = Optional.of(loose.getFirst());
      balance = loose.size() == 2 && balance.isEmpty() ? Optional.of(loose.getLast()) : balance;
    }
    if (moved.isPresent()) {
      add(row, parts, moved.get(), balance);
    }
  }

  private void add(Row row, Parts parts, Figure moved, Optional<Figure> balance) {
    int item = transactions.size() + 1;
    boolean signed =
        moved.amount().isSigned()
            || owed
            || moved.role().equals(DEBIT)
            || moved.role().equals(CREDIT);
    double certain = moved.role().equals(Columns.NONE) ? BY_PLACE : UNDER_HEADING;
    Field amount =
        Fields.amount(
            NAME + ".amount",
            item,
            moved.amount(),
            row,
            moved.piece(),
            signed ? certain : UNSIGNED);
    amount = Fields.as(amount, amount.name(), signedValue(moved));
    Optional<Field> after =
        balance.map(
            figure ->
                Fields.amount(
                    NAME + ".balance", item, figure.amount(), row, figure.piece(), certain));
    List<Field> fields = new ArrayList<>();
    day.map(field -> withItem(field, item)).ifPresent(fields::add);
    parts.texts.stream().reduce(TransactionReader::joined).ifPresent(fields::add);
    fields.add(amount);
    after.ifPresent(fields::add);
    transactions.add(new Transaction(fields, amount, signed, after));
  }

  private String signedValue(Figure moved) {
    Amount amount = moved.amount();
    boolean flipped = owed && (amount.mark() == Mark.CREDIT || amount.mark() == Mark.DEBIT);
    return switch (moved.role()) {
      case DEBIT -> amount.value().abs().negate().toPlainString();
      case CREDIT -> amount.value().toPlainString();
      default -> (flipped ? amount.value().negate() : amount.value()).toPlainString();
    };
  }

  private static Field joined(Field first, Field second) {
    String raw = first.raw() + " " + second.raw();
    return new Field(
        first.name(),
        first.item(),
        raw,
        raw,
        first.page(),
        first.box().union(second.box()),
        first.confidence());
  }

  private static Field withItem(Field field, int item) {
    return new Field(
        field.name(),
        item,
        field.value(),
        field.raw(),
        field.page(),
        field.box(),
        field.confidence());
  }

  /** What was moved: of two columns the one that is not zero. */
  private static Optional<Figure> moved(Parts parts) {
    Optional<Figure> debit = role(parts, DEBIT);
    Optional<Figure> credit = role(parts, CREDIT);
    if (debit.isPresent() && credit.isPresent()) {
      boolean out = debit.get().amount().value().signum() != 0;
      boolean in = credit.get().amount().value().signum() != 0;
      return out && in ? Optional.empty() : out ? debit : credit;
    }
    return debit.or(() -> credit).or(() -> role(parts, Columns.AMOUNT));
  }

  private static Optional<Figure> role(Parts parts, String role) {
    return parts.figures.stream().filter(figure -> figure.role().equals(role)).findFirst();
  }
}
