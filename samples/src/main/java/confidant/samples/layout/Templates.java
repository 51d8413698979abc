package confidant.samples.layout;

import static confidant.samples.layout.Anchor.LAST;
import static confidant.samples.layout.Anchor.MIDDLE;
import static confidant.samples.layout.Frame.BARE;
import static confidant.samples.layout.Frame.COLUMNS;
import static confidant.samples.layout.Frame.GRID;
import static confidant.samples.layout.Frame.HEADER_RULE;
import static confidant.samples.layout.Frame.LINES;
import static confidant.samples.layout.Frame.ZEBRA;
import static confidant.samples.layout.PairLook.BOXES;
import static confidant.samples.layout.PairLook.COLON;
import static confidant.samples.layout.PairLook.ENDS;
import static confidant.samples.layout.PairLook.LEADERS;
import static confidant.samples.layout.PairLook.TABBED;
import static confidant.samples.layout.PairLook.TWICE;
import static confidant.samples.layout.Trait.CENTRED_HEADER;
import static confidant.samples.layout.Trait.DARK_HEADER;
import static confidant.samples.layout.Trait.DOUBLED_BOLD;
import static confidant.samples.layout.Trait.EMBEDDED;
import static confidant.samples.layout.Trait.FOOTNOTES;
import static confidant.samples.layout.Trait.HEAD_BESIDE;
import static confidant.samples.layout.Trait.LARGE;
import static confidant.samples.layout.Trait.LETTER_BY_LETTER;
import static confidant.samples.layout.Trait.MARGIN_TEXT;
import static confidant.samples.layout.Trait.MONO;
import static confidant.samples.layout.Trait.NARROW;
import static confidant.samples.layout.Trait.REVERSED_COLUMNS;
import static confidant.samples.layout.Trait.SERIF;
import static confidant.samples.layout.Trait.SMALL_PRINT;
import static confidant.samples.layout.Trait.SPACED_HEADINGS;
import static confidant.samples.layout.Trait.TINY;

import confidant.samples.sheet.DrawOrder;
import confidant.samples.sheet.Pose;
import confidant.samples.truth.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All templates, eight of each kind, of which the last two are unseen in training. */
public final class Templates {

  private static final List<Template> ALL =
      Stream.of(payslips(), statements(), labReports(), medicalLetters(), invoices())
          .flatMap(List::stream)
          .toList();

  private Templates() {}

  /** In a fixed order. */
  public static List<Template> all() {
    return ALL;
  }

  private static List<Template> payslips() {
    Arrangement ledger = (desk, dice) -> new Payslips(desk, dice).ledger();
    Arrangement columns = (desk, dice) -> new Payslips(desk, dice).columns();
    Arrangement split = (desk, dice) -> new Payslips(desk, dice).split();
    Arrangement stub = (desk, dice) -> new Payslips(desk, dice).stub();
    Arrangement list = (desk, dice) -> new Payslips(desk, dice).list();
    return List.of(
        seen(Kind.PAYSLIP, "grid", ledger, Look.of(GRID, TWICE, SMALL_PRINT)),
        seen(Kind.PAYSLIP, "typed", ledger, Look.of(BARE, COLON, MONO, MARGIN_TEXT, HEAD_BESIDE)),
        seen(
            Kind.PAYSLIP,
            "columns",
            columns,
            Look.of(COLUMNS, BOXES, TINY, SERIF).drawn(DrawOrder.BY_COLUMN)),
        seen(
            Kind.PAYSLIP,
            "split",
            split,
            Look.of(HEADER_RULE, TABBED, SPACED_HEADINGS, DOUBLED_BOLD, HEAD_BESIDE)),
        seen(
            Kind.PAYSLIP,
            "stub",
            stub,
            Look.of(ZEBRA, TWICE, DARK_HEADER, SMALL_PRINT).drawn(DrawOrder.FIGURES_FIRST)),
        seen(Kind.PAYSLIP, "list", list, Look.of(BARE, LEADERS, LARGE)),
        unseen(
            Kind.PAYSLIP,
            "turned",
            columns,
            Look.of(LINES, BOXES, FOOTNOTES, CENTRED_HEADER).posed(Pose.ROTATED_LEFT)),
        unseen(
            Kind.PAYSLIP,
            "ends",
            list,
            Look.of(BARE, ENDS, EMBEDDED, LETTER_BY_LETTER).drawn(DrawOrder.RIGHT_TO_LEFT)));
  }

