package confidant.ingest.fields;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Signs and codes of currencies beside an amount. */
final class Currencies {

  /** ISO 4217 as this JDK knows it, funds and metals included. */
  private static final Set<String> CODES =
      Set.copyOf(
          Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList());

  private static final Set<String> ABBREVIATIONS =
      Set.of("rs", "rs.", "fr", "fr.", "sfr", "sfr.", "kr", "kr.", "zł", "kč", "euro", "euros");

  private static final int LONGEST = 5;

  private Currencies() {}

  /** Whether {@code word} is a sign such as {@code S$}, a code or an abbreviation. */
  static boolean isCurrency(String word) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return false;
    }
    return (isSign(word.charAt(word.length() - 1))
            && word.chars().limit(word.length() - 1L).allMatch(Character::isUpperCase))
        || CODES.contains(word)
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isSign(char character) {
    return Character.getType(character) == Character.CURRENCY_SYMBOL;
  }

  /**
   * Where a currency that ends at {@code end} starts, not before {@code floor}; else {@code end}.
   */
  static int startBefore(String text, int end, int floor) {
    int start = end;
    while (start > floor && end - start < LONGEST && isPart(text.charAt(start - 1))) {
      start--;
      boolean whole = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
      if (whole && isCurrency(text.substring(start, end))) {
        return start;
      }
    }
    return end;
  }

  /** Where a currency that starts at {@code start} ends; {@code start} if there is none. */
  static int endAfter(String text, int start) {
    int longest = Math.min(text.length(), start + LONGEST);
    for (int end = longest; end > start; end--) {
      boolean whole =
          end == text.length()
              || !Character.isLetterOrDigit(text.charAt(end))
              || isSign(text.charAt(end - 1));
      if (whole && isCurrency(text.substring(start, end))) {
        return end;
      }
    }
    return start;
  }

  private static boolean isPart(char character) {
    return Character.isLetter(character) || isSign(character) || character == '.';
  }
}
