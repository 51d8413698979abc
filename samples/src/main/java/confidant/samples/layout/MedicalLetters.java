package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.content.MedicalLetter;
import confidant.samples.content.Medicine;
import confidant.samples.layout.Section.Heading;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.Prose;
import confidant.samples.layout.Section.SideBySide;
import confidant.samples.layout.Section.Table;
import confidant.samples.layout.Section.Title;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways to arrange a medical letter. */
final class MedicalLetters {

  private final Desk desk;
  private final MedicalLetter letter;

  MedicalLetters(Desk desk, Dice dice) {
    this.desk = desk;
    this.letter = MedicalLetter.invent(desk.wording(), dice);
  }

  /** Medicines in a table with the times of day. */
  List<Section> schedule() {
    List<Column> columns =
        List.of(
            Column.prose(desk.word("letter.medicine")),
            Column.amounts(desk.word("letter.dose")),
            Column.centred(desk.word("letter.morning")),
            Column.centred(desk.word("letter.noon")),
            Column.centred(desk.word("letter.evening")),
            Column.centred(desk.word("letter.night")));
    List<Row> rows =
        letter.medicines().stream()
            .map(
                medicine ->
                    Row.entry(
                        Cell.words(medicine.name()),
                        dose(medicine),
                        count(medicine.morning()),
                        count(medicine.noon()),
                        count(medicine.evening()),
                        count(medicine.night())))
            .toList();
    return paper(
        diagnoses(),
        new Prose(letter.course()),
        heading("letter.findings"),
        findings(),
        heading("letter.medicines"),
        new Table(columns, 0, rows));
  }

  /** Medicines as a list. */
  List<Section> list() {
    List<Pair> doses =
        letter.medicines().stream()
            .map(medicine -> new Pair(medicine.name(), dose(medicine)))
            .toList();
    return paper(
        new Prose(letter.course()),
        diagnoses(),
        heading("letter.medicines"),
        new Pairs(doses),
        heading("letter.findings"),
        findings());
  }

  /** What was found and what is given side by side. */
  List<Section> beside() {
    List<Row> rows =
        letter.medicines().stream()
            .map(medicine -> Row.entry(Cell.words(medicine.name()), dose(medicine)))
            .toList();
    List<Column> columns =
        List.of(
            Column.prose(desk.word("letter.medicine")), Column.amounts(desk.word("letter.dose")));
    return paper(
        diagnoses(),
        new SideBySide(
            List.of(heading("letter.findings"), findings()),
            List.of(heading("letter.medicines"), new Table(columns, 0, rows))),
        new Prose(letter.course()));
  }

  private List<Section> paper(Section... body) {
    List<Section> start =
        List.of(
            desk.letterhead(letter.clinic()),
            new Title(desk.word("letter.title")),
            new Pairs(
                List.of(
                    desk.pair("letter.date", desk.date(letter.written()).as("letter.date")),
                    desk.pair("letter.patient", letter.patient().name()),
                    desk.pair("letter.born", desk.date(letter.patient().born())),
                    desk.pair("letter.stay", desk.date(letter.seen()).as("letter.seen")))),
            new Prose(desk.word("letter.greeting")));
    Pairs appointment =
        new Pairs(
            List.of(
                desk.pair(
                    "letter.appointment",
                    desk.date(letter.appointment()).as("letter.appointment"))));
    Prose end = new Prose(desk.word("letter.closing") + "\n" + letter.physician());
    return Stream.of(start.stream(), Stream.of(body), Stream.of(appointment, end))
        .<Section>flatMap(part -> part)
        .toList();
  }

  private Prose diagnoses() {
    return new Prose(
        letter.diagnoses().stream()
            .map(diagnosis -> "- " + diagnosis)
            .collect(Collectors.joining("\n", desk.word("letter.diagnoses") + "\n", "")));
  }

  private Pairs findings() {
    return new Pairs(
        letter.vitals().stream()
            .map(vital -> new Pair(vital.label(), desk.measured(vital.value(), vital.unit())))
            .toList());
  }

  private Cell dose(Medicine medicine) {
    return desk.measured(medicine.dose(), "mg").as("letter.dose");
  }

  private static Cell count(int tablets) {
    return Cell.number(String.valueOf(tablets), BigDecimal.valueOf(tablets));
  }

  private Heading heading(String key) {
    return new Heading(desk.word(key));
  }
}
