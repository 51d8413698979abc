package confidant.ingest.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: a run of letters and digits.
 *
 * @param folded in small letters without accents, for comparing
 * @param start where it starts in the text
 * @param end where it ends, excluded
 */
public record Word(String folded, int start, int end) {

  /** All words of {@code text}, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && belongs(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String folded = fold(text.substring(start, i));
        if (!folded.isEmpty()) { // as accents alone are
          words.add(new Word(folded, start, i));
        }
        start = -1;
      }
    }
    return words;
  }

  /** Whether a letter is in it. */
  public boolean hasLetter() {
    return folded.chars().anyMatch(Character::isLetter);
  }

  private static boolean belongs(char character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static String fold(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (small.chars().allMatch(character -> character < 0x80)) {
      return small;
    }
    StringBuilder folded = new StringBuilder(small.length() + 2);
    Normalizer.normalize(small, Normalizer.Form.NFKD)
        .chars()
        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
        .forEach(character -> append(folded, (char) character));
    return folded.toString();
  }

  private static void append(StringBuilder folded, char character) {
    if (character == '\u00DF') { // sharp s, which has no other decomposition
      folded.append("ss");
    } else {
      folded.append(character);
    }
  }
}
