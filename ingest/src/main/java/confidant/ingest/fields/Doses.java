package confidant.ingest.fields;

import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.util.List;
import java.util.Optional;

/** Finds doses of medicines, such as {@code 10 mg} or {@code 2,5mg/ml}. */
final class Doses {

  private static final Vocabulary UNITS = Fields.vocabulary("dose");

  private Doses() {}

  /**
   * A dose in a text.
   *
   * @param start where its number starts
   * @param end where its unit ends, excluded
   */
  record Dose(int start, int end) {}

  /** The first dose in {@code text}. */
  static Optional<Dose> find(String text) {
    int at = 0;
    while (at < text.length()) {
      if (!Numeral.isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      // At the start of a cell nothing else can be meant by a blank between groups of digits.
      int end = Numeral.at(text, at, at == 0).end();
      boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      Optional<Integer> unitEnd = free ? unitEnd(text, end) : Optional.empty();
      if (unitEnd.isPresent()) {
        return Optional.of(new Dose(at, unitEnd.get()));
      }
      at = end;
    }
    return Optional.empty();
  }

  private static Optional<Integer> unitEnd(String text, int numberEnd) {
    int start = numberEnd;
    while (start < text.length() && start < numberEnd + 2 && Numeral.isBlank(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    List<Word> unit = Word.of(text.substring(start, end));
    boolean known = unit.size() == 1 && UNITS.contains(unit.getFirst());
    return known ? Optional.of(perUnit(text, end)) : Optional.empty();
  }

  /** Takes in a second unit, as in mg/ml. */
  private static int perUnit(String text, int end) {
    int next = end + 1;
    if (end >= text.length() || text.charAt(end) != '/') {
      return end;
    }
    while (next < text.length() && Character.isLetter(text.charAt(next))) {
      next++;
    }
    List<Word> unit = Word.of(text.substring(end + 1, next));
    return unit.size() == 1 && UNITS.contains(unit.getFirst()) ? next : end;
  }
}
