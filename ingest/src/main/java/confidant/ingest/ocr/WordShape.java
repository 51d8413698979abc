package confidant.ingest.ocr;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what may be a word or a name from what specks and patterns are read for, by its shape. */
final class WordShape {

  /** Letters in the cases that people write: all small, all large, or a large one first. */
  private static final Pattern CASES =
      Pattern.compile("\\p{L}|\\p{Lu}?\\p{Ll}+|\\p{Lu}{2,}s?|Mc\\p{Lu}\\p{Ll}+");

  /** What may stand between parts of a word, and around it. */
  private static final Pattern PARTS = Pattern.compile("[-/'\u2019.,:;()&\"\u201C\u201D*!?#]+");

  /** Longest part of a word without a vowel: abbreviations. */
  private static final int MOST_WITHOUT_VOWEL = 4;

  private static final String VOWELS = "aeiouy";

  private WordShape() {}

  /** Whether {@code text}, with letters and without digits, may have been printed. */
  static boolean isPlausible(String text) {
    return PARTS.splitAsStream(text).filter(part -> !part.isEmpty()).allMatch(WordShape::isWord);
  }

  private static boolean isWord(String part) {
    return CASES.matcher(part).matches() && (part.length() <= MOST_WITHOUT_VOWEL || hasVowel(part));
  }

  private static boolean hasVowel(String part) {
    return Normalizer.normalize(part, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .chars()
        .anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
  }
}
