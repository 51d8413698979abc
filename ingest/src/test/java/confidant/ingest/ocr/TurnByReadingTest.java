package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.picture.GreyPicture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnByReadingTest {

  /** Two by three, with the darkest pixel at the top left. */
  private static final GreyPicture PICTURE = new GreyPicture(2, 3, new byte[] {0, 1, 2, 3, 4, 5});

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void takesTheTurnInWhichMostCanBeRead(int right) {
    byte[] wanted = GreyTurns.clockwise(PICTURE, right).pixels();
    Recogniser reader =
        new Words.Fake(
            picture ->
                Arrays.equals(picture.pixels(), wanted)
                    ? Words.line("words that can be read well")
                    : List.of(Words.word("wrsd", 0.4, 0, 0)),
            picture -> Optional.empty());
    AtomicInteger signs = new AtomicInteger();
    assertEquals(right, new TurnByReading(reader, signs::incrementAndGet).quarterTurns(PICTURE));
    assertEquals(4, signs.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aTurnAndItsOppositeGiveTheSamePicture(int quarters) {
    GreyPicture back =
        GreyTurns.clockwise(GreyTurns.clockwise(PICTURE, quarters), (4 - quarters) % 4);
    assertArrayEquals(PICTURE.pixels(), back.pixels());
    assertEquals(PICTURE.width(), back.width());
  }

  @Test
  void turnsClockwise() {
    assertArrayEquals(new byte[] {4, 2, 0, 5, 3, 1}, GreyTurns.clockwise(PICTURE, 1).pixels());
  }
}
