package confidant.samples.content;

import java.math.BigDecimal;

/**
 * A line of an invoice; {@code quantity * price = amount}.
 *
 * @param text its words, in one or several lines
 */
public record Item(String text, BigDecimal quantity, BigDecimal price, BigDecimal amount) {

  public Item {
    Sums.check("amount of " + text, amount, quantity.multiply(price));
  }
}
