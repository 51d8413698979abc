package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A bank statement of one month; each balance is the one before and the booking. */
public record Statement(
    String bank,
    Person holder,
    String account,
    LocalDate from,
    LocalDate to,
    BigDecimal opening,
    List<Booking> bookings,
    BigDecimal closing) {

  public Statement {
    bookings = List.copyOf(bookings);
    BigDecimal balance = opening;
    for (Booking booking : bookings) {
      balance = balance.add(booking.amount());
      Sums.check("balance", booking.balance(), balance);
    }
    Sums.check("closing balance", closing, balance);
  }

  /** All that came. */
  public BigDecimal in() {
    return Sums.of(bookings, booking -> booking.amount().max(BigDecimal.ZERO));
  }

  /** All that went, as a positive amount. */
  public BigDecimal out() {
    return Sums.of(bookings, booking -> booking.amount().min(BigDecimal.ZERO)).negate();
  }

  /**
   * One by chance.
   *
   * @param bookings how many lines
   */
  public static Statement invent(Wording wording, Dice dice, int bookings) {
    YearMonth month = YearMonth.of(dice.between(2021, 2026), dice.between(1, 12));
    BigDecimal opening = dice.cents(-900, 9500);
    List<Integer> days = days(dice, bookings);
    List<Booking> lines = new ArrayList<>();
    BigDecimal balance = opening;
    for (int day : days) {
      boolean income = dice.chance(0.25);
      BigDecimal amount = income ? dice.cents(40, 3900) : dice.cents(1, 480).negate();
      balance = balance.add(amount);
      LocalDate booked = month.atDay(day);
      String text = text(wording, dice, income ? "statement.income" : "statement.spending");
      lines.add(new Booking(booked, booked.plusDays(dice.below(2)), text, amount, balance));
    }
    return new Statement(
        dice.pick(wording.all("bank")),
        Person.invent(wording, dice),
        dice.fill(dice.pick(wording.all("account"))),
        month.atDay(1),
        month.atEndOfMonth(),
        opening,
        lines,
        balance);
  }

  private static List<Integer> days(Dice dice, int count) {
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(dice.between(1, 27));
    }
    return days.stream().sorted().toList();
  }

  private static String text(Wording wording, Dice dice, String key) {
    return dice.pick(wording.all(key))
        .replace("{0}", dice.digits(6))
        .replace("{1}", dice.pick(wording.all("name.last")));
  }
}
