package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureShapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4.44",
        "1,234.56",
        "1.234,56",
        "1'234.56",
        "-12.00",
        "(12.00)",
        "$5.00",
        "12.00-",
        "50%",
        "12/31/2025",
        "31.12.2025",
        "2025-12-31",
        "10:30",
        "291",
        "0.4-4.0",
        "<5.0"
      })
  void figuresAreWellFormed(String text) {
    assertTrue(FigureShape.isWellFormed(text));
    assertTrue(FigureShape.mayBeFigure(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23.456", "12..5", "4.4.4", "1/2-3", "12O.00"})
  void misreadFiguresMayBeFiguresButAreNotWellFormed(String text) {
    assertTrue(FigureShape.mayBeFigure(text));
    assertFalse(FigureShape.isWellFormed(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total", "A4", "No.7", "1st", "--", "B12"})
  void otherWordsAreNoFigures(String text) {
    assertFalse(FigureShape.mayBeFigure(text));
  }
}
