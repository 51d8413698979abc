package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds spans of days: {@code 01.03. - 31.03.2024}, {@code 03/01/2024 to 03/31/2024}, a month. */
final class Periods {

  static final String START = "period_start";
  static final String END = "period_end";

  private static final double LABELLED = 0.9;
  private static final double UNLABELLED = 0.7;
  private static final Vocabulary JOINERS = Fields.vocabulary("until");
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

  /** Longer texts are prose. */
  private static final int LONGEST_PIECE = 500;

  private final Sheet sheet;

  Periods(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Start and end, as far as labels or spans tell them. */
  List<Field> find(ValueFinder values) {
    List<Field> found = new ArrayList<>();
    Optional<Field> start = values.day(START);
    Optional<Field> end = values.day(END);
    if (start.isPresent() || end.isPresent()) {
      start.ifPresent(found::add);
      end.ifPresent(found::add);
      return List.copyOf(found);
    }
    for (Label label : values.labels("period")) {
      List<Field> labelled = besides(label);
      if (!labelled.isEmpty()) {
        return labelled;
      }
    }
    return sheet.rows().stream()
        .flatMap(row -> row.pieces().stream().map(piece -> span(row, piece, 0, UNLABELLED)))
        .filter(span -> !span.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The last day that the paper speaks of, for dates without a year. */
  static Optional<LocalDate> end(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.name().equals(END))
        .findFirst()
        .flatMap(Fields::date);
  }

  private List<Field> besides(Label label) {
    Row row = label.row(sheet);
    for (int i = label.piece(); i < row.pieces().size(); i++) {
      Piece piece = row.pieces().get(i);
      int from = i == label.piece() ? label.end() : 0;
      List<Field> span = span(row, piece, from, LABELLED);
      if (!span.isEmpty()) {
        return span;
      }
      List<Field> month = month(row, piece, from);
      if (!month.isEmpty()) {
        return month;
      }
    }
    return acrossPieces(row, label.piece());
  }

  /** Start and end in pieces of their own. */
  private List<Field> acrossPieces(Row row, int from) {
    List<Field> days = new ArrayList<>();
    for (Piece piece : row.pieces().subList(from, row.pieces().size())) {
      for (Day day : sheet.dates().find(piece.text())) {
        String name = days.isEmpty() ? START : END;
        days.add(Fields.day(name, 0, day, row, piece, LABELLED));
      }
    }
    return days.size() == 2 ? List.copyOf(days) : List.of();
  }

  private List<Field> month(Row row, Piece piece, int from) {
    String text = piece.text().substring(from);
    Optional<YearMonth> month = sheet.dates().month(text);
    if (month.isEmpty() || !sheet.dates().find(text).isEmpty()) {
      return List.of();
    }
    int start = from;
    while (!Character.isLetterOrDigit(piece.text().charAt(start))) {
      start++;
    }
    Field whole = Fields.text(START, 0, row, piece, start, piece.text().length(), LABELLED);
    return List.of(
        Fields.as(whole, START, month.get().atDay(1).toString()),
        Fields.as(whole, END, month.get().atEndOfMonth().toString()));
  }

  /** Two days joined by a dash or a word. */
  private List<Field> span(Row row, Piece piece, int from, double confidence) {
    if (piece.text().length() > LONGEST_PIECE) {
      return List.of();
    }
    List<Day> stretch = sheet.dates().stretch(piece.text());
    if (!stretch.isEmpty() && stretch.getFirst().start() >= from) {
      return List.of(
          Fields.day(START, 0, stretch.getFirst(), row, piece, confidence),
          Fields.day(END, 0, stretch.getLast(), row, piece, confidence));
    }
    List<Day> days =
        sheet.dates().find(piece.text()).stream().filter(day -> day.start() >= from).toList();
    for (int i = 0; i < days.size(); i++) {
      Day end = days.get(i);
      Optional<Day> start =
          i > 0 ? Optional.of(days.get(i - 1)) : withoutYear(piece.text(), from, end);
      if (start.isPresent() && joins(piece.text().substring(start.get().end(), end.start()))) {
        return List.of(
            Fields.day(START, 0, start.get(), row, piece, confidence),
            Fields.day(END, 0, end, row, piece, confidence));
      }
    }
    return List.of();
  }

  /** The start of a span whose year stands only at its end. */
  private Optional<Day> withoutYear(String text, int from, Day end) {
    for (Word word : Word.of(text.substring(from, end.start()))) {
      int at = from + word.start();
      Optional<Day> day =
          sheet
              .dates()
              .leading(text.substring(at, end.start()))
              .filter(found -> joins(text.substring(at + found.end(), end.start())));
      if (day.isPresent()) {
        Day found = day.get();
        return Optional.of(
            new Day(
                    found.text(),
                    at,
                    at + found.end(),
                    found.readings(),
                    found.year(),
                    found.shape())
                .in(new Years(end.date())));
      }
    }
    return Optional.empty();
  }

  private static boolean joins(String gap) {
    String text = gap.strip();
    if (text.startsWith(".")) {
      text = text.substring(1).strip();
    }
    return text.length() == 1
        ? DASHES.contains(text) || JOINERS.whole(text).isPresent()
        : JOINERS.whole(text).isPresent();
  }
}
