package confidant.samples.layout;

/** How labels and values stand to each other. */
public enum PairLook {
  /** A colon and a blank between them. */
  COLON,
  /** Values below each other. */
  TABBED,
  /** Values at the right edge. */
  ENDS,
  /** Values at the right edge, dots before them. */
  LEADERS,
  /** Boxes with a small label above the value. */
  BOXES,
  /** Two pairs side by side. */
  TWICE
}
