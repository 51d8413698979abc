package confidant.samples.words;

import confidant.samples.chance.Dice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How one paper writes numbers and dates.
 *
 * @param currency sign or code
 * @param months short names, from January on
 */
public record Style(
    NumberStyle numbers,
    SignStyle signs,
    DateStyle dates,
    CurrencyStyle currencyStyle,
    String currency,
    List<String> months) {

  public Style {
    months = List.copyOf(months);
  }

  /** One of the styles that go with {@code language}. */
  public static Style pick(Language language, List<String> months, Dice dice) {
    return switch (language) {
      case EN -> dice.chance(0.5) ? american(months, dice) : british(months, dice);
      case DE -> dice.chance(0.3) ? swiss(months, dice) : german(months, dice);
      case FR -> french(months, dice);
      case ES, IT -> southern(months, dice);
    };
  }

  /** A size without sign and currency. */
  public String number(BigDecimal value) {
    return numbers.format(value);
  }

  /** An amount with its sign. */
  public String amount(BigDecimal value) {
    return signs.format(numbers.format(value), value.signum() < 0);
  }

  /** A size with its currency. */
  public String money(BigDecimal value) {
    return currencyStyle.format(numbers.format(value), currency);
  }

  /** The whole date. */
  public String date(LocalDate date) {
    return dates.format(date, months);
  }

  /** The date without its year. */
  public String shortDate(LocalDate date) {
    return dates.formatWithoutYear(date, months);
  }

  /** Whether its papers have the format of North America. */
  public boolean isAmerican() {
    return dates == DateStyle.MONTH_FIRST;
  }

  private static Style american(List<String> months, Dice dice) {
    return new Style(
        NumberStyle.POINT,
        dice.pick(List.of(SignStyle.MINUS, SignStyle.BRACKETS, SignStyle.TRAILING_MINUS)),
        DateStyle.MONTH_FIRST,
        dice.pick(List.of(CurrencyStyle.BEFORE, CurrencyStyle.NONE)),
        "$",
        months);
  }

  private static Style british(List<String> months, Dice dice) {
    return new Style(
        dice.pick(List.of(NumberStyle.POINT, NumberStyle.BARE_POINT)),
        dice.pick(List.of(SignStyle.MINUS, SignStyle.CREDIT_DEBIT, SignStyle.BRACKETS)),
        dice.pick(List.of(DateStyle.WORDS, DateStyle.SLASHES, DateStyle.SHORT_SLASHES)),
        dice.pick(List.of(CurrencyStyle.BEFORE, CurrencyStyle.NONE)),
        "\u00A3",
        months);
  }

  private static Style german(List<String> months, Dice dice) {
    return new Style(
        dice.pick(List.of(NumberStyle.COMMA, NumberStyle.COMMA, NumberStyle.BARE_COMMA)),
        dice.pick(
            List.of(
                SignStyle.MINUS,
                SignStyle.TRAILING_MINUS,
                SignStyle.TRAILING_SIGNS,
                SignStyle.SOLL_HABEN)),
        dice.pick(List.of(DateStyle.DOTS, DateStyle.SHORT_DOTS, DateStyle.ISO)),
        dice.pick(List.of(CurrencyStyle.AFTER, CurrencyStyle.NONE)),
        dice.pick(List.of("\u20AC", "EUR")),
        months);
  }

  private static Style swiss(List<String> months, Dice dice) {
    return new Style(
        dice.pick(List.of(NumberStyle.APOSTROPHE, NumberStyle.QUOTE)),
        dice.pick(List.of(SignStyle.MINUS, SignStyle.TRAILING_MINUS)),
        DateStyle.DOTS,
        CurrencyStyle.BEFORE_WITH_SPACE,
        "CHF",
        months);
  }

  private static Style french(List<String> months, Dice dice) {
    return new Style(
        dice.pick(List.of(NumberStyle.SPACE, NumberStyle.THIN_SPACE)),
        dice.pick(List.of(SignStyle.MINUS, SignStyle.PLUS_MINUS)),
        dice.pick(List.of(DateStyle.SLASHES, DateStyle.DOTS, DateStyle.WORDS)),
        dice.pick(List.of(CurrencyStyle.AFTER, CurrencyStyle.NONE)),
        "\u20AC",
        months);
  }

  private static Style southern(List<String> months, Dice dice) {
    return new Style(
        dice.pick(List.of(NumberStyle.COMMA, NumberStyle.BARE_COMMA)),
        dice.pick(List.of(SignStyle.MINUS, SignStyle.PLUS_MINUS, SignStyle.TRAILING_MINUS)),
        dice.pick(List.of(DateStyle.SLASHES, DateStyle.SHORT_SLASHES)),
        dice.pick(List.of(CurrencyStyle.AFTER, CurrencyStyle.NONE)),
        dice.pick(List.of("\u20AC", "EUR")),
        months);
  }
}
