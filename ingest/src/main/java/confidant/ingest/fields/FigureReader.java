package confidant.ingest.fields;

import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.WrittenFigure.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds all figures in text, whatever they are and in whatever way they are written. Where {@link
 * AmountParser} takes what can be nothing but an amount, this takes everything, to look it up.
 *
 * <p>The longest way of reading a place counts: {@code 1 234,56} is one number, {@code 3.5-5.1} and
 * {@code 12/345/67890} are one code each. {@link #parts} takes such a place apart.
 */
public final class FigureReader {

  /** An account number in groups, or a telephone number. */
  private static final Pattern GROUPED_CODE =
      Pattern.compile(
          "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?:"
              + " ?[A-Z0-9]{1,3})?\\b|(?<![\\w.,])(?:\\+|00?(?=[1-9]))\\d{1,5}(?:["
              + " /()-]{1,2}\\d{1,8}){1,6}\\b(?![.,]\\d)");

  /** What is shorter is an amount with a plus, or one with blanks. */
  private static final int LEAST_OF_GROUPED_CODE = 8;

  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:.,])([01]?\\d|2[0-3]):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])");

  private static final int MONTHS_IN_YEAR = 12;

  private final DecimalMark decimal;
  private final DateParser dates;

  /** A reader of a text that writes numbers and dates in one way, or in an unknown one. */
  public FigureReader(Conventions conventions) {
    decimal = conventions.decimal();
    dates = new DateParser(conventions.dates(), decimal);
  }

  /** A reader of a text that may use several ways: what can mean two things keeps both. */
  public static FigureReader ofAnyText() {
    return new FigureReader(new Conventions(DecimalMark.UNKNOWN, DateOrder.UNKNOWN));
  }

  /** All figures of {@code text}, from left to right, none over another. */
  public List<WrittenFigure> find(String text) {
    List<WrittenFigure> found = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    Stream.of(days(text), codes(text), times(text), months(text))
        .flatMap(List::stream)
        .forEach(figure -> take(figure, taken, found));
    found.addAll(numbers(text, taken));
    found.sort(Comparator.comparingInt(WrittenFigure::start));
    return found;
  }

  /**
   * The numbers within a figure of {@code text} each on its own, for a figure that may be several:
   * a range, or numbers with a blank between them.
   */
  public List<WrittenFigure> parts(String text, WrittenFigure figure) {
    List<WrittenFigure> parts = new ArrayList<>();
    NumberScanner scanner = new NumberScanner(text, decimal, false, true);
    int at = figure.start();
    int floor = at;
    while (at < figure.end()) {
      if (!Numeral.isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      WrittenFigure part = scanner.at(at, floor);
      if (part.kind() == Kind.NUMBER && part.end() <= figure.end()) {
        parts.add(part);
      }
      at = Math.max(at + 1, part.end());
      floor = at;
    }
    return parts;
  }

  private static void take(WrittenFigure figure, BitSet taken, List<WrittenFigure> found) {
    int next = taken.nextSetBit(figure.start());
    if (next < 0 || next >= figure.end()) {
      taken.set(figure.start(), figure.end());
      found.add(figure);
    }
  }

  private List<WrittenFigure> numbers(String text, BitSet taken) {
    List<WrittenFigure> numbers = new ArrayList<>();
    NumberScanner scanner = new NumberScanner(text, decimal, true, false);
    int at = 0;
    int floor = 0;
    while (at < text.length()) {
      if (taken.get(at) || !Numeral.isDigit(text.charAt(at)) || scanner.isNumbering(at)) {
        at = Numeral.isDigit(text.charAt(at)) ? digitsEnd(text, at) : at + 1;
        continue;
      }
      WrittenFigure number = scanner.at(at, floor);
      int next = taken.nextSetBit(number.start());
      if (next < 0 || next >= number.end()) {
        numbers.add(number);
      }
      at = Math.max(at + 1, number.end());
      floor = at;
    }
    return numbers;
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Numeral.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static List<WrittenFigure> codes(String text) {
    List<WrittenFigure> codes = new ArrayList<>();
    Matcher matcher = GROUPED_CODE.matcher(text);
    while (matcher.find()) {
      String code = code(matcher.group());
      if (code.length() >= LEAST_OF_GROUPED_CODE) {
        codes.add(new WrittenFigure(matcher.start(), matcher.end(), Kind.CODE, List.of(code)));
      }
    }
    return codes;
  }

  /** Letters and digits of a code, by which it is compared. */
  static String code(String text) {
    StringBuilder code = new StringBuilder();
    text.chars()
        .filter(Character::isLetterOrDigit)
        .forEach(character -> code.append((char) Character.toUpperCase(character)));
    return code.toString();
  }

  private static List<WrittenFigure> times(String text) {
    List<WrittenFigure> times = new ArrayList<>();
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      String reading = Integer.parseInt(matcher.group(1)) + ":" + matcher.group(2);
      times.add(new WrittenFigure(matcher.start(), matcher.end(), Kind.TIME, List.of(reading)));
    }
    return times;
  }

  private List<WrittenFigure> days(String text) {
    return dates.findAll(text).stream()
        .map(
            day ->
                new WrittenFigure(
                    day.start(),
                    day.end(),
                    Kind.DAY,
                    day.readings().stream()
                        .map(
                            reading ->
                                day.year() == Day.NO_YEAR
                                    ? reading.toString()
                                    : reading.atYear(day.year()).toString())
                        .toList()))
        .toList();
  }

  /** {@code March 2024}, {@code 03/2024}, {@code 2024-03}. */
  private static List<WrittenFigure> months(String text) {
    List<WrittenFigure> months = new ArrayList<>();
    DateWords words = new DateWords(text);
    for (int at = 0; at + 1 < words.count(); at++) {
      String gap = words.gap(at);
      int joint = words.joint(at + 1);
      int month = words.month(at);
      int year = words.number(month > 0 && joint < words.count() ? joint : at + 1, 4);
      int last = month > 0 && joint < words.count() ? joint : at + 1;
      if (month == 0 && (gap.equals("/") || gap.equals("."))) {
        month = words.number(at, 2);
      } else if (month == 0 && gap.equals("-") && words.length(at + 1) == 2) {
        year = words.number(at, 4);
        month = words.number(at + 1, 2);
      } else if (!gap.isBlank() && !gap.equals(". ") && !gap.equals(", ") && !gap.equals("-")) {
        month = 0;
      }
      boolean apart = !words.continues(at) && !words.goesOn(last);
      if (month > 0 && month <= MONTHS_IN_YEAR && year >= 1900 && year < 2100 && apart) {
        months.add(
            new WrittenFigure(
                words.start(at),
                words.end(last),
                Kind.MONTH,
                List.of("%d-%02d".formatted(year, month))));
      }
    }
    return months;
  }
}
