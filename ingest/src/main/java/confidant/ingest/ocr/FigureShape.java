package confidant.ingest.ocr;

import java.util.regex.Pattern;

/** Tells figures from other words by their shape. */
final class FigureShape {

  /** Digits with their signs; also letters that are read for digits, if there are fewer of them. */
  private static final Pattern CHARACTERS =
      Pattern.compile(
          "[-+(<>]?[$\u20AC\u00A3]?[0-9.,'/:OoQDlI|SsBZzgq-]+[$\u20AC\u00A3]?[)%]?-?[*\"\u201D\u2019]?");

  /** Digits in groups of three or without groups, and decimals. */
  private static final String NUMBER =
      "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})?"
          + "|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?"
          + "|\\d{1,3}(?:'\\d{3})+(?:[.,]\\d{1,4})?"
          + "|\\d+(?:[.,]\\d{1,4})?)";

  /** A number with signs and currencies around, or a range of two. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "[-+(<>]*[$\u20AC\u00A3]?-?"
              + NUMBER
              + "(?:-"
              + NUMBER
              + ")?[$\u20AC\u00A3]?[)%]?[-+]?[.,:]?");

  /** A day or a time: numbers with one sign between them. */
  private static final Pattern DAY =
      Pattern.compile("\\d{1,4}(?:[./:]\\d{1,2}|([./-])\\d{1,2}\\1\\d{2,4})[.,:]?");

  private FigureShape() {}

  /** Whether {@code text} may be a figure, well read or not. */
  static boolean mayBeFigure(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    long letters = text.chars().filter(Character::isLetter).count();
    // What has letters and no point is a name, such as B12.
    boolean split = letters == 0 || text.indexOf('.') >= 0 || text.indexOf(',') >= 0;
    return digits > letters && split && CHARACTERS.matcher(text).matches();
  }

  /** Whether {@code text} is written as figures are. */
  static boolean isWellFormed(String text) {
    return AMOUNT.matcher(text).matches() || DAY.matcher(text).matches();
  }
}
