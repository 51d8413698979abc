package confidant.samples.layout;

/** On which line of a row of several lines the amount stands. */
public enum Anchor {
  FIRST,
  MIDDLE,
  LAST;

  /** Index of the line. */
  int line(int lines) {
    return switch (this) {
      case FIRST -> 0;
      case MIDDLE -> (lines - 1) / 2;
      case LAST -> lines - 1;
    };
  }
}
