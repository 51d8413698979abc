package confidant.ingest.tables;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells figures from words. */
final class Figures {

  /**
   * An amount, count or percentage, with sign, currency, unit of one word, or debit/credit mark.
   */
  private static final Pattern FIGURE =
      Pattern.compile(
          "[-+\u2212(]?\\s?(?:\\p{Sc}|\\p{Lu}{1,3}\\p{Sc}?|Rs\\.?)?\\s?[-+\u2212]?\\d[\\d.,'\u2019"
              + " ]*\\s?(?:%|\\p{Sc}|\\p{L}{1,5}\\.?)?\\s?[-+)]?");

  private static final Pattern YEAR =
      Pattern.compile("(?:FY ?)?(?:19|20)\\d\\d(?:[-/\u2013](?:\\d\\d|\\d{4}))?");

  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'\u2019]*\\d)?");

  private Figures() {}

  static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches();
  }

  /** A year or a span of years, as found in the headings of columns. */
  static boolean isYear(String text) {
    return YEAR.matcher(text).matches();
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** All numbers in {@code texts}, sorted, for comparing two forms of the same text. */
  static List<String> numbers(Stream<String> texts) {
    String[] sorted =
        texts
            .flatMap(text -> NUMBER.matcher(text).results().map(MatchResult::group))
            .toArray(String[]::new);
    Arrays.sort(sorted);
    return List.of(sorted);
  }
}
