package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.WrittenFigure.Kind;
import confidant.ingest.fields.WrittenFigure.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderTest {
  private static final FigureReader ANY = FigureReader.ofAnyText();

  private static WrittenFigure only(String text) {
    List<WrittenFigure> found = ANY.find(text);
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,234.56; NUMBER; 1234.56",
        "1.234,56; NUMBER; 1234.56",
        "1'234.56; NUMBER; 1234.56",
        "1 234,56; NUMBER; 1234.56",
        "1,23,456.00; NUMBER; 123456",
        "0.125; NUMBER; 0.125",
        "0,00; NUMBER; 0",
        "1200; NUMBER; 1200",
        "31.12.2024; DAY; 2024-12-31",
        "30.03.; DAY; --03-30",
        "March 3rd, 2024; DAY; 2024-03-03",
        "März 2026; MONTH; 2026-03",
        "03/2026; MONTH; 2026-03",
        "2026-03; MONTH; 2026-03",
        "marzo de 2026; MONTH; 2026-03",
        "08:30; TIME; 8:30",
        "12/345/67890; CODE; 1234567890",
        "DE89 3704 0044 0532 0130 00; CODE; DE89370400440532013000",
        "0012345; CODE; 0012345",
        "3.5-5.1; CODE; 3551",
        "HbA1c; CODE; HBA1C",
      })
  void tellsWhatAFigureIsAndWhatItMeans(String text, Kind kind, String reading) {
    WrittenFigure figure = only(text);
    assertEquals(kind, figure.kind());
    assertEquals(List.of(reading), figure.readings());
  }

  @Test
  void whatCanMeanTwoThingsKeepsBothUntilThePaperTells() {
    assertEquals(List.of("1.234", "1234"), only("1.234").readings());
    assertEquals(List.of("2024-03-04", "2024-04-03"), only("03/04/2024").readings());
    FigureReader german = new FigureReader(new Conventions(DecimalMark.COMMA, DateOrder.DAY_FIRST));
    assertEquals(List.of("1234"), german.find("1.234").getFirst().readings());
    assertEquals(List.of("2024-04-03"), german.find("03/04/2024").getFirst().readings());
  }

  @ParameterizedTest
  @CsvSource({"-5.00", "5.00-", "(5.00)", "\u22125.00", "-€5.00", "EUR -5.00", "(5.00 EUR)"})
  void seesSignsOnBothSides(String text) {
    assertTrue(only(text).negative(), text);
  }

  @ParameterizedTest
  @CsvSource({"5.00", "+5.00", "a - 5.00", "see (5.00"})
  void seesNoSignWhereNoneIs(String text) {
    assertFalse(only(text).negative(), text);
  }

  @Test
  void seesWhatIsMeasured() {
    assertEquals(Measure.PERCENT, only("16 %").measure());
    assertEquals(Measure.CURRENCY, only("EUR 16").measure());
    assertEquals(Measure.CURRENCY, only("16€").measure());
    assertEquals(Measure.UNIT, only("16mg").measure());
    assertEquals(Measure.NOTHING, only("16 people").measure());
    assertTrue(only("7 people").isCount());
    assertFalse(only("7 %").isCount());
  }

  @Test
  void takesRangesAndJoinedNumbersApart() {
    String range = "from 3.5-5.1 on";
    List<WrittenFigure> parts = ANY.parts(range, only(range));
    assertEquals(
        List.of("3.5", "5.1"),
        parts.stream().map(part -> range.substring(part.start(), part.end())).toList());
    String blanks = "12 345";
    assertEquals(List.of("12345"), only(blanks).readings());
    assertEquals(
        List.of(List.of("12"), List.of("345")),
        ANY.parts(blanks, only(blanks)).stream().map(WrittenFigure::readings).toList());
  }
}
