package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordShapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total",
        "SUBTOTAL",
        "net",
        "Co.",
        "St.",
        "GMBH",
        "PCs",
        "McDonald",
        "year-to-date",
        "D'Angelo",
        "und/oder",
        "Kr\u00E4mer",
        "(Brutto):"
      })
  void wordsAndNamesMayHaveBeenPrinted(String text) {
    assertTrue(WordShape.isPlausible(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAN@S", "zRkt", "rrtlkk", "aBcD", "e~", "GRZSQT"})
  void whatNobodyWritesWasNot(String text) {
    assertFalse(WordShape.isPlausible(text));
  }
}
