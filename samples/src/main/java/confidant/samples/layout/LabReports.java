package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.content.LabReport;
import confidant.samples.content.Measurement;
import confidant.samples.content.Panel;
import confidant.samples.layout.Row.Role;
import confidant.samples.layout.Section.Heading;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.Table;
import confidant.samples.layout.Section.Title;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ways to arrange a lab report. */
final class LabReports {

  private final Desk desk;
  private final LabReport report;

  LabReports(Desk desk, Dice dice) {
    this.desk = desk;
    this.report = LabReport.invent(desk.wording(), dice);
  }

  /** One table with the names of groups between the rows. */
  List<Section> classic() {
    List<Column> columns =
        List.of(
            test(),
            Column.decimals(desk.word("lab.result")),
            Column.words(desk.word("lab.unit")),
            Column.centred(desk.word("lab.range")),
            Column.centred(desk.word("lab.flag")));
    return paper(
        grouped(
            columns,
            0,
            of ->
                Row.entry(
                    Cell.words(of.analyte()),
                    result(of).withNote(),
                    Cell.words(of.unit()),
                    desk.range(of.low(), of.high()),
                    flag(of))));
  }

  /** The flag first, the range before the result. */
  List<Section> flagFirst() {
    List<Column> columns =
        List.of(
            Column.centred(desk.word("lab.flag")),
            test(),
            Column.centred(desk.word("lab.range")),
            Column.decimals(desk.word("lab.result")),
            Column.words(desk.word("lab.unit")));
    return paper(
        grouped(
            columns,
            1,
            of ->
                Row.entry(
                    flag(of),
                    Cell.words(of.analyte()),
                    desk.range(of.low(), of.high()),
                    result(of),
                    Cell.words(of.unit()))));
  }

  /** With the result of an earlier sample, a table for each group. */
  List<Section> withPrevious() {
    List<Column> columns =
        List.of(
            test(),
            Column.decimals(desk.word("lab.result")),
            Column.decimals(desk.word("lab.previous")),
            Column.words(desk.word("lab.unit")),
            Column.centred(desk.word("lab.range")));
    return paper(
        separate(
            columns,
            of ->
                Row.entry(
                    Cell.words(of.analyte()),
                    result(of),
                    desk.number(of.previous()),
                    Cell.words(of.unit()),
                    desk.range(of.low(), of.high()))));
  }

  /** Units in the cells of the results, both ends of the range in columns. */
  List<Section> ends() {
    List<Column> columns =
        List.of(
            test(),
            Column.amounts(desk.word("lab.result")),
            Column.decimals(desk.word("lab.from")),
            Column.decimals(desk.word("lab.to")),
            Column.centred(desk.word("lab.flag")));
    return paper(
        grouped(
            columns,
            0,
            of ->
                Row.entry(
                    Cell.words(of.analyte()),
                    desk.measured(of.value(), of.unit()).as("lab.value"),
                    desk.number(of.low()),
                    desk.number(of.high()),
                    flag(of))));
  }

  private Section[] separate(List<Column> columns, Function<Measurement, Row> row) {
    return report.panels().stream()
        .flatMap(
            panel ->
                Stream.of(
                    new Heading(panel.name()),
                    new Table(columns, 0, panel.measurements().stream().map(row).toList())))
        .toArray(Section[]::new);
  }

  private Table grouped(List<Column> columns, int labelColumn, Function<Measurement, Row> row) {
    List<Row> rows = new ArrayList<>();
    for (Panel panel : report.panels()) {
      List<Cell> named = new ArrayList<>(Collections.nCopies(columns.size(), Cell.EMPTY));
      named.set(labelColumn, Cell.words(panel.name()));
      rows.add(new Row(Role.SECTION, named));
      panel.measurements().forEach(measurement -> rows.add(row.apply(measurement)));
    }
    return new Table(columns, labelColumn, rows);
  }

  private List<Section> paper(Section... body) {
    Pairs head =
        new Pairs(
            List.of(
                desk.pair("lab.patient", report.patient().name()),
                desk.pair("lab.born", desk.date(report.patient().born())),
                desk.pair("lab.order", report.order()),
                desk.pair("lab.taken", desk.date(report.taken()).as("lab.taken")),
                desk.pair("lab.reported", desk.date(report.reported()).as("lab.reported"))));
    List<Section> start =
        List.of(desk.letterhead(report.laboratory()), new Title(desk.word("lab.title")), head);
    return Stream.concat(start.stream(), Stream.of(body)).toList();
  }

  private Column test() {
    return Column.prose(desk.word("lab.test"));
  }

  private Cell result(Measurement of) {
    return desk.number(of.value()).as("lab.value");
  }

  private Cell flag(Measurement of) {
    String flags = desk.word("lab.flags");
    int slash = flags.indexOf('/');
    if (of.isLow()) {
      return Cell.words(flags.substring(0, slash));
    }
    return of.isHigh() ? Cell.words(flags.substring(slash + 1)) : Cell.EMPTY;
  }
}
