package confidant.ingest.ocr;

import confidant.ingest.page.GlyphRun;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells whether the characters of a text layer are those that its page shows. Files can lack that
 * knowledge, or hold it wrong: then nearly all letters are others.
 */
public final class TextTrust {

  /** Share of characters without a meaning that a good text layer may have, such as bullets. */
  private static final double MOST_UNKNOWN = 0.15;

  /** Letters that tell languages from letters by chance; fewer tell nothing. */
  private static final int ENOUGH_LETTERS = 200;

  /**
   * The letters that are most frequent in languages of Latin letters: more than half of all, but
   * less than a third where letters stand for others.
   */
  private static final String FREQUENT = "aeinorst";

  private static final double LEAST_FREQUENT = 0.4;

  private TextTrust() {}

  /** Whether {@code runs} can be believed; no runs can. */
  public static boolean isTrustworthy(List<GlyphRun> runs) {
    String text =
        runs.stream()
            .filter(run -> !run.isBlank())
            .map(GlyphRun::text)
            .collect(Collectors.joining());
    long all = text.codePoints().count();
    long unknown = text.codePoints().filter(TextTrust::isMeaningless).count();
    return unknown <= MOST_UNKNOWN * all && looksLikeLanguage(text);
  }

  private static boolean isMeaningless(int codePoint) {
    return codePoint == 0xFFFD
        || Character.getType(codePoint) == Character.PRIVATE_USE
        || Character.getType(codePoint) == Character.UNASSIGNED;
  }

  private static boolean looksLikeLanguage(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = plain.chars().filter(letter -> letter >= 'a' && letter <= 'z').count();
    long frequent = plain.chars().filter(letter -> FREQUENT.indexOf(letter) >= 0).count();
    return latin < ENOUGH_LETTERS || 2 * latin < letters || frequent >= LEAST_FREQUENT * latin;
  }
}
