package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.fields.Segment.Figure;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads payslips: who pays whom for which period, gross, each deduction, net, and what each comes
 * to in the year so far.
 *
 * <p>A row is a deduction if it stands under a heading that says so or if its name is that of a tax
 * or an insurance. Where several figures stand in a row, their headings must say which is which.
 */
final class PayslipExtractor implements Extractor {

  private static final String CURRENT = "current";
  private static final String YTD = "ytd";
  private static final String IGNORED = "ignored";
  private static final String DEDUCTIONS = "deductions";
  private static final String EARNINGS = "earnings";
  private static final String GROSS = "gross";
  private static final String ADJUSTMENT = "adjustment";
  private static final int LONGEST_HEADING = 60;
  private static final double IN_ROW = 0.93;
  private static final double DERIVED = 0.6;
  private static final double UNDER_HEADING = 0.95;

  private final Vocabulary labels = Fields.vocabulary("payslip");
  private final Vocabulary figures = Fields.vocabulary("payslip.figures");
  private final Vocabulary columnNames = Fields.vocabulary("payslip.columns");
  private final Vocabulary sectionNames = Fields.vocabulary("payslip.sections");
  private final Vocabulary deductionNames = Fields.vocabulary("payslip.deductions");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.name("employer").or(() -> Organisations.first(sheet, "employer")));
    findings.add(values.name("employee"));
    findings.addAll(new Periods(sheet).find(values));
    findings.add(values.day("pay_date"));
    Reading reading = new Reading(sheet);
    reading.readRows();
    reading.addTo(findings, new ValueFinder(sheet, figures));
    PayslipChecks.add(findings, reading.deductionsComplete, reading.adjusted);
  }

  /** One payslip, row by row. */
  private final class Reading {
    private final Sheet sheet;
    private final Columns columns;
    private final Map<String, Field> totals = new HashMap<>();
    private final List<Segment> earnings = new ArrayList<>();
    private final List<Field> deductions = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Field> yearsToDate = new ArrayList<>();
    private String section = "";
    private int items;
    private boolean deductionsSeen;
    private boolean deductionsUnread;
    private boolean deductionsComplete;
    private boolean adjusted;

    Reading(Sheet sheet) {
      this.sheet = sheet;
      columns = new Columns(sheet, columnNames);
    }

    void readRows() {
      for (Row row : sheet.rows()) {
        List<String> roles = columns.next(row);
        openSection(row);
        if (!roles.isEmpty()) {
          // A column of names has figures beside it where a heading stands over both.
          List<String> figureRoles =
              roles.stream().map(role -> role.equals("name") ? Columns.NONE : role).toList();
          Segment.of(sheet, row, figureRoles).forEach(this::read);
        }
      }
      deductionsComplete = deductionsSeen && !deductionsUnread;
    }

    /** A heading names the rows below it; one with figures beside it is a row itself. */
    private void openSection(Row row) {
      boolean hasFigures =
          row.pieces().stream().anyMatch(piece -> !moneyIn(piece.text()).isEmpty());
      if (hasFigures || row.first().text().length() > LONGEST_HEADING) {
        return;
      }
      // "Deductions  This Period  Year to Date" names a section and columns.
      List<String> named =
          row.pieces().stream()
              .flatMap(
                  piece ->
                      sectionNames.whole(piece.text()).stream()
                          .filter(name -> piece.equals(row.first()) || !name.equals(YTD)))
              .distinct()
              .toList();
      if (named.size() == 1) {
        section = named.getFirst();
        deductionsSeen |= section.equals(DEDUCTIONS);
      } else if (named.size() > 1) {
        section = ""; // side by side: each row must say by its name what it is
      }
    }

    private List<Amount> moneyIn(String text) {
      return sheet.amounts().find(text).stream().filter(Amount::money).toList();
    }

    private void read(Segment segment) {
      if (segment.figures().isEmpty() || mentions(IGNORED, segment.name())) {
        return;
      }
      Optional<String> label = label(segment.name());
      String section = section(segment);
      deductionsSeen |= section.equals(DEDUCTIONS);
      boolean yearToDate = section.equals(YTD) || mentions(YTD, segment.name());
      boolean deducted =
          section.equals(DEDUCTIONS) && label.filter(ADJUSTMENT::equals).isPresent() && !yearToDate;
      if (label.isPresent() && !deducted) {
        readTotal(label.get(), segment, yearToDate);
        return;
      }
      if (section.equals("employer")) {
        return;
      }
      Optional<Hit> type = longest(deductionNames, segment.name());
      if (yearToDate) {
        type.ifPresent(hit -> addYear(hit.label(), segment, current(segment, true)));
      } else if (section.equals(DEDUCTIONS) || type.isPresent()) {
        readDeduction(type.map(Hit::label).orElse(""), segment);
      } else if (section.equals(EARNINGS)) {
        earnings.add(segment);
      }
    }

    /** The heading of the segment's own column in a table of sections side by side. */
    private String section(Segment segment) {
      List<String> headings = segment.row().headings();
      int column = segment.piece().column();
      return segment.row().inTable() && column < headings.size()
          ? named(headings.get(column)).orElse(section)
          : section;
    }

    /** The only section that a heading speaks of; it may name its column as well. */
    private Optional<String> named(String heading) {
      List<String> names =
          sectionNames.find(Word.of(heading)).stream().map(Hit::label).distinct().toList();
      return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private void readTotal(String label, Segment segment, boolean yearToDate) {
      if (label.equals(ADJUSTMENT)) {
        adjusted = true;
      } else if (yearToDate) {
        addYear(label, segment, current(segment, true));
      } else {
        current(segment, false)
            .ifPresent(figure -> totals.putIfAbsent(label, field(label, 0, segment.row(), figure)));
        addYear(label, segment, segment.figure(YTD));
        if (!label.equals(GROSS) && section.equals(DEDUCTIONS)) {
          section = "";
        }
      }
    }

    private void readDeduction(String type, Segment segment) {
      Optional<Figure> figure = current(segment, false);
      Optional<Figure> year = segment.figure(YTD);
      if (figure.isEmpty()) {
        deductionsUnread |= year.isEmpty();
        addYear(type, segment, year);
        return;
      }
      items++;
      Row row = segment.row();
      int nameEnd = segment.name().stripTrailing().length();
      deductions.add(
          Fields.text("deduction.name", items, row, segment.piece(), 0, nameEnd, IN_ROW));
      Field amount = field("deduction.amount", items, row, figure.get());
      deductions.add(amount);
      year.ifPresent(it -> deductions.add(field("deduction.ytd", items, row, it)));
      if (!type.isEmpty() && !type.equals("other") && known.add(type)) {
        totals.putIfAbsent(type, field(type, 0, row, figure.get()));
        addYear(type, segment, year);
      }
    }

    private void addYear(String label, Segment segment, Optional<Figure> figure) {
      String name = "ytd_" + label;
      boolean fresh = yearsToDate.stream().noneMatch(field -> field.name().equals(name));
      if (fresh && !label.isEmpty() && !label.equals("other")) {
        figure.ifPresent(it -> yearsToDate.add(field(name, 0, segment.row(), it)));
      }
    }

    private boolean isNoYear(Field field) {
      return yearsToDate.stream().noneMatch(year -> year.box().equals(field.box()));
    }

    /** Where the paper has one earning and no line for gross pay, that is gross pay. */
    private Optional<Field> onlyEarning() {
      if (earnings.size() != 1) {
        return Optional.empty();
      }
      Segment earning = earnings.getFirst();
      return current(earning, false)
          .map(
              figure ->
                  Fields.amount(GROSS, 0, figure.amount(), earning.row(), figure.piece(), DERIVED));
    }

    /** This period's figure of a segment; where several stand there, only a heading tells. */
    private Optional<Figure> current(Segment segment, boolean alone) {
      Optional<Figure> named = segment.figure(CURRENT).or(() -> segment.figure(Columns.AMOUNT));
      if (named.isPresent()) {
        return named;
      }
      if (segment.figures().size() == 1) {
        Figure only = segment.figures().getFirst();
        return alone || only.role().equals(Columns.NONE) ? Optional.of(only) : Optional.empty();
      }
      return segment.figures().stream().allMatch(figure -> figure.role().equals(Columns.NONE))
          ? Optional.empty()
          : segment.figure(Columns.NONE);
    }

    private Field field(String name, int item, Row row, Figure figure) {
      double confidence = figure.role().equals(Columns.NONE) ? IN_ROW : UNDER_HEADING;
      return Fields.amount(name, item, figure.amount(), row, figure.piece(), confidence);
    }

    private Optional<String> label(String name) {
      return longest(figures, name).filter(hit -> others(name, hit) <= 1).map(Hit::label);
    }

    private boolean mentions(String label, String name) {
      return figures.find(Word.of(name)).stream().anyMatch(hit -> hit.label().equals(label));
    }

    void addTo(FindingsBuilder findings, ValueFinder summary) {
      for (String name : List.of(GROSS, "total_deductions", "net")) {
        Optional<Field> found = Optional.ofNullable(totals.remove(name));
        if (name.equals(GROSS)) {
          found = found.or(this::onlyEarning);
        }
        findings.add(found.or(() -> summary.onlyAmount(name).filter(this::isNoYear)));
      }
      totals.keySet().stream().sorted().forEach(name -> findings.add(totals.get(name)));
      findings.addAll(yearsToDate);
      findings.addAll(deductions);
    }
  }

  /** The longest phrase in a name, a figure's own meaning before that of the year. */
  private static Optional<Hit> longest(Vocabulary vocabulary, String name) {
    return vocabulary.find(Word.of(name)).stream()
        .filter(hit -> !hit.label().equals(YTD))
        .max((a, b) -> Integer.compare(a.end() - a.first(), b.end() - b.first()));
  }

  /** Words of a name that say something and are not of the phrase, nor of the year. */
  private int others(String name, Hit hit) {
    List<Word> words = Word.of(name);
    int start = words.get(hit.first()).start();
    int end = words.get(hit.end() - 1).end();
    int all =
        Fields.meaningfulWords(name.substring(0, start))
            + Fields.meaningfulWords(name.substring(end));
    int ofYear =
        figures.find(words).stream()
            .filter(it -> it.label().equals(YTD))
            .mapToInt(it -> it.end() - it.first())
            .sum();
    return all - ofYear;
  }
}
