package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseTest {

  @Test
  void keepsWordsAndFiguresAndDropsWhatLinesAndSpecksAreReadFor() {
    List<RecognisedWord> words = new ArrayList<>();
    words.add(Words.word("Total", 0.9, 0, 0));
    words.add(Words.word("|", 0.9, 0, 1));
    words.add(Words.word("12.50", 0.1, 0, 2));
    words.add(Words.word("~", 0.9, 0, 3));
    words.add(Words.word("a", 0.3, 0, 4));
    words.add(Words.word("%", 0.9, 0, 5));
    words.add(Words.word("-", 0.3, 0, 6));
    words.add(Words.word("Rrr", 0.1, 0, 7));
    words.add(new RecognisedWord("EA", 0, 0, 300, 300, 300, 0.5, 1, ""));
    assertEquals(
        List.of("Total", "12.50", "%"),
        Noise.remove(words).stream().map(RecognisedWord::text).toList());
  }

  @Test
  void patternsThatAreReadForLettersAreNoText() {
    List<RecognisedWord> words = new ArrayList<>(Words.line("Net pay"));
    words.add(Words.word("EY", 0.45, 1, 0));
    words.add(Words.word("zRkt", 0.48, 1, 1));
    words.add(Words.word("GR", 0.5, 1, 2));
    words.add(Words.word("Employer", 0.6, 2, 0));
    words.add(Words.word("SAN@S", 0.4, 2, 1));
    words.add(Words.word("GmbH", 0.8, 2, 2));
    assertEquals(
        List.of("Net", "pay", "Employer", "GmbH"),
        Noise.remove(words).stream().map(RecognisedWord::text).toList());
  }

  @Test
  void digitsAreLeftToBeLookedAtAgain() {
    List<RecognisedWord> words =
        List.of(
            Words.word("O00", 0.1, 0, 0),
            Words.word("R378", 0.1, 0, 1),
            Words.word("7", 0.3, 0, 2),
            Words.word("7", 0.1, 0, 3));
    assertEquals(
        List.of("O00", "R378", "7"),
        Noise.remove(words).stream().map(RecognisedWord::text).toList());
  }
}
