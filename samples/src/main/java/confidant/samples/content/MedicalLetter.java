package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A letter from one physician to another. */
public record MedicalLetter(
    String clinic,
    Person patient,
    String physician,
    LocalDate seen,
    LocalDate written,
    List<String> diagnoses,
    List<Vital> vitals,
    List<Medicine> medicines,
    String course,
    LocalDate appointment) {

  /** Invented names; doses in milligrams behind them. */
  private static final List<List<String>> MEDICINES =
      List.of(
          List.of("Cardolin", "2.5", "5", "10"),
          List.of("Betarel", "23.75", "47.5", "95"),
          List.of("Lipostan", "10", "20", "40"),
          List.of("Glucomet", "500", "850", "1000"),
          List.of("Thyronal", "0.05", "0.075", "0.1"),
          List.of("Pantoraz", "20", "40"),
          List.of("Apixor", "2.5", "5"));

  public MedicalLetter {
    diagnoses = List.copyOf(diagnoses);
    vitals = List.copyOf(vitals);
    medicines = List.copyOf(medicines);
  }

  /** One by chance. */
  public static MedicalLetter invent(Wording wording, Dice dice) {
    LocalDate seen =
        LocalDate.of(dice.between(2021, 2026), dice.between(1, 12), dice.between(1, 28));
    LocalDate written = seen.plusDays(dice.between(1, 12));
    return new MedicalLetter(
        dice.pick(wording.all("clinic")),
        Person.invent(wording, dice),
        "Dr. " + dice.pick(wording.all("name.last")),
        seen,
        written,
        dice.some(wording.all("letter.diagnosis"), dice.between(2, 3)),
        vitals(wording, dice),
        dice.some(MEDICINES, dice.between(3, 6)).stream()
            .map(medicine -> medicine(medicine, dice))
            .toList(),
        wording.of("letter.course"),
        written.plusDays(dice.between(20, 90)));
  }

  private static List<Vital> vitals(Wording wording, Dice dice) {
    return List.of(
        vital(wording, "systolic", dice.between(105, 165), 0, "mmHg"),
        vital(wording, "diastolic", dice.between(60, 98), 0, "mmHg"),
        vital(wording, "pulse", dice.between(52, 104), 0, "/min"),
        vital(wording, "weight", dice.between(485, 1180), 1, "kg"),
        vital(wording, "temperature", dice.between(361, 383), 1, "\u00B0C"));
  }

  private static Vital vital(Wording wording, String key, int digits, int scale, String unit) {
    return new Vital(wording.of("vital." + key), BigDecimal.valueOf(digits, scale), unit);
  }

  private static Medicine medicine(List<String> named, Dice dice) {
    String dose = dice.pick(named.subList(1, named.size()));
    return new Medicine(
        named.getFirst(),
        new BigDecimal(dose),
        dice.between(1, 2),
        dice.below(2),
        dice.below(2),
        dice.below(2));
  }
}
