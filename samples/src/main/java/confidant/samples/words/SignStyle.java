package confidant.samples.words;

/** How money that comes is told from money that goes, within one column. */
public enum SignStyle {
  /** -12.00 */
  MINUS,
  /** 12.00- */
  TRAILING_MINUS,
  /** +12.00 and -12.00 */
  PLUS_MINUS,
  /** 12.00+ and 12.00- */
  TRAILING_SIGNS,
  /** (12.00) */
  BRACKETS,
  /** 12.00 CR and 12.00 DR */
  CREDIT_DEBIT,
  /** 12,00 H and 12,00 S: Haben, Soll. */
  SOLL_HABEN;

  /**
   * Adds the sign.
   *
   * @param size of the amount
   * @param negative whether the money goes
   */
  public String format(String size, boolean negative) {
    return switch (this) {
      case MINUS -> negative ? "-" + size : size;
      case TRAILING_MINUS -> negative ? size + "-" : size;
      case PLUS_MINUS -> (negative ? "-" : "+") + size;
      case TRAILING_SIGNS -> size + (negative ? "-" : "+");
      case BRACKETS -> negative ? "(" + size + ")" : size;
      case CREDIT_DEBIT -> size + (negative ? " DR" : " CR");
      case SOLL_HABEN -> size + (negative ? " S" : " H");
    };
  }
}
