package confidant.samples.content;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that laboratories measure. The ranges are plausible and no medical advice.
 *
 * @param key of its name in the wordings
 * @param panel key of the group in which it is reported
 * @param low lower end of the range of healthy people
 * @param high its upper end, with as many decimals
 */
record Analyte(String key, String panel, String unit, BigDecimal low, BigDecimal high) {

  private static final List<Analyte> ALL =
      List.of(
          of("hemoglobin", "blood", "g/dl", "12.0", "16.0"),
          of("leukocytes", "blood", "G/l", "4.0", "10.5"),
          of("platelets", "blood", "G/l", "150", "400"),
          of("hematocrit", "blood", "%", "36.0", "47.0"),
          of("mcv", "blood", "fl", "80", "96"),
          of("glucose", "chemistry", "mg/dl", "70", "99"),
          of("creatinine", "chemistry", "mg/dl", "0.51", "0.95"),
          of("sodium", "chemistry", "mmol/l", "135", "145"),
          of("potassium", "chemistry", "mmol/l", "3.5", "5.1"),
          of("calcium", "chemistry", "mmol/l", "2.15", "2.55"),
          of("cholesterol", "chemistry", "mg/dl", "110", "200"),
          of("ldl", "chemistry", "mg/dl", "50", "130"),
          of("alt", "chemistry", "U/l", "10", "35"),
          of("crp", "chemistry", "mg/l", "0.1", "5.0"),
          of("tsh", "thyroid", "mU/l", "0.40", "4.00"),
          of("ft4", "thyroid", "ng/dl", "0.93", "1.70"));

  static List<Analyte> all() {
    return ALL;
  }

  private static Analyte of(String key, String panel, String unit, String low, String high) {
    return new Analyte(key, panel, unit, new BigDecimal(low), new BigDecimal(high));
  }
}
