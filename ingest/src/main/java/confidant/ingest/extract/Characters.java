package confidant.ingest.extract;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Makes the characters of fonts those that people type. */
final class Characters {

  /** Stands for a glyph of which the file does not say what it means. */
  static final String UNKNOWN = "\uFFFD";

  /** {@link #UNKNOWN} as a code point. */
  static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /** How many characters of {@code text} are {@link #UNKNOWN}. */
  static long replacements(String text) {
    return text.codePoints().filter(point -> point == REPLACEMENT).count();
  }

  /**
   * Blanks of all widths become a space, ligatures their letters, a drawn soft hyphen a hyphen;
   * characters without width vanish.
   */
  static String clean(String text) {
    if (text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7F) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, out));
    return out.toString();
  }

  private static void append(int codePoint, StringBuilder out) {
    if (codePoint == 0xAD) {
      out.append('-');
    } else if (Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint)) {
      out.append(' ');
    } else if (codePoint >= 0xFB00 && codePoint <= 0xFB06) {
      out.append(Normalizer.normalize(Character.toString(codePoint), Form.NFKC));
    } else if (!Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.FORMAT) {
      out.appendCodePoint(codePoint);
    }
  }
}
