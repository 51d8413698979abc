package confidant.ingest.document;

/**
 * How a paper writes numbers and dates, found from all of its text.
 *
 * @param decimal what stands before the fraction of a number
 * @param dates what comes first in a date of figures
 */
public record Conventions(DecimalMark decimal, DateOrder dates) {

  /** What stands before the fraction of a number. */
  public enum DecimalMark {
    /** As in {@code 1,234.56} and {@code 1'234.56}. */
    POINT,
    /** As in {@code 1.234,56} and {@code 1 234,56}. */
    COMMA,
    /** The paper does not tell, or has both. */
    UNKNOWN
  }

  /** What comes first in a date such as {@code 03/04/2024}. */
  public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** The paper does not tell, or has both. */
    UNKNOWN
  }
}