  private static List<Template> statements() {
    Arrangement running = (desk, dice) -> Statements.brief(desk, dice).running();
    Arrangement manyRunning = (desk, dice) -> Statements.extended(desk, dice).running();
    Arrangement sides = (desk, dice) -> Statements.brief(desk, dice).sides();
    Arrangement valueDates = (desk, dice) -> Statements.brief(desk, dice).valueDates();
    Arrangement amountsFirst = (desk, dice) -> Statements.brief(desk, dice).amountsFirst();
    Arrangement manyFirst = (desk, dice) -> Statements.extended(desk, dice).amountsFirst();
    return List.of(
        seen(Kind.STATEMENT, "running", running, Look.of(HEADER_RULE, TWICE, SMALL_PRINT)),
        seen(
            Kind.STATEMENT,
            "pages",
            manyRunning,
            Look.of(LINES, TABBED, MARGIN_TEXT).drawn(DrawOrder.BY_COLUMN)),
        seen(Kind.STATEMENT, "sides", sides, Look.of(GRID, TABBED, FOOTNOTES, HEAD_BESIDE)),
        seen(
            Kind.STATEMENT,
            "value",
            valueDates,
            Look.of(BARE, COLON, SERIF, NARROW).anchored(LAST)),
        seen(
            Kind.STATEMENT,
            "middle",
            sides,
            Look.of(LINES, ENDS, NARROW, CENTRED_HEADER, HEAD_BESIDE).anchored(MIDDLE)),
        seen(
            Kind.STATEMENT,
            "zebra",
            running,
            Look.of(ZEBRA, BOXES, DARK_HEADER, EMBEDDED).drawn(DrawOrder.SHUFFLED)),
        unseen(
            Kind.STATEMENT,
            "first",
            amountsFirst,
            Look.of(COLUMNS, TWICE, DOUBLED_BOLD).posed(Pose.LYING)),
        unseen(Kind.STATEMENT, "typed", manyFirst, Look.of(BARE, LEADERS, MONO, NARROW)));
  }

  private static List<Template> labReports() {
    Arrangement classic = (desk, dice) -> new LabReports(desk, dice).classic();
    Arrangement flagFirst = (desk, dice) -> new LabReports(desk, dice).flagFirst();
    Arrangement withPrevious = (desk, dice) -> new LabReports(desk, dice).withPrevious();
    Arrangement ends = (desk, dice) -> new LabReports(desk, dice).ends();
    return List.of(
        seen(Kind.LAB_REPORT, "classic", classic, Look.of(HEADER_RULE, TABBED, SMALL_PRINT)),
        seen(Kind.LAB_REPORT, "grid", flagFirst, Look.of(GRID, TWICE, DARK_HEADER)),
        seen(
            Kind.LAB_REPORT,
            "previous",
            withPrevious,
            Look.of(LINES, COLON, SPACED_HEADINGS).drawn(DrawOrder.FIGURES_FIRST)),
        seen(Kind.LAB_REPORT, "ends", ends, Look.of(ZEBRA, BOXES, SERIF)),
        seen(
            Kind.LAB_REPORT,
            "notes",
            classic,
            Look.of(BARE, TABBED, FOOTNOTES, DOUBLED_BOLD).drawn(DrawOrder.BY_COLUMN)),
        seen(Kind.LAB_REPORT, "typed", withPrevious, Look.of(BARE, COLON, MONO, MARGIN_TEXT)),
        unseen(
            Kind.LAB_REPORT,
            "backwards",
            classic,
            Look.of(COLUMNS, TWICE, REVERSED_COLUMNS, TINY).drawn(DrawOrder.RIGHT_TO_LEFT)),
        unseen(
            Kind.LAB_REPORT,
            "over",
            ends,
            Look.of(LINES, LEADERS, EMBEDDED, CENTRED_HEADER).posed(Pose.ROTATED_OVER)));
  }

