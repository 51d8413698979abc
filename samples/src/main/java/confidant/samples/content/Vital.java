package confidant.samples.content;

import java.math.BigDecimal;

/** Something measured at the bedside. */
public record Vital(String label, BigDecimal value, String unit) {}
