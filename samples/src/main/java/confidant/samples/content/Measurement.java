package confidant.samples.content;

import java.math.BigDecimal;

/**
 * One value of a lab report.
 *
 * @param low lower end of the range of healthy people
 * @param high its upper end
 * @param previous the value of an earlier sample
 */
public record Measurement(
    String analyte,
    BigDecimal value,
    String unit,
    BigDecimal low,
    BigDecimal high,
    BigDecimal previous) {

  /** Whether the value lies below the range. */
  public boolean isLow() {
    return value.compareTo(low) < 0;
  }

  /** Whether the value lies above the range. */
  public boolean isHigh() {
    return value.compareTo(high) > 0;
  }
}
