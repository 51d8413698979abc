package confidant.ingest.ocr;

import confidant.ingest.page.GlyphRun;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

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

  private static final int LAST_OF_ASCII = 0x7F;

  private int characters;
  private int unknown;
  private int letters;
  private int latin;
  private int frequent;

  /** Text with other characters than those of ASCII. */
  private final StringBuilder others = new StringBuilder();

  private TextTrust() {}

  /** Whether {@code runs} can be believed; no runs can. */
  public static boolean isTrustworthy(List<GlyphRun> runs) {
    TextTrust text = new TextTrust();
    for (GlyphRun run : runs) {
      if (!run.isBlank()) {
        text.add(run.text());
      }
    }
    text.addOthers();
    return text.unknown <= MOST_UNKNOWN * text.characters && text.looksLikeLanguage();
  }

  private void add(String text) {
    if (!isAscii(text)) {
      others.append(text);
      return;
    }
    characters += text.length();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      letters += Character.isLetter(character) ? 1 : 0;
      count(Character.toLowerCase(character));
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_OF_ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Counts what takes longer: accents go, and the letters below them stay. */
  private void addOthers() {
    others
        .codePoints()
        .forEach(
            point -> {
              characters++;
              unknown += isMeaningless(point) ? 1 : 0;
              letters += Character.isLetter(point) ? 1 : 0;
            });
    Normalizer.normalize(others, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .chars()
        .forEach(this::count);
  }

  private void count(int lowerCase) {
    latin += lowerCase >= 'a' && lowerCase <= 'z' ? 1 : 0;
    frequent += FREQUENT.indexOf(lowerCase) >= 0 ? 1 : 0;
  }

  private boolean looksLikeLanguage() {
    return latin < ENOUGH_LETTERS || 2 * latin < letters || frequent >= LEAST_FREQUENT * latin;
  }

  private static boolean isMeaningless(int codePoint) {
    return codePoint == 0xFFFD
        || Character.getType(codePoint) == Character.PRIVATE_USE
        || Character.getType(codePoint) == Character.UNASSIGNED;
  }
}
