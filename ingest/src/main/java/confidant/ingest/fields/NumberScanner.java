package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.WrittenFigure.Kind;
import confidant.ingest.fields.WrittenFigure.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one number, or one code, at a place of a text. */
final class NumberScanner {

  private static final String MINUS = "-\u2212\u2013\u2010\u2011";

  /** Signs that make a code of the digits at both of their sides. */
  private static final String JOINTS = "-/:._#";

  private static final Set<String> UNITS =
      Set.of(
          "mg", "g", "kg", "µg", "μg", "mcg", "ng", "pg", "ml", "dl", "cl", "l", "mmol", "µmol",
          "μmol", "nmol", "pmol", "mol", "iu", "ie", "mm", "cm", "m", "km", "m²", "m³", "h", "kwh",
          "wh", "kw", "°c", "°", "°f", "bpm", "mmhg", "fl", "mval");

  /** Numbering at the beginning of a line has at most this many digits. */
  private static final int MOST_DIGITS_OF_NUMBERING = 2;

  private final String text;
  private final DecimalMark decimal;
  private final boolean joinBlanks;
  private final boolean apart;

  /**
   * Reads in {@code text}.
   *
   * @param joinBlanks whether ordinary blanks may part thousands
   * @param apart whether signs such as a hyphen part numbers instead of making a code of them
   */
  NumberScanner(String text, DecimalMark decimal, boolean joinBlanks, boolean apart) {
    this.text = text;
    this.decimal = decimal;
    this.joinBlanks = joinBlanks;
    this.apart = apart;
  }

  /** Whether the digits at {@code at} number a line, as in {@code 12. Fees}. */
  boolean isNumbering(int at) {
    int end = at;
    while (end < text.length() && Numeral.isDigit(text.charAt(end))) {
      end++;
    }
    boolean lineStart = text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank();
    return lineStart
        && end - at <= MOST_DIGITS_OF_NUMBERING
        && end + 1 < text.length()
        && (text.charAt(end) == '.' || text.charAt(end) == ')')
        && text.charAt(end + 1) == ' ';
  }

  /**
   * The figure whose first digit is at {@code at}.
   *
   * @param floor where the figure before it ends
   */
  WrittenFigure at(int at, int floor) {
    Numeral numeral = Numeral.at(text, at, joinBlanks);
    List<String> readings = readings(numeral);
    boolean inWord = at > 0 && Character.isLetter(text.charAt(at - 1)) && !afterCurrency(at);
    if (readings.isEmpty() || (!apart && (inWord || isInCode(at, numeral.end())))) {
      return code(at, floor, numeral.end());
    }
    return number(at, floor, numeral, readings);
  }

  private WrittenFigure number(int at, int floor, Numeral numeral, List<String> readings) {
    int start = at;
    int end = numeral.end();
    boolean negative = false;
    int signed = signBefore(at);
    if (signed < at && signed >= floor) {
      negative = true;
      start = signed;
    } else if (isTrailingMinus(end)) {
      negative = true;
      end++;
    } else if (isBracketed(at, end)) {
      negative = true;
    }
    int percent = percentEnd(end);
    Measure measure = percent > end ? Measure.PERCENT : measure(at, end);
    return new WrittenFigure(start, percent, Kind.NUMBER, readings, negative, measure);
  }

  /** What a numeral can mean, without trailing zeros; empty if it is no number. */
  private List<String> readings(Numeral numeral) {
    // Nobody groups thousands behind a nought.
    boolean nought = numeral.groups().getFirst().equals("0") && numeral.groups().size() == 2;
    List<DecimalMark> both = List.of(DecimalMark.POINT, DecimalMark.COMMA);
    List<DecimalMark> marks =
        nought
            ? List.of(DecimalMark.UNKNOWN)
            : decimal == DecimalMark.UNKNOWN ? both : List.of(decimal);
    List<String> readings = values(numeral, marks);
    return readings.isEmpty() ? values(numeral, both) : readings;
  }

