package confidant.samples.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Exact sums, and the check that a paper's figures agree. */
final class Sums {

  private Sums() {}

  static <T> BigDecimal of(List<T> items, Function<T, BigDecimal> amount) {
    return items.stream().map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /**
   * Refuses content that does not add up.
   *
   * @throws IllegalArgumentException naming {@code what}, if both differ
   */
  static void check(String what, BigDecimal stated, BigDecimal summed) {
    if (stated.compareTo(summed) != 0) {
      throw new IllegalArgumentException(what + " is " + stated + ", not " + summed);
    }
  }
}
