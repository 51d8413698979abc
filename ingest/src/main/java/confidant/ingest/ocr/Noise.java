package confidant.ingest.ocr;

import java.util.List;

/** Removes what is read where no text is: specks, remains of lines, edges, pictures. */
final class Noise {

  /** Words that are hardly more than a guess. */
  private static final double LEAST_CONFIDENCE = 0.2;

  /** A single character is found anywhere. */
  private static final double LEAST_OF_ONE = 0.45;

  /** Signs without a letter or digit are found more often than they are printed. */
  private static final double LEAST_OF_SIGNS = 0.6;

  /** Signs that mean something on their own. */
  private static final String MEANINGFUL = "-\u2013\u2014+=%$\u20AC\u00A3*&/\u2022:()#\u00A7";

  /** Ink this much higher than the page's words, if not read for certain, is a picture. */
  private static final double TALL = 4;

  private static final double LEAST_OF_TALL = 0.7;

  private Noise() {}

  static List<RecognisedWord> remove(List<RecognisedWord> words) {
    double usual = medianHeight(words);
    return words.stream().filter(word -> isText(word, usual)).toList();
  }

  private static boolean isText(RecognisedWord word, double usualHeight) {
    String text = word.text();
    double least = LEAST_CONFIDENCE;
    if (FigureShape.mayBeFigure(text) && text.length() > 1) {
      // Looked at a second time before it is given up.
      return true;
    }
    if (word.height() > TALL * usualHeight) {
      least = LEAST_OF_TALL;
    } else if (text.chars().noneMatch(Character::isLetterOrDigit)) {
      if (!text.chars().allMatch(character -> MEANINGFUL.indexOf(character) >= 0)) {
        return false;
      }
      least = LEAST_OF_SIGNS;
    } else if (text.length() == 1) {
      least = LEAST_OF_ONE;
    }
    return word.confidence() >= least;
  }

  private static double medianHeight(List<RecognisedWord> words) {
    double[] heights = words.stream().mapToDouble(RecognisedWord::height).sorted().toArray();
    return heights.length == 0 ? 0 : heights[heights.length / 2];
  }
}
