package confidant.ingest.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaderEraserTest {
  private static final double SIZE = 46;
  private static final double X_HEIGHT = 0.53 * SIZE;
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 120;
  private static final double BASELINE = 80;

  private static Drawing line() {
    return new Drawing(WIDTH, HEIGHT);
  }

  private static byte[] erased(Drawing drawing) {
    GreyPicture picture = drawing.grey();
    LeaderEraser.erase(picture, X_HEIGHT);
    return picture.pixels();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ". ", " . "})
  void dotsBetweenANameAndItsFigureGo(String dot) {
    Drawing bare =
        line().text("Gross pay", 30, BASELINE, SIZE).text("7,546.42", 1150, BASELINE, SIZE);
    Drawing led =
        line().text("Gross pay", 30, BASELINE, SIZE).text("7,546.42", 1150, BASELINE, SIZE);
    int dots = (int) (840 / Drawing.length(dot, SIZE));
    led.text(dot.repeat(dots), 270, BASELINE, SIZE);
    assertArrayEquals(bare.grey().pixels(), erased(led));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "And so on... until 3.412,50 is paid.",
        "1.1.1.1.1.1.1.1 i.i.i.i.i.i.i.i",
        "iiiiiiii :::::::: ;;;;;;;; --------",
        "see p. 3. 4. 5. 6. 7. 8. 9."
      })
  void pointsOfTextStay(String text) {
    Drawing drawing = line().text(text, 30, BASELINE, SIZE);
    assertArrayEquals(drawing.grey().pixels(), erased(drawing));
  }

  @Test
  void nothingIsErasedWhereTheSizeOfLettersIsUnknown() {
    GreyPicture picture = line().text("..........", 30, BASELINE, SIZE).grey();
    byte[] before = picture.pixels().clone();
    LeaderEraser.erase(picture, 0);
    assertArrayEquals(before, picture.pixels());
  }
}
