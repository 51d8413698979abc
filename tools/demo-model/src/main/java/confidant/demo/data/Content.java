package confidant.demo.data;

import confidant.samples.Paper;
import confidant.samples.PaperMaker;
import confidant.samples.chance.Dice;
import confidant.samples.content.Booking;
import confidant.samples.content.LabReport;
import confidant.samples.content.Measurement;
import confidant.samples.content.MedicalLetter;
import confidant.samples.content.Medicine;
import confidant.samples.content.Panel;
import confidant.samples.content.PayLine;
import confidant.samples.content.Payslip;
import confidant.samples.content.Statement;
import confidant.samples.content.Vital;
import confidant.samples.layout.Template;
import confidant.samples.truth.Figure;
import confidant.samples.truth.Truth;
import confidant.samples.words.Language;
import confidant.samples.words.Style;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sample paper with all that it states. What its truth does not tell, names and periods, is
 * invented anew from the same seed by the same classes that made it.
 */
final class Content {
  /** Templates of statements with many lines; see {@code Templates}. */
  private static final Set<String> EXTENDED = Set.of("statement/pages", "statement/typed");

  private final Paper paper;
  private final Wording wording;
  private final Style style;
  private final Dice dice;
  private final List<Item> items = new ArrayList<>();

  private Content(Template template, Language language, long seed) {
    paper = PaperMaker.make(template, language, seed);
    Dice start = new Dice(seed);
    wording = new Wording(language, start.forPurpose("wording"));
    style = Style.pick(language, wording.all("month"), start.forPurpose("style"));
    dice = start.forPurpose("content");
  }

  /** Makes a paper. */
  static Content of(Template template, Language language, long seed) {
    Content content = new Content(template, language, seed);
    switch (template.kind()) {
      case PAYSLIP -> content.payslip(Payslip.invent(content.wording, content.dice));
      case STATEMENT -> {
        boolean many = EXTENDED.contains(template.id());
        int bookings = many ? content.dice.between(38, 60) : content.dice.between(7, 13);
        content.statement(Statement.invent(content.wording, content.dice, bookings));
      }
      case LAB_REPORT -> content.report(LabReport.invent(content.wording, content.dice));
      case MEDICAL_LETTER -> content.letter(MedicalLetter.invent(content.wording, content.dice));
      case INVOICE -> {}
    }
    return content;
  }

