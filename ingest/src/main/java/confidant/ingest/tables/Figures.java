package confidant.ingest.tables;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells figures from words. */
final class Figures {

  private static final String SIGN = "[-+\u2212(]?\\s?";

  private static final String CURRENCY =
      "(?:\\p{Sc}|[A-Z]{1,2}\\p{Sc}|EUR|USD|GBP|CHF|SGD|INR|AUD|CAD|NZD|JPY|CNY|SEK|NOK|DKK|PLN|CZK"
          + "|Rs\\.?|[Kk]r\\.?)?\\s?[-+\u2212]?";

  private static final String DIGITS = "\\d[\\d.,'\u2019 /-]*";

  private static final String UNIT = "\\s?(?:%|\\p{Sc}|\\p{L}{1,5}\\.?)?\\s?[-+)]?";

  /** An amount, count, percentage or date, with sign, currency or a unit of one word. */
  private static final Pattern FIGURE = Pattern.compile(SIGN + CURRENCY + DIGITS + UNIT);

  /** Stand in the place of a figure that is not there. */
  private static final String DASHES = "-\u2013\u2014\u2212";

  private static final Pattern FIGURE_START = Pattern.compile(SIGN + CURRENCY + "\\d");

  private static final Pattern YEAR =
      Pattern.compile("(?:FY ?)?(?:19|20)\\d\\d(?:[-/\u2013](?:\\d\\d|\\d{4}))?");

  private static final Pattern DAY =
      Pattern.compile("\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}(?![.,]?\\d).*");

  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'\u2019]*\\d)?");

  private Figures() {}

  /** Whether it is a figure and nothing else; most texts have no digit, which is soon seen. */
  static boolean isFigure(String text) {
    if (!hasAsciiDigit(text)) {
      return text.length() == 1 && DASHES.contains(text);
    }
    // A bracket of its own is the rest of a longer text.
    return text.startsWith("(") == text.endsWith(")") && FIGURE.matcher(text).matches();
  }

  /** Whether it starts as a figure does, such as "100 million" or "-3 of 7". */
  static boolean startsAsFigure(String text) {
    return isFigure(text) || (hasAsciiDigit(text) && FIGURE_START.matcher(text).lookingAt());
  }

  /** A year or a span of years, as found in the headings of columns, perhaps at a bracket's end. */
  static boolean isYear(String text) {
    return YEAR.matcher(text.endsWith(")") ? text.substring(0, text.length() - 1) : text).matches();
  }

  /** Whether it starts with a day of figures, such as 31.12.2024. */
  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds digits other than those of years. */
  static boolean hasDigitBesideYears(String text) {
    return hasDigit(text) && hasDigit(YEAR.matcher(text).replaceAll(""));
  }

  /** Whether any of the patterns here can match. */
  private static boolean hasAsciiDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** All numbers in {@code texts}, sorted, for comparing two forms of the same text. */
  static List<String> numbers(Stream<String> texts) {
    String[] sorted =
        texts
            .filter(Figures::hasAsciiDigit)
            .flatMap(text -> NUMBER.matcher(text).results().map(MatchResult::group))
            .toArray(String[]::new);
    Arrays.sort(sorted);
    return List.of(sorted);
  }
}
