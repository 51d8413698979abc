package confidant.ingest.fields;

import java.math.BigDecimal;

/**
 * An amount found in a text.
 *
 * @param value exact, with its sign; a debit is negative
 * @param text as it stands, with its sign but without currency
 * @param start where the amount starts in the text, its currency included
 * @param end where it ends, excluded
 * @param mark what says its sign
 * @param money whether it looks like money: with a fraction or a currency
 */
record Amount(BigDecimal value, String text, int start, int end, Mark mark, boolean money) {

  /** What says the sign of an amount. */
  enum Mark {
    NONE,
    PLUS,
    /** A minus before or after, or brackets around. */
    MINUS,
    /** CR, or H as in German Haben. */
    CREDIT,
    /** DR, or S as in German Soll. */
    DEBIT
  }

  /** Whether the paper says its sign. */
  boolean isSigned() {
    return mark != Mark.NONE;
  }
}
