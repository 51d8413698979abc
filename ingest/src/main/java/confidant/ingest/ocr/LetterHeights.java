package confidant.ingest.ocr;

import java.util.List;

/**
 * Tells the size of a line's type from the height of its words' ink, which depends on the letters:
 * "no" is half as high as "(jug)".
 */
final class LetterHeights {

  /** Heights of book faces in em: of x, of capitals and digits, and below the baseline. */
  private static final double SMALL = 0.53;

  private static final double TALL = 0.72;
  private static final double DEEP = 0.21;
  private static final double COMMA = 0.13;

  private static final String SMALL_LETTERS = "acegmnopqrsuvwxyz";
  private static final String DEEP_LETTERS = "gjpqyQ()[]{}|\u00E7";
  private static final String COMMAS = ",;";

  private LetterHeights() {}

  /**
   * Height of the em square of a line, in pixels.
   *
   * @param line at least one word
   */
  static double em(List<RecognisedWord> line) {
    List<RecognisedWord> lettered = line.stream().filter(LetterHeights::hasLetter).toList();
    double[] sizes =
        (lettered.isEmpty() ? line : lettered)
            .stream()
                .mapToDouble(word -> word.height() / (above(word.text()) + below(word.text())))
                .sorted()
                .toArray();
    return sizes[sizes.length / 2];
  }

  /**
   * Where a line's letters stand, in pixels from the top.
   *
   * @param line at least one word
   * @param em of the line, in pixels
   */
  static double baseline(List<RecognisedWord> line, double em) {
    List<RecognisedWord> lettered = line.stream().filter(LetterHeights::hasLetter).toList();
    double[] baselines =
        (lettered.isEmpty() ? line : lettered)
            .stream()
                .mapToDouble(word -> word.bottom() - em * below(word.text()))
                .sorted()
                .toArray();
    return baselines[baselines.length / 2];
  }

  private static boolean hasLetter(RecognisedWord word) {
    return word.text().chars().anyMatch(Character::isLetterOrDigit);
  }

  private static double above(String text) {
    return text.chars().allMatch(character -> isLow(character)) ? SMALL : TALL;
  }

  private static boolean isLow(int character) {
    return SMALL_LETTERS.indexOf(character) >= 0 || !Character.isLetterOrDigit(character);
  }

  private static double below(String text) {
    if (text.chars().anyMatch(character -> DEEP_LETTERS.indexOf(character) >= 0)) {
      return DEEP;
    }
    return text.chars().anyMatch(character -> COMMAS.indexOf(character) >= 0) ? COMMA : 0;
  }
}
