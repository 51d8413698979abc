package confidant.ingest.fields;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Field;
import confidant.ingest.fields.LabRange.Position;
import confidant.ingest.words.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads laboratory reports: each analyte with value, unit, reference range and flag. */
final class LabExtractor implements Extractor {

  private static final String CHECK = "A value outside its range is flagged, one within is not";
  private static final String NAME = "analyte.name";
  private static final String VALUE = "analyte.value";
  private static final String UNIT = "analyte.unit";
  private static final String RANGE = "analyte.range";
  private static final String FLAG = "analyte.flag";
  private static final double UNDER_HEADING = 0.95;
  private static final double BY_SHAPE = 0.75;
  private static final int LONGEST_NAME = 80;

  /** Roles of the parts of a line of text. */
  private static final List<String> IN_LINE = List.of("analyte", "value", "range", "flag");

  private final Vocabulary labels = Fields.vocabulary("letter");
  private final Vocabulary columnNames = Fields.vocabulary("lab.columns");
  private final Vocabulary flags = Fields.vocabulary("lab.flags");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.name("patient"));
    findings.add(values.day("date"));
    Columns columns = new Columns(sheet, columnNames);
    List<Result> results = new ArrayList<>();
    for (Row row : sheet.rows()) {
      List<String> roles = columns.next(row);
      if (!roles.isEmpty() && row.pieces().size() >= 2) {
        read(sheet, row, roles, results.size() + 1).ifPresent(results::add);
      } else if (row.pieces().size() == 1) {
        readLine(sheet, row, results.size() + 1).ifPresent(results::add);
      }
    }
    results.forEach(result -> findings.addAll(result.fields));
    addChecks(findings, results);
  }

  /** One analyte as far as a check needs it. */
  private record Result(
      List<Field> fields,
      Optional<BigDecimal> number,
      Optional<LabRange> range,
      Optional<Field> flag) {

    Optional<Position> position() {
      return number.isPresent() && range.isPresent()
          ? Optional.of(range.get().position(number.get()))
          : Optional.empty();
    }

    List<Field> of(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    String text(String name) {
      return of(name).isEmpty() ? "" : of(name).getFirst().raw();
    }
  }

  private Optional<Result> read(Sheet sheet, Row row, List<String> roles, int item) {
    Parts parts = new Parts(sheet, row, item);
    for (int i = 0; i < row.pieces().size(); i++) {
      parts.take(row.pieces().get(i), roles.get(i), i == 0);
    }
    return parts.result();
  }

  private Optional<Result> readLine(Sheet sheet, Row row, int item) {
    List<Piece> pieces = LabLine.split(row.first());
    Parts parts = new Parts(sheet, row, item);
    for (int i = 0; i < pieces.size(); i++) {
      parts.take(pieces.get(i), IN_LINE.get(i), i == 0);
    }
    return parts.range.isPresent() ? parts.result() : Optional.empty();
  }

  private void addChecks(FindingsBuilder findings, List<Result> results) {
    List<Result> compared = results.stream().filter(it -> it.position().isPresent()).toList();
    boolean flagged = results.stream().anyMatch(result -> result.flag.isPresent());
    if (compared.isEmpty() || !flagged) {
      String why = flagged ? "No value with a range was found." : "The paper flags no value.";
      findings.addNotPossible(CHECK, why, List.of());
      return;
    }
    List<Field> agreeing = new ArrayList<>();
    for (Result result : compared) {
      if (agrees(result)) {
        agreeing.addAll(result.of(VALUE));
      } else {
        findings.add(new Check(CHECK, disagreement(result), Outcome.FAILED, result.fields));
      }
    }
    if (!agreeing.isEmpty()) {
      findings.add(
          new Check(
              CHECK,
              agreeing.size() + (agreeing.size() == 1 ? " value agrees" : " values agree"),
              Outcome.PASSED,
              agreeing));
    }
  }

  private static boolean agrees(Result result) {
    String flag = result.flag.map(Field::value).orElse("NORMAL");
    return switch (result.position().orElseThrow()) {
      case WITHIN -> flag.equals("NORMAL");
      case HIGH -> flag.equals("HIGH") || flag.equals("ABNORMAL");
      case LOW -> flag.equals("LOW") || flag.equals("ABNORMAL");
    };
  }

  private static String disagreement(Result result) {
    String place =
        switch (result.position().orElseThrow()) {
          case WITHIN -> "within";
          case HIGH -> "above";
          case LOW -> "below";
        };
    return "%s: %s is %s %s, flag: %s"
        .formatted(
            result.text(NAME),
            result.text(VALUE),
            place,
            result.text(RANGE),
            result.flag.map(Field::raw).orElse("none"));
  }

  /** A row by what its pieces are. */
  private final class Parts {
    private final Sheet sheet;
    private final Row row;
    private final int item;
    private Optional<Field> name = Optional.empty();
    private Optional<Field> value = Optional.empty();
    private Optional<Field> unit = Optional.empty();
    private Optional<Field> rangeField = Optional.empty();
    private Optional<Field> flag = Optional.empty();
    private Optional<BigDecimal> number = Optional.empty();
    private Optional<LabRange> range = Optional.empty();
    private boolean headed;

    Parts(Sheet sheet, Row row, int item) {
      this.sheet = sheet;
      this.row = row;
      this.item = item;
    }

    void take(Piece piece, String role, boolean first) {
      headed |= role.equals("value") || role.equals("range");
      switch (role) {
        case "analyte" -> takeName(piece);
        case "value" -> takeFirstValue(piece);
        case "unit" -> unit = unit.or(() -> Optional.of(text(UNIT, piece)));
        case "range" -> takeRange(piece);
        case "flag" -> takeFlag(piece, 0);
        default -> takeByShape(piece, first);
      }
    }

    private void takeByShape(Piece piece, boolean first) {
      if (first && meaning(piece.text()).isPresent()) {
        takeFlag(piece, 0);
      } else if (first) {
        takeName(piece);
      } else if (value.isEmpty() && startsWithDigit(piece.text()) && range(piece).isEmpty()) {
        takeValue(piece);
      } else if (rangeField.isEmpty() && range(piece).isPresent()) {
        takeRange(piece);
      } else if (value.isPresent()) {
        takeFlag(piece, 0);
        if (flag.isEmpty() && rangeField.isEmpty() && piece.text().length() <= 12) {
          unit = unit.or(() -> Optional.of(text(UNIT, piece)));
        }
      }
    }

    private void takeName(Piece piece) {
      boolean named =
          Fields.meaningfulWords(piece.text()) > 0 && piece.text().length() <= LONGEST_NAME;
      if (named && name.isEmpty()) {
        name = Optional.of(text(NAME, piece));
      }
    }

    /** Of several results the first is the one of this report. */
    private void takeFirstValue(Piece piece) {
      if (value.isEmpty()) {
        takeValue(piece);
      }
    }

    /** A value, perhaps with a unit and a flag behind it. */
    private void takeValue(Piece piece) {
      String text = piece.text();
      int start = text.startsWith("<") || text.startsWith(">") ? 1 : 0;
      while (start < text.length() && Numeral.isBlank(text.charAt(start))) {
        start++;
      }
      if (start == text.length() || !Numeral.isDigit(text.charAt(start))) {
        value = Optional.of(text(VALUE, piece)); // such as "negative"
        return;
      }
      Numeral numeral = Numeral.at(text, start, false);
      int end = numeral.end();
      boolean more = end < text.length() && "/-:".indexOf(text.charAt(end)) >= 0;
      if (more) {
        value = Optional.of(text(VALUE, piece)); // such as a blood pressure
        return;
      }
      number = start == 0 ? numeral.value(sheet.conventions().decimal()) : Optional.empty();
      value =
          Optional.of(
              Fields.text(VALUE, item, row, piece, 0, end, headed ? UNDER_HEADING : BY_SHAPE));
      String plain = number.map(BigDecimal::toPlainString).orElse(text.substring(0, end));
      value = value.map(field -> Fields.as(field, VALUE, plain));
      takeBehind(piece, end);
    }

    private void takeBehind(Piece piece, int from) {
      String rest = piece.text().substring(from).strip();
      if (rest.isEmpty()) {
        return;
      }
      int last = rest.lastIndexOf(' ') + 1;
      int start = piece.text().length() - (rest.length() - last);
      boolean flagged = takeFlag(piece, start);
      String unitText = flagged ? rest.substring(0, last).strip() : rest;
      if (!unitText.isEmpty()) {
        int unitStart = piece.text().indexOf(unitText, from);
        unit =
            Optional.of(
                Fields.text(
                    UNIT, item, row, piece, unitStart, unitStart + unitText.length(), BY_SHAPE));
      }
    }

    private Optional<LabRange> range(Piece piece) {
      return LabRange.parse(piece.text(), sheet.conventions().decimal());
    }

    private void takeRange(Piece piece) {
      range = range(piece);
      rangeField = Optional.of(text(RANGE, piece));
    }

    private boolean takeFlag(Piece piece, int start) {
      String text = piece.text().substring(start).strip();
      Optional<String> meaning = meaning(text);
      if (meaning.isEmpty() || flag.isPresent()) {
        return false;
      }
      Field field = Fields.text(FLAG, item, row, piece, start, piece.text().length(), BY_SHAPE);
      flag = Optional.of(Fields.as(field, FLAG, meaning.get()));
      return true;
    }

    private Optional<String> meaning(String text) {
      return switch (text) {
        case "+", "++", "\u2191", "\u25B2" -> Optional.of("HIGH");
        case "-", "--", "\u2193", "\u25BC" -> Optional.of("LOW");
        case "*", "**", "!" -> Optional.of("ABNORMAL");
        default -> flags.whole(text);
      };
    }

    private Field text(String field, Piece piece) {
      return Fields.text(field, item, row, piece, headed ? UNDER_HEADING : BY_SHAPE);
    }

    /** Without headings, a range is what tells a result from other rows. */
    Optional<Result> result() {
      boolean whole = name.isPresent() && value.isPresent() && (headed || range.isPresent());
      if (!whole) {
        return Optional.empty();
      }
      List<Field> fields = new ArrayList<>();
      for (Optional<Field> field : List.of(name, value, unit, rangeField, flag)) {
        field.ifPresent(fields::add);
      }
      return Optional.of(new Result(List.copyOf(fields), number, range, flag));
    }

    private static boolean startsWithDigit(String text) {
      return Numeral.isDigit(text.charAt(0)) || "<>".indexOf(text.charAt(0)) >= 0;
    }
  }
}
