package confidant.ingest.prompt;

import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import confidant.ingest.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text is searched by: its words in small letters without accents, and its figures whole,
 * without their separators, so that {@code 1.234,56}, {@code 1,234.56} and {@code 1234.56} are one.
 */
final class Terms {

  /** What may stand between the digits of an amount, a date or a number. */
  private static final String SEPARATORS = ".,'\u2019/:-";

  private Terms() {}

  static List<String> of(Page page) {
    return of(MarkdownWriter.write(page));
  }

  static List<String> of(String text) {
    List<Word> words = Word.of(text);
    List<String> terms = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      StringBuilder term = new StringBuilder(words.get(from).folded());
      int next = from + 1;
      while (next < words.size() && goesOn(text, words.get(next - 1), words.get(next))) {
        term.append(words.get(next).folded());
        next++;
      }
      terms.add(term.toString());
      from = next;
    }
    return terms;
  }

  /** Whether two words are digits of one figure. */
  private static boolean goesOn(String text, Word before, Word word) {
    return word.start() == before.end() + 1
        && SEPARATORS.indexOf(text.charAt(before.end())) >= 0
        && isNumber(before)
        && isNumber(word);
  }

  private static boolean isNumber(Word word) {
    return word.folded().chars().allMatch(Character::isDigit);
  }
}
