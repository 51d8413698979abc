package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.picture.Drawing;
import org.junit.jupiter.api.Test;

class InkPartTest {

  private static final double SIZE = 46;

  private static RecognisedWord word(String text, double top, double bottom) {
    double right = 102 + Drawing.length(text, SIZE);
    return new RecognisedWord(text, 98, top, right, bottom, 100, 0.9, 0, "");
  }

  @Test
  void aBoxEndsWithItsLetters() {
    Drawing page = new Drawing(600, 300).text("Rate 12,50", 100, 100, SIZE);
    page.fill(0, 90, 113, 400, 3).text("Overtime", 100, 155, SIZE);
    RecognisedWord tight = InkPart.tighten(page.grey(), word("Rate 12,50", 50, 128));
    assertEquals(100 - 0.72 * SIZE, tight.top(), 3);
    assertEquals(100 + 0.13 * SIZE, tight.bottom(), 3);
  }

  @Test
  void dotsAndDashesKeepTheirPlace() {
    Drawing page = new Drawing(600, 300).text("mini", 100, 100, SIZE).text("-", 300, 100, SIZE);
    RecognisedWord word = InkPart.tighten(page.grey(), word("mini", 50, 120));
    assertEquals(100 - 0.74 * SIZE, word.top(), 3);
    assertEquals(100, word.bottom(), 2);
  }

  @Test
  void tallPartsAreThoseOfDigits() {
    Drawing page = new Drawing(600, 300).text("1,234.56", 100, 100, SIZE);
    assertEquals(6, InkPart.tall(page.grey(), word("1,234.56", 60, 110)).size());
  }
}
