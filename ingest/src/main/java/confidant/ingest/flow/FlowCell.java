package confidant.ingest.flow;

/**
 * A cell as its source gives it: once, however many columns and rows it spans.
 *
 * @param columns that it spans, at least 1
 * @param rows that it spans, at least 1
 */
public record FlowCell(String text, int columns, int rows, Emphasis emphasis) {

  /** Fills no place of its own. */
  public static final FlowCell EMPTY = new FlowCell("", 1, 1, Emphasis.NONE);

  /** How far the source says that a cell is a heading. */
  public enum Emphasis {
    NONE,
    /** It looks like one. */
    BOLD,
    /** It is marked as one. */
    HEADING
  }
}
