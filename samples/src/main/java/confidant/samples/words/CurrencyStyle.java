package confidant.samples.words;

/** Where the currency stands beside an amount. */
public enum CurrencyStyle {
  /** $12.00 */
  BEFORE,
  /** CHF 12.00 */
  BEFORE_WITH_SPACE,
  /** 12,00 € */
  AFTER,
  /** Nowhere: a heading says it. */
  NONE;

  /** Adds the currency. */
  public String format(String amount, String currency) {
    return switch (this) {
      case BEFORE -> currency + amount;
      case BEFORE_WITH_SPACE -> currency + " " + amount;
      case AFTER -> amount + " " + currency;
      case NONE -> amount;
    };
  }
}
