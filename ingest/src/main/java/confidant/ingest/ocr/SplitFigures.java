package confidant.ingest.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the parts of figures that were taken for words of their own, though no blank stands between
 * them; the decimals of typewriter faces stand as far from their comma as if there were one. What
 * comes of it is little certain, so that it is looked at a second time as a whole.
 */
final class SplitFigures {

  /** Part of a figure: digits with points and commas, perhaps a currency before them. */
  private static final Pattern PART = Pattern.compile("[$\u20AC\u00A3-]?[0-9.,]*[0-9][0-9.,]*");

  /** Ink of words that a blank parts stands at least this far apart, in em. */
  private static final double LEAST_BLANK = 0.26;

  /** An amount that ends with its comma, and decimals, in typewriter faces. */
  private static final Pattern WHOLE = Pattern.compile("[$\u20AC\u00A3-]?(?:\\d+[.,'])*\\d+[.,]");

  private static final Pattern DECIMALS = Pattern.compile("\\d{2}-?|\\d{3}[.,]\\d{2}-?");

  /** Ink of a comma and of the digit after it is at most this far apart there, in em. */
  private static final double MOST_AFTER_COMMA = 0.5;

  private static final double CONFIDENCE = 0.6;

  private SplitFigures() {}

  static List<RecognisedWord> join(List<RecognisedWord> words) {
    List<RecognisedWord> joined = new ArrayList<>();
    for (RecognisedWord word : words) {
      if (!joined.isEmpty() && belongsTo(joined.getLast(), word)) {
        joined.add(both(joined.removeLast(), word));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private static boolean belongsTo(RecognisedWord first, RecognisedWord second) {
    double em = Math.min(LetterHeights.em(List.of(first)), LetterHeights.em(List.of(second)));
    double gap = second.left() - first.right();
    boolean touches =
        gap < LEAST_BLANK * em
            && PART.matcher(first.text()).matches()
            && PART.matcher(second.text()).matches();
    boolean decimals =
        gap < MOST_AFTER_COMMA * em
            && WHOLE.matcher(first.text()).matches()
            && DECIMALS.matcher(second.text()).matches();
    return first.line() == second.line() && second.left() > first.left() && (touches || decimals);
  }

  private static RecognisedWord both(RecognisedWord first, RecognisedWord second) {
    return new RecognisedWord(
        first.text() + second.text(),
        first.left(),
        Math.min(first.top(), second.top()),
        Math.max(first.right(), second.right()),
        Math.max(first.bottom(), second.bottom()),
        first.baseline(),
        Math.min(CONFIDENCE, Math.min(first.confidence(), second.confidence())),
        first.line(),
        "");
  }
}
