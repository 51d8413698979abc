package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.content.PayLine;
import confidant.samples.content.Payslip;
import confidant.samples.layout.Section.Heading;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.SideBySide;
import confidant.samples.layout.Section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ways to arrange a payslip. */
final class Payslips {

  private final Desk desk;
  private final Payslip slip;

  Payslips(Desk desk, Dice dice) {
    this.desk = desk;
    this.slip = Payslip.invent(desk.wording(), dice);
  }

  /** One table of earnings, deductions and sums. */
  List<Section> ledger() {
    List<Row> rows = new ArrayList<>();
    slip.earnings().forEach(line -> rows.add(computed(line)));
    rows.add(
        Row.total(Cell.EMPTY, words("payslip.gross"), Cell.EMPTY, Cell.EMPTY, gross().withNote()));
    slip.deductions().forEach(line -> rows.add(plain(line)));
    rows.add(Row.total(Cell.EMPTY, words("payslip.total"), Cell.EMPTY, Cell.EMPTY, deducted()));
    rows.add(Row.total(Cell.EMPTY, words("payslip.net"), Cell.EMPTY, Cell.EMPTY, net()));
    List<Column> columns =
        List.of(
            Column.words(desk.word("payslip.code")),
            Column.prose(desk.word("payslip.description")),
            Column.amounts(desk.word("payslip.units")),
            Column.amounts(desk.word("payslip.rate")),
            Column.amounts(desk.word("payslip.amount")));
    return paper(new Table(columns, 1, rows));
  }

  /** Earnings and deductions in columns of their own, as in France. */
  List<Section> columns() {
    List<Row> rows = new ArrayList<>();
    for (PayLine line : slip.earnings()) {
      rows.add(
          Row.entry(
              Cell.words(line.code()),
              Cell.words(line.label()),
              desk.number(line.units()),
              desk.number(line.rate()),
              desk.number(line.amount()),
              Cell.EMPTY));
    }
    for (PayLine line : slip.deductions()) {
      rows.add(
          Row.entry(
              Cell.words(line.code()),
              Cell.words(line.label()),
              Cell.EMPTY,
              Cell.EMPTY,
              Cell.EMPTY,
              desk.number(line.amount())));
    }
    List<Column> columns =
        List.of(
            Column.words(desk.word("payslip.code")),
            Column.prose(desk.word("payslip.description")),
            Column.amounts(desk.word("payslip.units")),
            Column.amounts(desk.word("payslip.rate")),
            Column.amounts(desk.word("payslip.earnings")),
            Column.amounts(desk.word("payslip.deductions")));
    return paper(new Table(columns, 1, rows), sums());
  }

  /** Two tables side by side. */
  List<Section> split() {
    return paper(
        new SideBySide(
            List.of(
                heading("payslip.earnings"), shortTable(slip.earnings(), "payslip.gross", gross())),
            List.of(
                heading("payslip.deductions"),
                shortTable(slip.deductions(), "payslip.total", deducted()))),
        new Pairs(List.of(desk.pair("payslip.net", net()))));
  }

  /** Tables with a column for the year to date. */
  List<Section> stub() {
    return paper(
        heading("payslip.earnings"),
        toDateTable(
            slip.earnings(),
            Row.total(words("payslip.gross"), gross(), desk.number(slip.grossToDate()))),
        heading("payslip.deductions"),
        toDateTable(
            slip.deductions(),
            Row.total(words("payslip.total"), deducted(), desk.number(slip.deductedToDate()))),
        new Pairs(List.of(desk.pair("payslip.net", net()))));
  }

  /** Nothing but labels and values. */
  List<Section> list() {
    return paper(
        heading("payslip.earnings"),
        pairs(slip.earnings()),
        heading("payslip.deductions"),
        pairs(slip.deductions()),
        sums());
  }

  private List<Section> paper(Section... body) {
    List<Pair> about =
        List.of(
            desk.pair("payslip.employee", slip.employee().name()),
            desk.pair("payslip.personnel", slip.number()),
            desk.pair("payslip.period", desk.period(slip.from(), slip.to())),
            desk.pair("payslip.paid", desk.date(slip.paid()).as("payslip.paid")));
    List<Section> start = desk.head(slip.employer(), slip.employee(), "payslip.title", about);
    Pairs account = new Pairs(List.of(desk.pair("payslip.account", slip.account())));
    return Stream.of(start.stream(), Stream.of(body), Stream.of(account))
        .<Section>flatMap(part -> part)
        .toList();
  }

  private Row computed(PayLine line) {
    return Row.entry(
        Cell.words(line.code()),
        Cell.words(line.label()),
        desk.number(line.units()),
        desk.number(line.rate()),
        desk.number(line.amount()));
  }

  private Row plain(PayLine line) {
    return Row.entry(
        Cell.words(line.code()),
        Cell.words(line.label()),
        Cell.EMPTY,
        Cell.EMPTY,
        desk.number(line.amount()));
  }

  private Table shortTable(List<PayLine> lines, String sumKey, Cell sum) {
    List<Row> rows = new ArrayList<>();
    lines.forEach(
        line -> rows.add(Row.entry(Cell.words(line.label()), desk.number(line.amount()))));
    rows.add(Row.total(words(sumKey), sum));
    List<Column> columns =
        List.of(
            Column.prose(desk.word("payslip.description")),
            Column.amounts(desk.word("payslip.amount")));
    return new Table(columns, 0, rows);
  }

  private Table toDateTable(List<PayLine> lines, Row total) {
    List<Row> rows = new ArrayList<>();
    for (PayLine line : lines) {
      rows.add(
          Row.entry(
              Cell.words(line.label()), desk.number(line.amount()), desk.number(line.toDate())));
    }
    rows.add(total);
    List<Column> columns =
        List.of(
            Column.prose(desk.word("payslip.description")),
            Column.amounts(desk.word("payslip.amount")),
            Column.amounts(desk.word("payslip.todate")));
    return new Table(columns, 0, rows);
  }

  private Pairs pairs(List<PayLine> lines) {
    return new Pairs(
        lines.stream().map(line -> new Pair(line.label(), desk.money(line.amount()))).toList());
  }

  private Pairs sums() {
    return new Pairs(
        List.of(
            desk.pair("payslip.gross", desk.money(slip.gross()).as("payslip.gross")),
            desk.pair("payslip.total", desk.money(slip.deducted()).as("payslip.total")),
            desk.pair("payslip.net", net())));
  }

  private Cell gross() {
    return desk.number(slip.gross()).as("payslip.gross");
  }

  private Cell deducted() {
    return desk.number(slip.deducted()).as("payslip.total");
  }

  private Cell net() {
    return desk.money(slip.net()).as("payslip.net").withNote();
  }

  private Cell words(String key) {
    return Cell.words(desk.word(key));
  }

  private Heading heading(String key) {
    return new Heading(desk.word(key));
  }
}
