package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A payslip of one month; gross less deductions is net, for the month and for the year to date.
 *
 * @param number of the employee
 */
public record Payslip(
    String employer,
    Person employee,
    String number,
    String account,
    LocalDate from,
    LocalDate to,
    LocalDate paid,
    List<PayLine> earnings,
    List<PayLine> deductions,
    BigDecimal gross,
    BigDecimal deducted,
    BigDecimal net) {

  public Payslip {
    earnings = List.copyOf(earnings);
    deductions = List.copyOf(deductions);
    Sums.check("gross", gross, Sums.of(earnings, PayLine::amount));
    Sums.check("deductions", deducted, Sums.of(deductions, PayLine::amount));
    Sums.check("net", net, gross.subtract(deducted));
  }

  /** Gross since the year began. */
  public BigDecimal grossToDate() {
    return Sums.of(earnings, PayLine::toDate);
  }

  /** Deductions since the year began. */
  public BigDecimal deductedToDate() {
    return Sums.of(deductions, PayLine::toDate);
  }

  /** Net since the year began. */
  public BigDecimal netToDate() {
    return grossToDate().subtract(deductedToDate());
  }

  /** One by chance. */
  public static Payslip invent(Wording wording, Dice dice) {
    YearMonth month = YearMonth.of(dice.between(2021, 2026), dice.between(1, 12));
    List<PayLine> earnings = earnings(wording, dice, month.getMonthValue());
    BigDecimal gross = Sums.of(earnings, PayLine::amount);
    List<PayLine> deductions = deductions(wording, dice, gross, month.getMonthValue());
    BigDecimal deducted = Sums.of(deductions, PayLine::amount);
    return new Payslip(
        dice.pick(wording.all("employer")),
        Person.invent(wording, dice),
        dice.digits(6),
        dice.fill(dice.pick(wording.all("account"))),
        month.atDay(1),
        month.atEndOfMonth(),
        month.atDay(dice.between(25, 28)),
        earnings,
        deductions,
        gross,
        deducted,
        gross.subtract(deducted));
  }

  private static List<PayLine> earnings(Wording wording, Dice dice, int months) {
    List<String> labels = wording.all("payslip.earning");
    List<PayLine> lines = new ArrayList<>();
    lines.add(hours(dice.digits(4), labels.getFirst(), dice.between(120, 173), dice, months));
    for (String label : dice.some(labels.subList(1, labels.size()), dice.between(1, 4))) {
      lines.add(hours(dice.digits(4), label, dice.between(2, 24), dice, months));
    }
    return lines;
  }

  private static PayLine hours(String code, String label, int units, Dice dice, int months) {
    BigDecimal hours = BigDecimal.valueOf(100L * units, 2);
    BigDecimal rate = dice.cents(11, 48);
    return line(code, label, hours, rate, hours.multiply(rate).setScale(2), dice, months);
  }

  private static List<PayLine> deductions(
      Wording wording, Dice dice, BigDecimal gross, int months) {
    List<PayLine> lines = new ArrayList<>();
    for (String label : dice.some(wording.all("payslip.deduction"), dice.between(3, 6))) {
      BigDecimal share = BigDecimal.valueOf(dice.between(40, 1250), 4);
      BigDecimal amount = gross.multiply(share).setScale(2, RoundingMode.HALF_UP);
      lines.add(line(dice.digits(4), label, BigDecimal.ONE, amount, amount, dice, months));
    }
    return lines;
  }

  private static PayLine line(
      String code,
      String label,
      BigDecimal units,
      BigDecimal rate,
      BigDecimal amount,
      Dice dice,
      int months) {
    BigDecimal toDate = amount;
    for (int month = 1; month < months; month++) {
      toDate = toDate.add(amount).add(dice.cents(0, 9));
    }
    return new PayLine(code, label, units, rate, amount, toDate);
  }
}
