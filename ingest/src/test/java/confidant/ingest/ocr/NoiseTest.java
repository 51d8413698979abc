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
}
