package confidant.ingest.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,234.56", "1.234,56", "1'234.56", "100 000", "-23", "+15", "(412.16)", "$ 42.00",
        "€ -9,32", "S$22,800", "EUR 5", "Rs 1939", "15%", "29.99 €", "1.00 Units", "500.00-",
        "03/20/2023", "2024-11-01", "01.05.14", "-", "12 CR"
      })
  void figures(String text) {
    assertTrue(Figures.isFigure(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Total", "A-12", "SKU-8847", "2011-12)", "Page 1", "3 of them all"})
  void noFigures(String text) {
    assertFalse(Figures.isFigure(text));
  }

  @Test
  void yearsHeadColumns() {
    assertTrue(Stream.of("2007", "1975-79", "FY 2023", "2011-12)").allMatch(Figures::isYear));
    assertTrue(Stream.of("1505", "2,007", "1.99").noneMatch(Figures::isYear));
    assertFalse(Figures.hasDigitBesideYears("No. of adults: 2011-12"));
    assertTrue(Figures.hasDigitBesideYears("2011 and 7"));
  }

  @Test
  void numbersAreWholeTokens() {
    assertEquals(
        List.of("1,234.56", "7"), Figures.numbers(Stream.of("net 1,234.56", "(7) and", "none")));
  }
}