  private static List<String> values(Numeral numeral, List<DecimalMark> marks) {
    return marks.stream()
        .flatMap(mark -> numeral.value(mark).stream())
        .map(NumberScanner::plain)
        .distinct()
        .toList();
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** Whether signs glue the digits to others, so that they are a code, a fraction or a range. */
  private boolean isInCode(int start, int end) {
    boolean before = start > 1 && isJointBefore(start - 1);
    boolean after =
        end + 1 < text.length()
            && JOINTS.indexOf(text.charAt(end)) >= 0
            && Character.isDigit(text.charAt(end + 1));
    int letters = end;
    while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    boolean mixed =
        letters > end && letters < text.length() && Numeral.isDigit(text.charAt(letters));
    return before || after || mixed;
  }

  /** A full stop or a colon behind a word ends it; other signs belong to what goes on. */
  private boolean isJointBefore(int at) {
    char joint = text.charAt(at);
    char before = text.charAt(at - 1);
    return JOINTS.indexOf(joint) >= 0
        && (Numeral.isDigit(before)
            || (Character.isLetter(before)
                && joint != '.'
                && joint != ':'
                && Currencies.startBefore(text, at, 0) == at));
  }

  /** The run of letters, digits and joining signs around a place. */
  private WrittenFigure code(int at, int floor, int leastEnd) {
    int start = at;
    while (start > floor && (isCodePart(start - 1) || joins(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && (isCodePart(end) || joins(end))) {
      end++;
    }
    end = Math.max(end, leastEnd);
    return new WrittenFigure(
        start, end, Kind.CODE, List.of(FigureReader.code(text.substring(start, end))));
  }

  private boolean isCodePart(int at) {
    return Character.isLetterOrDigit(text.charAt(at));
  }

  private boolean joins(int at) {
    return at > 0
        && at + 1 < text.length()
        && (JOINTS + ",'@").indexOf(text.charAt(at)) >= 0
        && isCodePart(at - 1)
        && isCodePart(at + 1);
  }

  /** Where a minus stands that belongs to the number at {@code at}; {@code at} if none does. */
  private int signBefore(int at) {
    int next = at;
    int currency = Currencies.startBefore(text, next, 0);
    if (currency < next && currency > 0 && isFreeMinus(currency - 1)) {
      return currency - 1;
    }
    return next > 0 && isFreeMinus(next - 1) ? next - 1 : at;
  }

  private boolean isFreeMinus(int at) {
    if (MINUS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return before == '\n'
        || before == '('
        || Numeral.isBlank(before)
        || Currencies.startBefore(text, at, 0) < at;
  }

  private boolean isTrailingMinus(int at) {
    return at < text.length()
        && MINUS.indexOf(text.charAt(at)) >= 0
        && text.charAt(at) != '\u2013'
        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private boolean isBracketed(int start, int end) {
    int before = start > 0 && Numeral.isBlank(text.charAt(start - 1)) ? start - 1 : start;
    int open = Currencies.startBefore(text, before, 0);
    int close = Currencies.endAfter(text, skipBlank(end));
    return open > 0
        && text.charAt(open - 1) == '('
        && close < text.length()
        && text.charAt(close) == ')';
  }

  /** Where a percent sign after {@code end} ends; {@code end} if there is none. */
  private int percentEnd(int end) {
    int next = skipBlank(end);
    return next < text.length() && "%\u2030".indexOf(text.charAt(next)) >= 0 ? next + 1 : end;
  }

  private int skipBlank(int at) {
    return at < text.length() && Numeral.isBlank(text.charAt(at)) ? at + 1 : at;
  }

  private boolean afterCurrency(int at) {
    int before = at > 0 && Numeral.isBlank(text.charAt(at - 1)) ? at - 1 : at;
    return Stream.of(at, before).anyMatch(end -> Currencies.startBefore(text, end, 0) < end);
  }

  private Measure measure(int at, int end) {
    int next = skipBlank(end);
    if (afterCurrency(at) || Currencies.endAfter(text, next) > next) {
      return Measure.CURRENCY;
    }
    int last = next;
    while (last < text.length()
        && (Character.isLetter(text.charAt(last)) || "°²³".indexOf(text.charAt(last)) >= 0)) {
      last++;
    }
    return UNITS.contains(text.substring(next, last).toLowerCase(Locale.ROOT))
        ? Measure.UNIT
        : Measure.NOTHING;
  }
}
