package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.Amount.Mark;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountParserTest {

  private static final AmountParser POINT = new AmountParser(DecimalMark.POINT, false);
  private static final AmountParser COMMA = new AmountParser(DecimalMark.COMMA, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "1,234.56; 1234.56; 1,234.56",
        "1'234.56; 1234.56; 1'234.56",
        "1’234’567.89; 1234567.89; 1’234’567.89",
        "$ 42.00; 42.00; 42.00",
        "$1,299.99; 1299.99; 1,299.99",
        "-$33.50; -33.50; -$33.50",
        "$-33.50; -33.50; -33.50",
        "(412.16); -412.16; (412.16)",
        "($412.16); -412.16; ($412.16)",
        "500.00-; -500.00; 500.00-",
        "12.00 CR; 12.00; 12.00 CR",
        "12.00DR; -12.00; 12.00DR",
        "S$22,800; 22800; 22,800",
        "USD 5; 5; 5",
        "5.00 EUR; 5.00; 5.00",
        "Rs 1939; 1939; 1939",
        "−7.10; -7.10; −7.10",
        "1,00,000.00; 100000.00; 1,00,000.00",
        "0.50; 0.50; 0.50"
      })
  void readsAmountsWithPoints(String text, BigDecimal value, String raw) {
    Amount amount = POINT.whole(text).orElseThrow();
    assertEquals(value, amount.value());
    assertEquals(raw, amount.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.234,56; 1234.56",
        "1 234,56; 1234.56",
        "1\u00A0234,56; 1234.56",
        "1\u202F234\u202F567,89; 1234567.89",
        "€ -9,32; -9.32",
        "34,73 EUR; 34.73",
        "1.234,56 H; 1234.56",
        "1.234,56 S; -1234.56",
        "12,00-; -12.00",
        "12,00+; 12.00",
        "1.000; 1000",
        "CHF 5,00; 5.00"
      })
  void readsAmountsWithCommas(String text, BigDecimal value) {
    assertEquals(Optional.of(value), COMMA.whole(text).map(Amount::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/31/2025",
        "31.12.2025",
        "01.05.14",
        "2024-12-31",
        "14:30",
        "15%",
        "15.00 %",
        "0042",
        "001570525057",
        "12345678901",
        "5488-2926-6730-9473",
        "A-12",
        "12mg",
        "401(k)",
        "555-0199",
        "+49 30 1234567",
        "1.2.3",
        "34,73",
        "",
        "-",
        "CR",
        "3rd",
        "1,2,3",
        ".50",
        "1234567890123456789012345678901234567890"
      })
  void leavesOutWhatIsNoAmount(String text) {
    assertEquals(Optional.empty(), POINT.whole(text));
  }

  @Test
  void leavesOutWhatContradictsTheDecimalMark() {
    assertEquals(Optional.empty(), COMMA.whole("12.05"));
    assertEquals(Optional.empty(), new AmountParser(DecimalMark.UNKNOWN, false).whole("1.234"));
  }

  @Test
  void saysWhatTellsTheSign() {
    assertEquals(Mark.CREDIT, POINT.whole("5.00 CR").orElseThrow().mark());
    assertEquals(Mark.MINUS, POINT.whole("(5.00)").orElseThrow().mark());
    assertFalse(POINT.whole("5.00").orElseThrow().isSigned());
  }

  @Test
  void findsAmountsAmongWords() {
    List<Amount> found = POINT.find("Tax 15% on $ 112.90 of 12/31/2025: 16.94");
    assertEquals(
        List.of(new BigDecimal("112.90"), new BigDecimal("16.94")),
        found.stream().map(Amount::value).toList());
    assertTrue(found.stream().allMatch(Amount::money));
    assertEquals(List.of(), POINT.find("Room 5-3, Form 1040/2, 12 % and 2024-01-01"));
  }

  @Test
  void blanksDoNotJoinColumns() {
    assertEquals(
        List.of(new BigDecimal("1.50"), new BigDecimal("200")),
        POINT.find("1.50 200").stream().map(Amount::value).toList());
  }

  /** Every amount written by the rules of a country is read as the same amount. */
  @Test
  void readsWhatEveryCountryWrites() {
    Random random = new Random(7);
    List<Character> groups = List.of(',', '.', '\'', '\u2019', ' ', '\u00A0', '\u202F');
    for (int i = 0; i < 5000; i++) {
      char group = groups.get(random.nextInt(groups.size()));
      char decimal = group == '.' ? ',' : group == ',' || random.nextBoolean() ? '.' : ',';
      BigDecimal value =
          BigDecimal.valueOf(random.nextLong(1_000_000_000_000L) >> random.nextInt(40), 2);
      String text = format(group, decimal).format(value);
      AmountParser parser =
          new AmountParser(decimal == '.' ? DecimalMark.POINT : DecimalMark.COMMA, false);
      String written =
          switch (random.nextInt(6)) {
            case 0 -> "-" + text;
            case 1 -> text + "-";
            case 2 -> "(" + text + ")";
            case 3 -> "EUR -" + text;
            case 4 -> "-" + text + " \u20AC";
            default -> text + " DR";
          };
      Optional<Amount> read = parser.whole(written);
      assertEquals(Optional.of(value.negate()), read.map(Amount::value), written);
      assertTrue(written.contains(read.orElseThrow().text()), written);
    }
  }

  private static DecimalFormat format(char group, char decimal) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(group);
    symbols.setDecimalSeparator(decimal);
    return new DecimalFormat("#,##0.00", symbols);
  }

  /** Nothing in random text is read as something that does not stand there. */
  @Test
  void everyAmountStandsInItsText() {
    Random random = new Random(11);
    String alphabet = "0123456789.,'’- /%()$€CRab\u00A0";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(25); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (Amount amount : POINT.find(text.toString())) {
        assertTrue(amount.start() >= end && amount.end() > amount.start(), text::toString);
        assertTrue(text.substring(amount.start(), amount.end()).contains(amount.text()));
        end = amount.end();
      }
    }
  }
}
