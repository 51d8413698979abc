package confidant.samples.layout;

/** What is drawn around the cells of a table. */
public enum Frame {
  /** Rules around each cell. */
  GRID,
  /** A level rule below each row. */
  LINES,
  /** Plumb rules between columns, a box around all. */
  COLUMNS,
  /** A rule below the headings and one at the end. */
  HEADER_RULE,
  /** A grey bar behind every other row. */
  ZEBRA,
  /** Nothing. */
  BARE
}
