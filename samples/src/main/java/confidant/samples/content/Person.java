package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.time.LocalDate;

/**
 * Somebody invented.
 *
 * @param street with the number of the house
 * @param city with its postal code
 */
public record Person(String name, String street, String city, LocalDate born) {

  /** Somebody by chance. */
  public static Person invent(Wording wording, Dice dice) {
    return new Person(
        dice.pick(wording.all("name.first")) + " " + dice.pick(wording.all("name.last")),
        dice.pick(wording.all("street")).replace("{0}", String.valueOf(dice.between(1, 149))),
        dice.digits(5) + " " + dice.pick(wording.all("city")),
        LocalDate.of(dice.between(1938, 2001), dice.between(1, 12), dice.between(1, 28)));
  }
}
