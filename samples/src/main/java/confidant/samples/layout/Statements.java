package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.content.Booking;
import confidant.samples.content.Statement;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways to arrange a bank statement. */
final class Statements {

  private final Desk desk;
  private final Statement statement;

  private Statements(Desk desk, Statement statement) {
    this.desk = desk;
    this.statement = statement;
  }

  /** A statement of one page or little more. */
  static Statements brief(Desk desk, Dice dice) {
    return new Statements(desk, Statement.invent(desk.wording(), dice, dice.between(7, 13)));
  }

  /** A statement of several pages. */
  static Statements extended(Desk desk, Dice dice) {
    return new Statements(desk, Statement.invent(desk.wording(), dice, dice.between(38, 60)));
  }

  /** Signed amounts and a running balance; the sums stand above. */
  List<Section> running() {
    List<Row> rows = new ArrayList<>();
    for (Booking booking : statement.bookings()) {
      rows.add(
          Row.entry(
              desk.date(booking.booked()),
              Cell.words(booking.text()),
              desk.amount(booking.amount()),
              desk.amount(booking.balance())));
    }
    List<Column> columns =
        List.of(
            Column.words(desk.word("statement.booked")),
            Column.prose(desk.word("statement.details")),
            Column.amounts(desk.word("statement.amount")),
            Column.amounts(desk.word("statement.balance")));
    return paper(summary(), new Table(columns, 1, rows, carry(3)));
  }

  /** Debit and credit in columns of their own, dates without the year. */
  List<Section> sides() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.total(
            Cell.EMPTY, words("statement.opening"), Cell.EMPTY, Cell.EMPTY, opening().withNote()));
    for (Booking booking : statement.bookings()) {
      rows.add(
          Row.entry(
              desk.shortDate(booking.booked()),
              Cell.words(booking.text()),
              out(booking),
              in(booking),
              desk.amount(booking.balance())));
    }
    rows.add(Row.total(Cell.EMPTY, words("statement.closing"), Cell.EMPTY, Cell.EMPTY, closing()));
    List<Column> columns =
        List.of(
            Column.words(desk.word("statement.booked")),
            Column.prose(desk.word("statement.details")),
            Column.amounts(desk.word("statement.out")),
            Column.amounts(desk.word("statement.in")),
            Column.amounts(desk.word("statement.balance")));
    return paper(new Table(columns, 1, rows), totals());
  }

  /** Two dates and one signed amount; the balance only at start and end. */
  List<Section> valueDates() {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.total(Cell.EMPTY, Cell.EMPTY, words("statement.opening"), opening()));
    for (Booking booking : statement.bookings()) {
      rows.add(
          Row.entry(
              desk.shortDate(booking.booked()),
              desk.shortDate(booking.valued()),
              Cell.words(booking.text()),
              desk.amount(booking.amount())));
    }
    rows.add(Row.total(Cell.EMPTY, Cell.EMPTY, words("statement.closing"), closing()));
    List<Column> columns =
        List.of(
            Column.words(desk.word("statement.booked")),
            Column.words(desk.word("statement.value")),
            Column.prose(desk.word("statement.details")),
            Column.amounts(desk.word("statement.amount")));
    return paper(new Table(columns, 2, rows));
  }

  /** Amounts before the words. */
  List<Section> amountsFirst() {
    List<Row> rows = new ArrayList<>();
    for (Booking booking : statement.bookings()) {
      rows.add(
          Row.entry(
              desk.date(booking.booked()),
              in(booking),
              out(booking),
              desk.amount(booking.balance()),
              Cell.words(booking.text())));
    }
    List<Column> columns =
        List.of(
            Column.words(desk.word("statement.booked")),
            Column.amounts(desk.word("statement.in")),
            Column.amounts(desk.word("statement.out")),
            Column.amounts(desk.word("statement.balance")),
            Column.prose(desk.word("statement.details")));
    return paper(summary(), new Table(columns, 4, rows, carry(3)));
  }

  private List<Section> paper(Section... body) {
    List<Pair> about =
        List.of(
            desk.pair("statement.holder", statement.holder().name()),
            desk.pair("statement.account", statement.account()),
            desk.pair("statement.period", desk.period(statement.from(), statement.to())));
    List<Section> start = desk.head(statement.bank(), statement.holder(), "statement.title", about);
    return Stream.concat(start.stream(), Stream.of(body)).toList();
  }

  private Optional<Carry> carry(int column) {
    List<Cell> balances =
        statement.bookings().stream().map(booking -> desk.amount(booking.balance())).toList();
    return Optional.of(
        new Carry(
            desk.word("statement.carried"), desk.word("statement.brought"), column, balances));
  }

  private Pairs summary() {
    return new Pairs(
        List.of(
            desk.pair("statement.opening", opening()),
            desk.pair("statement.totalin", desk.number(statement.in()).as("statement.in")),
            desk.pair("statement.totalout", desk.number(statement.out()).as("statement.out")),
            desk.pair("statement.closing", closing().withNote())));
  }

  private Pairs totals() {
    return new Pairs(
        List.of(
            desk.pair("statement.totalin", desk.number(statement.in()).as("statement.in")),
            desk.pair("statement.totalout", desk.number(statement.out()).as("statement.out"))));
  }

  private Cell opening() {
    return desk.amount(statement.opening()).as("statement.opening");
  }

  private Cell closing() {
    return desk.amount(statement.closing()).as("statement.closing");
  }

  private Cell in(Booking booking) {
    return booking.amount().signum() > 0 ? desk.number(booking.amount()) : Cell.EMPTY;
  }

  private Cell out(Booking booking) {
    BigDecimal amount = booking.amount();
    return amount.signum() < 0 ? desk.number(amount.negate()) : Cell.EMPTY;
  }

  private Cell words(String key) {
    return Cell.words(desk.word(key));
  }
}