  private static List<Template> medicalLetters() {
    Arrangement schedule = (desk, dice) -> new MedicalLetters(desk, dice).schedule();
    Arrangement list = (desk, dice) -> new MedicalLetters(desk, dice).list();
    Arrangement beside = (desk, dice) -> new MedicalLetters(desk, dice).beside();
    return List.of(
        seen(Kind.MEDICAL_LETTER, "schedule", schedule, Look.of(GRID, COLON, SERIF)),
        seen(Kind.MEDICAL_LETTER, "list", list, Look.of(BARE, TABBED, SMALL_PRINT)),
        seen(Kind.MEDICAL_LETTER, "beside", beside, Look.of(HEADER_RULE, ENDS, EMBEDDED)),
        seen(
            Kind.MEDICAL_LETTER,
            "bars",
            schedule,
            Look.of(ZEBRA, TWICE, DARK_HEADER).drawn(DrawOrder.SHUFFLED)),
        seen(Kind.MEDICAL_LETTER, "dotted", list, Look.of(BARE, LEADERS, SPACED_HEADINGS)),
        seen(
            Kind.MEDICAL_LETTER,
            "lines",
            schedule,
            Look.of(LINES, TABBED, LETTER_BY_LETTER, MARGIN_TEXT)),
        unseen(
            Kind.MEDICAL_LETTER,
            "turned",
            schedule,
            Look.of(HEADER_RULE, COLON, REVERSED_COLUMNS).posed(Pose.ROTATED_RIGHT)),
        unseen(Kind.MEDICAL_LETTER, "large", list, Look.of(BARE, COLON, LARGE, MONO)));
  }

  private static List<Template> invoices() {
    Arrangement full = (desk, dice) -> Invoices.brief(desk, dice).full();
    Arrangement manyFull = (desk, dice) -> Invoices.extended(desk, dice).full();
    Arrangement quantityFirst = (desk, dice) -> Invoices.brief(desk, dice).quantityFirst();
    Arrangement plain = (desk, dice) -> Invoices.brief(desk, dice).plain();
    return List.of(
        seen(Kind.INVOICE, "grid", full, Look.of(GRID, TABBED, SMALL_PRINT, HEAD_BESIDE)),
        seen(
            Kind.INVOICE,
            "pages",
            manyFull,
            Look.of(ZEBRA, TWICE, DARK_HEADER).drawn(DrawOrder.FIGURES_FIRST)),
        seen(Kind.INVOICE, "quantity", quantityFirst, Look.of(HEADER_RULE, ENDS, EMBEDDED)),
        seen(Kind.INVOICE, "plain", plain, Look.of(BARE, LEADERS, SERIF, SPACED_HEADINGS)),
        seen(
            Kind.INVOICE,
            "narrow",
            full,
            Look.of(LINES, COLON, NARROW, DOUBLED_BOLD).anchored(MIDDLE)),
        seen(
            Kind.INVOICE,
            "typed",
            quantityFirst,
            Look.of(BARE, TABBED, MONO, FOOTNOTES, HEAD_BESIDE)),
        unseen(
            Kind.INVOICE,
            "backwards",
            full,
            Look.of(COLUMNS, BOXES, REVERSED_COLUMNS, MARGIN_TEXT).drawn(DrawOrder.SHUFFLED)),
        unseen(
            Kind.INVOICE,
            "turned",
            quantityFirst,
            Look.of(GRID, TWICE, LETTER_BY_LETTER).posed(Pose.ROTATED_LEFT)));
  }

  private static Template seen(Kind kind, String name, Arrangement arrangement, Look look) {
    return new Template(id(kind, name), kind, false, arrangement, look);
  }

  private static Template unseen(Kind kind, String name, Arrangement arrangement, Look look) {
    return new Template(id(kind, name), kind, true, arrangement, look);
  }

  private static String id(Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + name;
  }
}
