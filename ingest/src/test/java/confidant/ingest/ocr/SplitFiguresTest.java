package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitFiguresTest {

  /** A word of digits 29 pixels high, as type of 40 pixels has them. */
  private static RecognisedWord digits(String text, int left, int right) {
    return new RecognisedWord(text, left, 100, right, 129, 129, 0.96, 0, "");
  }

  @Test
  void joinsPartsThatStandCloserThanABlank() {
    List<RecognisedWord> joined =
        SplitFigures.join(
            List.of(digits("001", 0, 60), digits("5705", 69, 160), digits("7.50", 300, 380)));
    assertEquals(List.of("0015705", "7.50"), joined.stream().map(RecognisedWord::text).toList());
    assertEquals(160, joined.getFirst().right());
    assertTrue(joined.getFirst().confidence() < 0.95);
  }

  @Test
  void groupsOfDigitsWithABlankBetweenStayApart() {
    List<RecognisedWord> groups = List.of(digits("1", 0, 20), digits("234,56", 34, 150));
    assertEquals(groups, SplitFigures.join(groups));
  }

  @Test
  void wordsStayApart() {
    List<RecognisedWord> words = List.of(digits("12", 0, 40), digits("km", 42, 100));
    assertEquals(words, SplitFigures.join(words));
  }

  @Test
  void decimalsOfTypewriterFacesStandFarFromTheirComma() {
    List<RecognisedWord> joined =
        SplitFigures.join(List.of(digits("1010,", 0, 110), digits("83", 126, 160)));
    assertEquals(List.of("1010,83"), joined.stream().map(RecognisedWord::text).toList());
    List<RecognisedWord> list = List.of(digits("12,", 0, 55), digits("4", 71, 90));
    assertEquals(list, SplitFigures.join(list));
  }
}
