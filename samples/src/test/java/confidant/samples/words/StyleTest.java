package confidant.samples.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import confidant.samples.chance.Dice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StyleTest {

  private static final BigDecimal AMOUNT = new BigDecimal("1234567.80");

  @Test
  void numbersAreGroupedAsTheirCountriesDo() {
    assertEquals("1,234,567.80", NumberStyle.POINT.format(AMOUNT));
    assertEquals("1.234.567,80", NumberStyle.COMMA.format(AMOUNT));
    assertEquals("1'234'567.80", NumberStyle.APOSTROPHE.format(AMOUNT));
    assertEquals("1\u00A0234\u00A0567,80", NumberStyle.SPACE.format(AMOUNT));
    assertEquals("1234567,80", NumberStyle.BARE_COMMA.format(AMOUNT));
    assertEquals("123", NumberStyle.POINT.format(new BigDecimal("-123")));
    assertEquals("1.000", NumberStyle.COMMA.format(new BigDecimal("1000")));
  }

  @Test
  void signsStandWhereTheStylePutsThem() {
    assertEquals("-5", SignStyle.MINUS.format("5", true));
    assertEquals("5-", SignStyle.TRAILING_MINUS.format("5", true));
    assertEquals("+5", SignStyle.PLUS_MINUS.format("5", false));
    assertEquals("(5)", SignStyle.BRACKETS.format("5", true));
    assertEquals("5 CR", SignStyle.CREDIT_DEBIT.format("5", false));
    assertEquals("5 S", SignStyle.SOLL_HABEN.format("5", true));
  }

  @Test
  void datesAreWrittenWithOurNamesOfMonths() {
    LocalDate date = LocalDate.of(2025, 3, 4);
    List<String> months = new Wording(Language.DE, new Dice(1)).all("month");
    assertEquals("4 M\u00E4rz 2025", DateStyle.WORDS.format(date, months));
    assertEquals("03/04/2025", DateStyle.MONTH_FIRST.format(date, months));
    assertEquals("04.03.", DateStyle.DOTS.formatWithoutYear(date, months));
  }

  @Test
  void everyLanguageHasAWordForEverything() {
    Set<String> english = new Wording(Language.EN, new Dice(1)).keys();
    for (Language language : Language.values()) {
      Wording wording = new Wording(language, new Dice(1));
      assertEquals(english, wording.keys(), language.tag());
      assertEquals(12, wording.all("month").size());
      for (String key : english) {
        assertFalse(wording.all(key).stream().anyMatch(String::isBlank), language + key);
      }
    }
  }

  @Test
  void aSynonymStaysTheSameThroughoutAPaper() {
    Wording wording = new Wording(Language.EN, new Dice(3));
    assertEquals(wording.of("payslip.net"), wording.of("payslip.net"));
    assertEquals(
        wording.of("payslip.net"), new Wording(Language.EN, new Dice(3)).of("payslip.net"));
  }
}
