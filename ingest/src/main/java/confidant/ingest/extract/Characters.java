package confidant.ingest.extract;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Makes the characters of fonts those that people type. */
public final class Characters {

  /** Stands for a glyph of which the file does not say what it means. */
  static final String UNKNOWN = "\uFFFD";

  /** {@link #UNKNOWN} as a code point. */
  static final int REPLACEMENT = 0xFFFD;

  /** Ends lines in files of mainframes. */
  static final char NEXT_LINE = 0x85;

  private static final char VERTICAL_TAB = 0x0B;

  private Characters() {}

  /** How many characters of {@code text} are {@link #UNKNOWN}. */
  public static long replacements(String text) {
    return text.codePoints().filter(point -> point == REPLACEMENT).count();
  }

  /**
   * Blanks of all widths become a space, ligatures their letters, a drawn soft hyphen a hyphen;
   * characters without width vanish.
   */
  static String clean(String text) {
    if (text.length() == 1 && text.charAt(0) >= ' ' && text.charAt(0) < 0x7F) {
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
    } else if (isLigature(codePoint)) {
      out.append(Normalizer.normalize(Character.toString(codePoint), Form.NFKC));
    } else if (!Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.FORMAT) {
      out.appendCodePoint(codePoint);
    }
  }

  /** One of those of f and s in many fonts, or the Dutch ij. */
  private static boolean isLigature(int codePoint) {
    return (codePoint >= 0xFB00 && codePoint <= 0xFB06) || codePoint == 0x132 || codePoint == 0x133;
  }

  /**
   * Makes text harmless to terminals and true to its order: control characters become {@link
   * #UNKNOWN}, those that end a line or a page a line end, and overrides of the writing direction
   * vanish.
   */
  public static String withoutControls(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !isDirectionOverride(point))
        .map(Characters::withoutControl)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int withoutControl(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', '\r' -> codePoint;
      case VERTICAL_TAB, '\f', NEXT_LINE -> '\n';
      default -> Character.isISOControl(codePoint) ? REPLACEMENT : codePoint;
    };
  }

  private static boolean isDirectionOverride(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
