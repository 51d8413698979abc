package confidant.samples.layout;

/** How the texts of a column stand below each other. */
public enum Align {
  LEFT,
  CENTER,
  RIGHT,
  /** Decimal points below each other. */
  DECIMAL
}
