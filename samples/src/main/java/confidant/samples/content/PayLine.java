package confidant.samples.content;

import java.math.BigDecimal;

/**
 * A line of a payslip; {@code units * rate = amount}.
 *
 * @param code of the kind of pay
 * @param toDate sum since the year began, this line included
 */
public record PayLine(
    String code,
    String label,
    BigDecimal units,
    BigDecimal rate,
    BigDecimal amount,
    BigDecimal toDate) {

  public PayLine {
    Sums.check("amount of " + label, amount, units.multiply(rate));
    if (toDate.compareTo(amount) < 0) {
      throw new IllegalArgumentException("year to date of " + label + " is less than the period");
    }
  }
}
