package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondLookTest {

  private final List<Integer> widths = new ArrayList<>();

  private List<RecognisedWord> look(String second, double confidence, RecognisedWord... words) {
    Recogniser again =
        new Words.Fake(
            page -> List.of(),
            picture -> {
              widths.add(picture.width());
              return second.isEmpty()
                  ? Optional.empty()
                  : Optional.of(Words.word(second, confidence, 0, 0));
            });
    return SecondLook.at(List.of(words), Words.white(400, 400), again);
  }

  @Test
  void aFigureThatIsReadInTwoWaysKeepsBoth() {
    RecognisedWord word = look("6.56", 0.8, Words.word("8.56", 0.8, 0, 1)).getFirst();
    assertEquals("8.56", word.text());
    assertEquals("6.56", word.other());
  }

  @Test
  void aMuchMoreCertainReadingComesFirst() {
    RecognisedWord word = look("6.56", 0.93, Words.word("8.56", 0.6, 0, 1)).getFirst();
    assertEquals("6.56", word.text());
    assertEquals("8.56", word.other());
  }

  @Test
  void theReadingWithMorePointsComesFirst() {
    RecognisedWord lost = look("4.44", 0.6, Words.word("444", 0.9, 0, 1)).getFirst();
    assertEquals("4.44", lost.text());
    assertEquals("444", lost.other());
    RecognisedWord kept = look("444", 0.94, Words.word("4.44", 0.5, 0, 1)).getFirst();
    assertEquals("4.44", kept.text());
    assertEquals("444", kept.other());
  }

  @Test
  void aFigureThatCanBeReadInTwoWaysIsNotCertain() {
    assertTrue(look("6.56", 0.99, Words.word("8.56", 0.98, 0, 1)).getFirst().confidence() < 0.6);
    assertTrue(look("6.56", 0.85, Words.word("8.56", 0.96, 0, 1)).getFirst().confidence() < 0.6);
  }

  @Test
  void aMarkAfterAFigureDoesNotMakeItIllFormed() {
    RecognisedWord word = look("37.437", 0.2, Words.word("37.43\"", 0.3, 0, 1)).getFirst();
    assertEquals("37.43\"", word.text());
    assertEquals("37.437", word.other());
  }

  @Test
  void aSecondReadingThatIsFarLessCertainIsNone() {
    assertEquals("", look("6.56", 0.7, Words.word("8.56", 0.96, 0, 1)).getFirst().other());
  }

  @Test
  void digitsAreNeverDroppedButForSpecks() {
    assertEquals(List.of(), look("", 0, Words.word("1", 0.3, 0, 1)));
    RecognisedWord thousands = new RecognisedWord("1", 0, 70, 12, 100, 100, 0.2, 0, "");
    RecognisedWord group = new RecognisedWord("525,47", 25, 70, 150, 100, 100, 0.9, 0, "");
    assertEquals(2, look("", 0, thousands, group).size());
    RecognisedWord uncertain = look("", 0, Words.word("11", 0.1, 0, 1)).getFirst();
    assertEquals("11", uncertain.text());
    assertEquals(0.1, uncertain.confidence());
    assertEquals("28.05", look("28.05", 0.9, Words.word("28.05", 0, 0, 1)).getFirst().text());
  }

  @Test
  void theCurrencyAloneMakesNoDoubt() {
    assertEquals("", look("201.90", 0.9, Words.word("$201.90", 0.8, 0, 1)).getFirst().other());
    assertEquals("-5.00", look("-5.00", 0.9, Words.word("5.00", 0.8, 0, 1)).getFirst().text());
  }

  @Test
  void specksAtTheEndMakeNoDoubt() {
    assertEquals("", look("8.56", 0.9, Words.word("8.56\"", 0.7, 0, 1)).getFirst().other());
  }

  @Test
  void aReadingThatIsWrittenLikeAFigureComesFirst() {
    RecognisedWord word = look("120.00", 0.5, Words.word("12O.00", 0.7, 0, 1)).getFirst();
    assertEquals("120.00", word.text());
    assertEquals("12O.00", word.other());
  }

  @Test
  void agreementMakesAFigureMoreCertain() {
    RecognisedWord word = look("8.56", 0.9, Words.word("8.56", 0.7, 0, 1)).getFirst();
    assertEquals(0.9, word.confidence());
    assertEquals("", word.other());
  }

  @Test
  void aSecondReadingThatIsNoFigureIsDropped() {
    RecognisedWord word = look("8..5.6", 0.9, Words.word("8.56", 0.7, 0, 1)).getFirst();
    assertEquals("8.56", word.text());
    assertEquals("", word.other());
    assertEquals("8.56", look("", 0, Words.word("8.56", 0.7, 0, 1)).getFirst().text());
  }

  @Test
  void everyFigureIsQuestionedAndNoOtherWord() {
    List<RecognisedWord> words =
        look("6.56", 0.9, Words.word("Total", 0.3, 0, 0), Words.word("8.56", 0.99, 0, 1));
    assertEquals(List.of("Total", "8.56"), words.stream().map(RecognisedWord::text).toList());
    assertEquals("6.56", words.getLast().other());
    assertEquals(1, widths.size());
  }

  @Test
  void figuresAreCutOutWithWhiteAround() {
    look("8.56", 0.9, Words.word("8.56", 0.7, 0, 1));
    // 20 pixels of ink, 3 on either side, 12 of white on either side.
    assertEquals(List.of(50), widths);
  }
}
