package confidant.samples.words;

import java.math.BigDecimal;

/** How digits are grouped and decimals set apart. */
public enum NumberStyle {
  /** 1,234.56 */
  POINT(",", "."),
  /** 1.234,56 */
  COMMA(".", ","),
  /** 1'234.56 */
  APOSTROPHE("'", "."),
  /** 1’234.56 */
  QUOTE("\u2019", "."),
  /** 1 234,56 with a no-break space. */
  SPACE("\u00A0", ","),
  /** 1 234,56 with a thin space. */
  THIN_SPACE("\u2009", ","),
  /** 1234.56 */
  BARE_POINT("", "."),
  /** 1234,56 */
  BARE_COMMA("", ",");

  private static final int GROUP = 3;

  private final String grouping;
  private final String decimal;

  NumberStyle(String grouping, String decimal) {
    this.grouping = grouping;
    this.decimal = decimal;
  }

  /** What stands before the decimals. */
  public String decimal() {
    return decimal;
  }

  /** The size of {@code value}, without its sign, with all its decimals. */
  public String format(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder out = new StringBuilder(whole);
    for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
      out.insert(at, grouping);
    }
    return point < 0 ? out.toString() : out + decimal + plain.substring(point + 1);
  }
}
