package confidant.samples.layout;

import confidant.samples.content.Person;
import confidant.samples.words.Style;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What it takes to write one paper: its words and its style.
 *
 * @param headBeside whether the title stands right of the address, not below it
 */
public record Desk(Wording wording, Style style, boolean headBeside) {

  String word(String key) {
    return wording.of(key);
  }

  /** A size that needs no sign. */
  Cell number(BigDecimal value) {
    return Cell.number(style.number(value), value);
  }

  /** An amount with its sign. */
  Cell amount(BigDecimal value) {
    return Cell.number(style.amount(value), value);
  }

  /** A size with its currency. */
  Cell money(BigDecimal value) {
    return Cell.number(style.money(value), value);
  }

  /** A size with its unit. */
  Cell measured(BigDecimal value, String unit) {
    return Cell.number(style.number(value) + " " + unit, value);
  }

  /** Two sizes and a dash. */
  Cell range(BigDecimal low, BigDecimal high) {
    return new Cell(
        style.number(low) + " - " + style.number(high),
        low.toPlainString() + "-" + high.toPlainString(),
        "",
        false);
  }

  Cell date(LocalDate value) {
    return Cell.date(style.date(value), value);
  }

  Cell shortDate(LocalDate value) {
    return Cell.date(style.shortDate(value), value);
  }

  /** Two dates as words. */
  Cell period(LocalDate from, LocalDate to) {
    return Cell.words(style.date(from) + " - " + style.date(to));
  }

  Pair pair(String key, Cell value) {
    return new Pair(word(key), value);
  }

  Pair pair(String key, String value) {
    return new Pair(word(key), Cell.words(value));
  }

  /** A letterhead with an invented address. */
  Section.Letterhead letterhead(String name) {
    String street = word("street").replace("{0}", String.valueOf(1 + name.length()));
    return new Section.Letterhead(name, street + ", " + word("city"));
  }

  /** How a paper to {@code receiver} begins. */
  List<Section> head(String sender, Person receiver, String titleKey, List<Pair> pairs) {
    Section.Address address =
        new Section.Address(List.of(receiver.name(), receiver.street(), receiver.city()));
    Section.Title title = new Section.Title(word(titleKey));
    Section.Pairs about = new Section.Pairs(pairs);
    return headBeside
        ? List.of(
            letterhead(sender), new Section.SideBySide(List.of(address), List.of(title, about)))
        : List.of(letterhead(sender), address, title, about);
  }
}
