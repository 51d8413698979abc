package confidant.samples.layout;

/**
 * A column of a table.
 *
 * @param header the words over it
 * @param wraps whether its texts may take several lines
 */
public record Column(String header, Align align, boolean wraps) {

  /** Of words on one line. */
  public static Column words(String header) {
    return new Column(header, Align.LEFT, false);
  }

  /** Of words on any number of lines. */
  public static Column prose(String header) {
    return new Column(header, Align.LEFT, true);
  }

  /** Of amounts with the same number of decimals. */
  public static Column amounts(String header) {
    return new Column(header, Align.RIGHT, false);
  }

  /** Of numbers with different numbers of decimals. */
  public static Column decimals(String header) {
    return new Column(header, Align.DECIMAL, false);
  }

  /** Of small counts and signs. */
  public static Column centred(String header) {
    return new Column(header, Align.CENTER, false);
  }
}
