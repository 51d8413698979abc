package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.picture.Drawing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreadDigitsTest {
  private static final double SIZE = 46;
  private static final double BASELINE = 80;
  private static final double CAPITAL = 0.72 * SIZE;
  private static final double LEFT = 300;

  /** What is read when the picture shows {@code before}, a blank and 453,89, read as such. */
  private static List<String> read(String before, String reading, RecognisedWord... others) {
    Drawing drawing = new Drawing(700, 120);
    double blank = Drawing.length(" ", SIZE);
    drawing.text(before, LEFT - blank - Drawing.length(before, SIZE), BASELINE, SIZE);
    drawing.text("453,89", LEFT, BASELINE, SIZE);
    RecognisedWord figure = word("453,89", LEFT);
    List<RecognisedWord> words = others.length == 0 ? List.of(figure) : List.of(others[0], figure);
    Recogniser recogniser =
        new Words.Fake(page -> List.of(), picture -> Optional.of(Words.word(reading, 0.9, 0, 0)));
    return UnreadDigits.add(words, drawing.grey(), recogniser).stream()
        .map(RecognisedWord::text)
        .toList();
  }

  private static RecognisedWord word(String text, double left) {
    double right = left + Drawing.length(text, SIZE);
    return new RecognisedWord(
        text, left, BASELINE - CAPITAL, right, BASELINE + 6, BASELINE, 0.95, 0, "");
  }

  @Test
  void theThousandsThatWerePassedOverAreRead() {
    assertEquals(List.of("8", "453,89"), read("8", "8"));
    assertEquals(List.of("12", "453,89"), read("12", "12"));
  }

  @Test
  void whatIsNoNumberOfAsManyDigitsIsNotBelieved() {
    assertEquals(List.of("453,89"), read("8", "88"));
    assertEquals(List.of("453,89"), read("8", "$"));
  }

  @Test
  void whatAWordCoversAndWhatIsNotAsHighAsDigitsIsNoneOfThem() {
    double left = LEFT - Drawing.length(" 8", SIZE);
    assertEquals(List.of("8", "453,89"), read("8", "3", word("8", left)));
    assertEquals(List.of("453,89"), read("-", "1"));
    assertEquals(List.of("453,89"), read("", "1"));
  }
}
