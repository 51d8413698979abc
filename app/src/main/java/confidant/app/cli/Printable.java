package confidant.app.cli;

/** Text of other people, such as names of files, made fit for a line on a screen. */
final class Printable {
  private static final int REPLACEMENT = '?';

  private Printable() {}

  /**
   * {@code text} with {@code ?} for each character that would move the cursor, break the line, or
   * turn the direction of writing.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(c -> isHarmless(c) ? c : REPLACEMENT).forEach(line::appendCodePoint);
    return line.toString();
  }

  /** As {@link #line}, for a text of several lines: line ends and tabs stay. */
  static String text(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' || isHarmless(c) ? c : REPLACEMENT)
        .forEach(lines::appendCodePoint);
    return lines.toString();
  }

  private static boolean isHarmless(int codePoint) {
    boolean turnsDirection =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    boolean breaksLine = codePoint == 0x2028 || codePoint == 0x2029;
    return !Character.isISOControl(codePoint) && !turnsDirection && !breaksLine;
  }
}
