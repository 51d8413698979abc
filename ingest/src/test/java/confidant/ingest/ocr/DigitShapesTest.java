package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.picture.Drawing;
import confidant.ingest.picture.GreyPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DigitShapesTest {

  private static final double SIZE = 46;

  /** What stands on the page. */
  private static final List<String> PRINTED =
      List.of("291.90", "1,458.60", "370.32", "40.60", "16,640.95", "78.43", "2,111.20", "59.67");

  private final List<RecognisedWord> words = new ArrayList<>();

  /** The page, of which words are read as the figures in place of those printed. */
  private DigitShapes shapes(String... read) {
    Drawing page = new Drawing(600, 800);
    for (int row = 0; row < PRINTED.size(); row++) {
      String text = PRINTED.get(row);
      double baseline = 80.0 * (row + 1);
      page.text(text, 100, baseline, SIZE);
      words.add(
          new RecognisedWord(
              row < read.length ? read[row] : text,
              100,
              baseline - 0.75 * SIZE,
              102 + Drawing.length(text, SIZE),
              baseline + 0.15 * SIZE,
              baseline,
              row < read.length ? 0.9 : 0.96,
              row,
              ""));
    }
    GreyPicture picture = page.grey();
    return DigitShapes.of(words, picture);
  }

  @Test
  void aDigitThatLooksLikeAnotherIsTold() {
    DigitShapes shapes = shapes("201.90");
    assertEquals(Optional.of("291.90"), shapes.reading(words.getFirst()));
  }

  @Test
  void digitsThatWereReadWellAreNotQuestioned() {
    DigitShapes shapes = shapes();
    words.forEach(word -> assertEquals(Optional.empty(), shapes.reading(word), word.text()));
  }

  @Test
  void shapesTellWhichReadingIsNearer() {
    DigitShapes shapes = shapes("291.90", "1,458.80");
    RecognisedWord word = words.get(1);
    double wrong = shapes.distance(word, "1,458.80").orElseThrow();
    double right = shapes.distance(word, "1,458.60").orElseThrow();
    assertTrue(right < 0.5 * wrong, right + " and " + wrong);
  }

  @Test
  void readingsOfMoreDigitsThanThereAreCannotBeCompared() {
    DigitShapes shapes = shapes("2911.90");
    assertEquals(Optional.empty(), shapes.reading(words.getFirst()));
    assertEquals(OptionalDouble.empty(), shapes.distance(words.getFirst(), "2911.90"));
  }
}
