package confidant.demo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.demo.data.CompactVocabulary;
import confidant.demo.data.Lesson;
import confidant.demo.data.Text;
import confidant.demo.train.Probe.Copied;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static final byte GIVEN = 0;
  private static final byte WORD = 2;
  private static final byte FIGURE = 3;
  private static final CompactVocabulary VOCABULARY =
      new CompactVocabulary(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

  /** Two figures, of three tokens and of one. */
  private static final Text ANSWER =
      new Text(
          new int[] {9, 1, 2, 3, 8, 4, 9},
          new byte[] {GIVEN, FIGURE, FIGURE, FIGURE, WORD, FIGURE, WORD});

  private static final Lesson LESSON =
      new Lesson(false, 0, new Text(new int[] {7}, new byte[] {GIVEN}), List.of(ANSWER, ANSWER));

  private static Copied count(int... guesses) {
    return Probe.count(LESSON, VOCABULARY, guesses);
  }

  @Test
  void aFigureIsRightIfAllItsTokensAre() {
    assertEquals(new Copied(4, 4), count(1, 2, 3, 4, 1, 2, 3, 4));
    assertEquals(new Copied(4, 3), count(1, 2, 0, 4, 1, 2, 3, 4));
  }

  @Test
  void aWrongTokenSpoilsOnlyItsOwnFigure() {
    assertEquals(new Copied(4, 3), count(0, 2, 3, 4, 1, 2, 3, 4));
    assertEquals(new Copied(4, 2), count(0, 0, 3, 4, 1, 2, 3, 0));
  }
}
