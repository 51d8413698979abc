package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.content.Invoice;
import confidant.samples.content.Item;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.Prose;
import confidant.samples.layout.Section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ways to arrange an invoice. */
final class Invoices {

  private final Desk desk;
  private final Invoice invoice;

  private Invoices(Desk desk, Invoice invoice) {
    this.desk = desk;
    this.invoice = invoice;
  }

  /** An invoice of one page. */
  static Invoices brief(Desk desk, Dice dice) {
    return new Invoices(desk, Invoice.invent(desk.wording(), dice, dice.between(2, 7)));
  }

  /** An invoice of several pages. */
  static Invoices extended(Desk desk, Dice dice) {
    return new Invoices(desk, Invoice.invent(desk.wording(), dice, dice.between(35, 50)));
  }

  /** Positions, quantities and prices; the sums end the table. */
  List<Section> full() {
    List<Row> rows = new ArrayList<>();
    for (Item item : invoice.items()) {
      rows.add(
          Row.entry(
              Cell.words(String.valueOf(rows.size() + 1)),
              Cell.words(item.text()),
              desk.number(item.quantity()),
              desk.number(item.price()),
              desk.number(item.amount())));
    }
    for (Pair sum : sums()) {
      rows.add(Row.total(Cell.EMPTY, Cell.words(sum.label()), Cell.EMPTY, Cell.EMPTY, sum.value()));
    }
    List<Column> columns =
        List.of(
            Column.words(desk.word("invoice.position")),
            Column.prose(desk.word("invoice.item")),
            Column.amounts(desk.word("invoice.quantity")),
            Column.amounts(desk.word("invoice.price")),
            Column.amounts(desk.word("invoice.amount")));
    return paper(new Table(columns, 1, rows));
  }

  /** Quantities first; the sums stand below the table. */
  List<Section> quantityFirst() {
    List<Row> rows = new ArrayList<>();
    for (Item item : invoice.items()) {
      rows.add(
          Row.entry(
              desk.number(item.quantity()),
              Cell.words(item.text()),
              desk.number(item.price()),
              desk.number(item.amount())));
    }
    List<Column> columns =
        List.of(
            Column.amounts(desk.word("invoice.quantity")),
            Column.prose(desk.word("invoice.item")),
            Column.amounts(desk.word("invoice.price")),
            Column.amounts(desk.word("invoice.amount")));
    return paper(new Table(columns, 1, rows), new Pairs(sums()));
  }

  /** Only what and how much. */
  List<Section> plain() {
    List<Row> rows =
        invoice.items().stream()
            .map(item -> Row.entry(Cell.words(item.text()), desk.number(item.amount())))
            .toList();
    List<Column> columns =
        List.of(
            Column.prose(desk.word("invoice.item")), Column.amounts(desk.word("invoice.amount")));
    return paper(new Table(columns, 0, rows), new Pairs(sums()));
  }

  private List<Pair> sums() {
    String rate = desk.style().number(invoice.rate());
    return List.of(
        desk.pair("invoice.net", desk.money(invoice.net()).as("invoice.net")),
        new Pair(
            desk.wording().fill("invoice.vat", rate), desk.money(invoice.tax()).as("invoice.tax")),
        desk.pair("invoice.total", desk.money(invoice.total()).as("invoice.total").withNote()));
  }

  private List<Section> paper(Section... body) {
    List<Pair> about =
        List.of(
            desk.pair("invoice.number", invoice.number()),
            desk.pair("invoice.date", desk.date(invoice.date()).as("invoice.date")),
            desk.pair("invoice.due", desk.date(invoice.due()).as("invoice.due")));
    List<Section> start = desk.head(invoice.seller(), invoice.customer(), "invoice.title", about);
    Prose thanks = new Prose(desk.word("invoice.thanks"));
    return Stream.of(start.stream(), Stream.of(body), Stream.of(thanks))
        .<Section>flatMap(part -> part)
        .toList();
  }
}
