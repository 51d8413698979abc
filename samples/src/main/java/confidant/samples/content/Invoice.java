package confidant.samples.content;

import confidant.samples.chance.Dice;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invoice; the items make the net amount, that and the tax the total.
 *
 * @param rate of the tax, in percent
 */
public record Invoice(
    String seller,
    Person customer,
    String number,
    LocalDate date,
    LocalDate due,
    List<Item> items,
    BigDecimal net,
    BigDecimal rate,
    BigDecimal tax,
    BigDecimal total) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Invoice {
    items = List.copyOf(items);
    Sums.check("net amount", net, Sums.of(items, Item::amount));
    Sums.check("tax", tax, tax(net, rate));
    Sums.check("total", total, net.add(tax));
  }

  /**
   * One by chance.
   *
   * @param items how many lines
   */
  public static Invoice invent(Wording wording, Dice dice, int items) {
    List<String> products = wording.all("invoice.product");
    List<Item> lines = Stream.generate(() -> item(dice.pick(products), dice)).limit(items).toList();
    BigDecimal net = Sums.of(lines, Item::amount);
    BigDecimal rate = new BigDecimal(dice.pick(List.of("19", "7", "20", "21", "8.1", "5.5")));
    LocalDate date =
        LocalDate.of(dice.between(2021, 2026), dice.between(1, 12), dice.between(1, 28));
    return new Invoice(
        dice.pick(wording.all("seller")),
        Person.invent(wording, dice),
        dice.digits(4) + "-" + dice.digits(5),
        date,
        date.plusDays(dice.pick(List.of(14, 21, 30))),
        lines,
        net,
        rate,
        tax(net, rate),
        net.add(tax(net, rate)));
  }

  private static Item item(String product, Dice dice) {
    BigDecimal quantity = BigDecimal.valueOf(dice.between(1, 40));
    BigDecimal price = dice.cents(1, 240);
    return new Item(
        product.replace("{0}", dice.digits(7)), quantity, price, quantity.multiply(price));
  }

  private static BigDecimal tax(BigDecimal net, BigDecimal rate) {
    return net.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
