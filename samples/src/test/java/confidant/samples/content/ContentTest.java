package confidant.samples.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.samples.chance.Dice;
import confidant.samples.words.Language;
import confidant.samples.words.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records check themselves that they add up; this invents many of them. */
class ContentTest {

  private final Wording wording = new Wording(Language.EN, new Dice(1));

  @Test
  void whatIsInventedAddsUp() {
    for (long seed = 0; seed < 200; seed++) {
      Payslip slip = Payslip.invent(wording, new Dice(seed));
      assertTrue(slip.net().signum() > 0);
      assertTrue(slip.grossToDate().compareTo(slip.gross()) >= 0);
      Statement statement = Statement.invent(wording, new Dice(seed), 12);
      assertEquals(
          0,
          statement
              .opening()
              .add(statement.in())
              .subtract(statement.out())
              .compareTo(statement.closing()));
      Invoice invoice = Invoice.invent(wording, new Dice(seed), 6);
      assertEquals(6, invoice.items().size());
    }
  }

  @Test
  void aStatementWithABrokenBalanceIsRefused() {
    Statement right = Statement.invent(wording, new Dice(4), 3);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Statement(
                    right.bank(),
                    right.holder(),
                    right.account(),
                    right.from(),
                    right.to(),
                    right.opening().add(BigDecimal.ONE),
                    right.bookings(),
                    right.closing()));
    assertTrue(refused.getMessage().startsWith("balance is "));
  }

  @Test
  void someValuesLieOutsideOfTheirRangesAndTheFlagsSaySo() {
    List<Measurement> all =
        LabReport.invent(wording, new Dice(2)).panels().stream()
            .flatMap(panel -> panel.measurements().stream())
            .toList();
    for (Measurement one : all) {
      assertFalse(one.isLow() && one.isHigh());
      assertEquals(one.low().scale(), one.value().scale());
    }
    BigDecimal five = BigDecimal.valueOf(5);
    BigDecimal nine = BigDecimal.valueOf(9);
    assertTrue(new Measurement("x", BigDecimal.TWO, "g", five, nine, five).isLow());
    assertTrue(new Measurement("x", BigDecimal.TEN, "g", five, nine, five).isHigh());
    assertFalse(new Measurement("x", nine, "g", five, nine, five).isHigh());
  }
}
