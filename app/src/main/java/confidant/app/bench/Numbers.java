package confidant.app.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Measured numbers in words: three digits say all that a measurement knows. */
public final class Numbers {
  private static final int DIGITS = 3;

  private Numbers() {}

  /** Such as {@code 0.123}, {@code 12.3} or {@code 1230}. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    int whole = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(double share) {
    return of(100 * share) + " %";
  }
}
