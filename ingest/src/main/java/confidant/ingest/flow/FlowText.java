package confidant.ingest.flow;

import confidant.ingest.extract.Characters;

/** Makes the text of documents one of lines and cells. */
public final class FlowText {

  private static final int SOFT_HYPHEN = 0xAD;

  private FlowText() {}

  /** Text without characters that a terminal obeys or nobody sees; blanks of all widths are one. */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Characters.withoutControls(text)
        .codePoints()
        .filter(point -> point != SOFT_HYPHEN && Character.getType(point) != Character.FORMAT)
        .forEach(
            point -> out.appendCodePoint(Character.isSpaceChar(point) ? separator(point) : point));
    return out.toString();
  }

  /** The text of a cell or a heading: one line, words one blank apart. */
  public static String cell(String text) {
    return clean(text).replaceAll("\\s+", " ").strip();
  }

  /** A line of a paragraph: tabs separate columns, which stand two blanks apart. */
  static String line(String text) {
    return text.replaceAll("\\s*\t\\s*", "  ").stripTrailing();
  }

  /** Line and paragraph separators end lines. */
  private static int separator(int point) {
    return Character.getType(point) == Character.SPACE_SEPARATOR ? ' ' : '\n';
  }
}