  Paper paper() {
    return paper;
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  private Truth truth() {
    return paper.truth();
  }

  private void payslip(Payslip slip) {
    words("payslip.employer", slip.employer());
    words("payslip.employee", slip.employee().name());
    words("payslip.personnel", slip.number());
    words("payslip.period", period(slip.from(), slip.to()));
    fields("payslip.paid", "payslip.gross", "payslip.total", "payslip.net");
    words("payslip.account", slip.account());
    slip.earnings().forEach(line -> line("payslip.earning", line.label(), line.amount()));
    slip.deductions().forEach(line -> line("payslip.deduction", line.label(), line.amount()));
    slip.deductions().stream()
        .max(Comparator.comparing(PayLine::amount))
        .ifPresent(line -> largest("payslip.largest", line.label(), line.amount(), deductions()));
  }

  private List<Item> deductions() {
    return items.stream().filter(item -> item.topic().equals("payslip.deduction")).toList();
  }

  /** The largest of some amounts, which are looked through for it. */
  private void largest(String topic, String label, BigDecimal amount, List<Item> among) {
    row(label, amount)
        .map(figure -> new Item(topic, "", List.of(label, figure.text()), figure.page(), among))
        .ifPresent(items::add);
  }

  private void statement(Statement statement) {
    words("statement.bank", statement.bank());
    words("statement.holder", statement.holder().name());
    words("statement.account", statement.account());
    add("statement.owner", "", 1, statement.holder().name(), statement.account());
    words("statement.period", period(statement.from(), statement.to()));
    fields("statement.opening", "statement.in", "statement.out", "statement.closing");
    List<String> texts = statement.bookings().stream().map(Booking::text).toList();
    List<Item> spent = new ArrayList<>();
    for (Booking booking : statement.bookings()) {
      String text = flat(booking.text());
      Optional<Figure> amount = row(text, booking.amount());
      if (amount.isPresent() && booking.amount().signum() < 0) {
        spent.add(booking(text, amount.get()));
      }
      if (texts.indexOf(booking.text()) == texts.lastIndexOf(booking.text())) {
        String name = name(booking.text(), texts);
        amount.ifPresent(figure -> items.add(booking(name, figure)));
        date(text, booking.booked())
            .ifPresent(figure -> add("statement.booked", name, figure.page(), figure.text()));
      }
    }
    statement.bookings().stream()
        .min(Comparator.comparing(Booking::amount))
        .filter(booking -> booking.amount().signum() < 0)
        .ifPresent(
            booking -> largest("statement.largest", flat(booking.text()), booking.amount(), spent));
  }

  private static Item booking(String name, Figure amount) {
    return new Item("statement.booking", name, List.of(amount.text()), amount.page());
  }

  /** What a person would call a booking: its first line if no other begins with it. */
  private static String name(String text, List<String> texts) {
    String first = text.substring(0, (text + "\n").indexOf('\n'));
    return texts.stream().filter(other -> other.startsWith(first)).count() == 1
        ? first
        : flat(text);
  }

  private void report(LabReport report) {
    words("lab.laboratory", report.laboratory());
    words("lab.patient", report.patient().name());
    words("lab.born", style.date(report.patient().born()));
    words("lab.order", report.order());
    fields("lab.taken", "lab.reported");
    List<String> outside = new ArrayList<>();
    List<Item> all = new ArrayList<>();
    int lastPage = 1;
    for (Panel panel : report.panels()) {
      for (Measurement of : panel.measurements()) {
        Optional<Figure> value =
            find(figure -> figure.field().equals("lab.value") && isRow(figure, of.analyte()));
        if (value.isEmpty()) {
          continue;
        }
        int page = value.get().page();
        lastPage = Math.max(lastPage, page);
        String number = style.number(of.value());
        String low = style.number(of.low());
        String high = style.number(of.high());
        String where = of.isLow() ? "below" : of.isHigh() ? "above" : "within";
        List<String> values = List.of(number, of.unit(), low, high);
        items.add(new Item("lab.value", of.analyte(), values, page));
        items.add(new Item("lab.limits", of.analyte(), values, page));
        items.add(new Item("lab." + where, of.analyte(), values, page));
        all.add(items.getLast());
        if (!where.equals("within")) {
          outside.add(of.analyte());
          outside.addAll(values);
        }
      }
    }
    String topic = outside.isEmpty() ? "lab.healthy" : "lab.outside";
    items.add(new Item(topic, "", outside, lastPage, all));
  }

  private void letter(MedicalLetter letter) {
    words("letter.clinic", letter.clinic());
    words("letter.physician", letter.physician());
    words("letter.patient", letter.patient().name());
    words("letter.born", style.date(letter.patient().born()));
    fields("letter.date", "letter.seen", "letter.appointment");
    items.add(new Item("letter.diagnoses", "", letter.diagnoses(), 1));
    List<String> medicines = new ArrayList<>();
    for (Medicine medicine : letter.medicines()) {
      String name = medicine.name();
      find(figure -> figure.field().equals("letter.dose") && isRow(figure, name))
          .ifPresent(
              figure -> {
                add("letter.dose", name, figure.page(), figure.text());
                medicines.addAll(List.of(name, figure.text()));
              });
    }
    items.add(new Item("letter.medicines", "", medicines, 1));
    for (Vital vital : letter.vitals()) {
      row(vital.label(), vital.value())
          .ifPresent(figure -> add("letter.vital", vital.label(), figure.page(), figure.text()));
    }
  }

  private String period(LocalDate from, LocalDate to) {
    return style.date(from) + " - " + style.date(to);
  }

  private static String flat(String text) {
    return text.replace('\n', ' ');
  }

  private void add(String topic, String about, int page, String... values) {
    items.add(new Item(topic, about, List.of(values), page));
  }

  private void words(String topic, String value) {
    items.add(Item.of(topic, value, 1));
  }

  private void fields(String... names) {
    for (String name : names) {
      find(figure -> figure.field().equals(name))
          .ifPresent(figure -> items.add(Item.of(name, figure.text(), figure.page())));
    }
  }

  private void line(String topic, String label, BigDecimal amount) {
    row(label, amount).ifPresent(figure -> add(topic, label, figure.page(), figure.text()));
  }

  /** A figure of a row; amounts in columns of their own have no sign. */
  private Optional<Figure> row(String label, BigDecimal amount) {
    return find(figure -> isRow(figure, label) && isAmount(figure, amount));
  }

  private Optional<Figure> date(String label, LocalDate date) {
    return find(figure -> isRow(figure, label) && figure.value().equals(date.toString()));
  }

  private static boolean isRow(Figure figure, String label) {
    return figure.label().equals(label);
  }

  private static boolean isAmount(Figure figure, BigDecimal amount) {
    try {
      return new BigDecimal(figure.value()).abs().compareTo(amount.abs()) == 0;
    } catch (NumberFormatException e) {
      return false; // a date or a range
    }
  }

  private Optional<Figure> find(Predicate<Figure> wanted) {
    return truth().figures().stream().filter(wanted).findFirst();
  }
}
