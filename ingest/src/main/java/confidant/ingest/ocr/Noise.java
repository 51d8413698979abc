package confidant.ingest.ocr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what is read where no text is: specks, remains of lines, edges, pictures, patterns. Words
 * with more than one digit are never removed: they may be figures, and are looked at again.
 */
final class Noise {

  /** Words that are hardly more than a guess. */
  private static final double LEAST_CONFIDENCE = 0.2;

  /** A single letter is found anywhere. */
  private static final double LEAST_OF_ONE = 0.45;

  /** Signs without a letter or digit are found more often than they are printed. */
  private static final double LEAST_OF_SIGNS = 0.6;

  /** Letters in an order or in cases that nobody writes. */
  private static final double LEAST_OF_IMPLAUSIBLE = 0.5;

  /** Signs that mean something on their own. */
  private static final String MEANINGFUL = "-\u2013\u2014+=%$\u20AC\u00A3*&/\u2022:()#\u00A7";

  /** Ink this much higher than the page's words, if not read for certain, is a picture. */
  private static final double TALL = 4;

  private static final double LEAST_OF_TALL = 0.7;

  /** Heights of a digit that stands alone, in those of the page's words. */
  private static final double LOWEST_DIGIT = 0.5;

  private static final double HIGHEST_DIGIT = 2;

  /** A line whose characters are less certain on average is a pattern. */
  private static final double LEAST_OF_LINE = 0.5;

  /** A word so certain, of so many letters, makes a line one of text. */
  private static final double CERTAIN = 0.75;

  private static final int LEAST_LETTERS = 3;

  private final double usualHeight;
  private final Map<Integer, LineLook> lines = new HashMap<>();

  private Noise(List<RecognisedWord> words) {
    double[] heights = words.stream().mapToDouble(RecognisedWord::height).sorted().toArray();
    usualHeight = heights.length == 0 ? 0 : heights[heights.length / 2];
    words.forEach(word -> lines.computeIfAbsent(word.line(), line -> new LineLook()).add(word));
  }

  static List<RecognisedWord> remove(List<RecognisedWord> words) {
    Noise noise = new Noise(words);
    return words.stream().filter(noise::isText).toList();
  }

  private boolean isText(RecognisedWord word) {
    String text = word.text();
    long digits = text.chars().filter(Character::isDigit).count();
    if (digits > 1) {
      return true;
    }
    if (digits == 1 && text.length() == 1) {
      return word.confidence() >= LEAST_CONFIDENCE
          && word.height() >= LOWEST_DIGIT * usualHeight
          && word.height() <= HIGHEST_DIGIT * usualHeight;
    }
    return word.confidence() >= least(word) && lines.get(word.line()).isText();
  }

  /** How certain a word must be. */
  private double least(RecognisedWord word) {
    String text = word.text();
    if (word.height() > TALL * usualHeight) {
      return LEAST_OF_TALL;
    }
    if (text.chars().noneMatch(Character::isLetterOrDigit)) {
      boolean meaningful = text.chars().allMatch(sign -> MEANINGFUL.indexOf(sign) >= 0);
      return meaningful ? LEAST_OF_SIGNS : Double.POSITIVE_INFINITY;
    }
    if (text.length() == 1) {
      return LEAST_OF_ONE;
    }
    boolean plausible = text.chars().anyMatch(Character::isDigit) || WordShape.isPlausible(text);
    return plausible ? LEAST_CONFIDENCE : LEAST_OF_IMPLAUSIBLE;
  }

  /** What the words of a line look like. */
  private static final class LineLook {

    private double certainty;
    private int characters;
    private boolean certainWord;

    void add(RecognisedWord word) {
      int length = word.text().length();
      certainty += word.confidence() * length;
      characters += length;
      long letters = word.text().chars().filter(Character::isLetterOrDigit).count();
      certainWord |= word.confidence() >= CERTAIN && letters >= LEAST_LETTERS;
    }

    boolean isText() {
      return certainWord || certainty >= LEAST_OF_LINE * characters;
    }
  }
}
