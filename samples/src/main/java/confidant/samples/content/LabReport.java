package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A lab report. */
public record LabReport(
    String laboratory,
    Person patient,
    String order,
    LocalDate taken,
    LocalDate reported,
    List<Panel> panels) {

  /** Share of values outside of their range. */
  private static final double ABNORMAL = 0.25;

  public LabReport {
    panels = List.copyOf(panels);
  }

  /** One by chance. */
  public static LabReport invent(Wording wording, Dice dice) {
    LocalDate taken =
        LocalDate.of(dice.between(2021, 2026), dice.between(1, 12), dice.between(1, 28));
    List<Panel> panels = new ArrayList<>();
    for (String panel : List.of("blood", "chemistry", "thyroid")) {
      List<Analyte> analytes =
          Analyte.all().stream().filter(analyte -> analyte.panel().equals(panel)).toList();
      List<Measurement> measured = new ArrayList<>();
      for (Analyte analyte : dice.some(analytes, dice.between(2, analytes.size()))) {
        measured.add(measure(analyte, wording, dice));
      }
      panels.add(new Panel(wording.of("panel." + panel), measured));
    }
    return new LabReport(
        dice.pick(wording.all("laboratory")),
        Person.invent(wording, dice),
        dice.digits(8),
        taken,
        taken.plusDays(dice.between(1, 3)),
        panels);
  }

  private static Measurement measure(Analyte analyte, Wording wording, Dice dice) {
    return new Measurement(
        wording.of("analyte." + analyte.key()),
        value(analyte, dice),
        analyte.unit(),
        analyte.low(),
        analyte.high(),
        value(analyte, dice));
  }

  /** With as many decimals as the range has. */
  private static BigDecimal value(Analyte analyte, Dice dice) {
    BigDecimal low = analyte.low();
    BigDecimal high = analyte.high();
    BigDecimal width = high.subtract(low);
    double place = dice.between(0.02, 0.98);
    if (dice.chance(ABNORMAL)) {
      place = dice.chance(0.5) ? dice.between(1.05, 1.6) : dice.between(-0.3, -0.05);
    }
    BigDecimal value =
        low.add(width.multiply(BigDecimal.valueOf(place)))
            .setScale(low.scale(), RoundingMode.HALF_UP);
    return value.signum() > 0 ? value : high;
  }
}
