package confidant.ingest.prompt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bm25Test {

  private static final double EXACT = 1e-6;

  /**
   * Worked by hand: N = 3, lengths 4, 2, 3, mean 3.
   *
   * <p>rent: n = 2, idf = ln(1 + 1.5 / 2.5) = 0.470004. In text 0: f = 2, k1 * (0.25 + 0.75 * 4/3)
   * = 1.5, 2 * 2.2 / 3.5 = 1.257143, score 0.590862. In text 1: f = 1, 1.2 * (0.25 + 0.5) = 0.9,
   * 2.2 / 1.9 = 1.157895, score 0.544215.
   *
   * <p>due: n = 1, idf = ln(1 + 2.5 / 1.5) = 0.980829. In text 1: 1.157895, score 1.135697.
   */
  @Test
  void scoresAsTheFormulaSays() {
    Bm25 texts =
        new Bm25(
            List.of(
                List.of("rent", "and", "rent", "again"),
                List.of("rent", "due"),
                List.of("the", "garden", "gate")));
    assertArrayEquals(new double[] {0.590862, 0.544215, 0}, texts.scores(List.of("rent")), EXACT);
    assertArrayEquals(
        new double[] {0.590862, 0.544215 + 1.135697, 0},
        texts.scores(List.of("rent", "due", "rent", "nowhere")),
        EXACT);
  }

  @Test
  void aWordThatStandsNowhereFindsItsCompounds() {
    Bm25 texts =
        new Bm25(
            List.of(List.of("kundigungsfrist", "drei", "monate"), List.of("haus", "und", "hof")));
    double[] part = texts.scores(List.of("frist"));
    assertTrue(part[0] > 0 && part[1] == 0);
    assertArrayEquals(part, texts.scores(List.of("kundigungsfristen")), EXACT);
  }

  @Test
  void shortWordsAndFiguresFindNoOthers() {
    Bm25 texts = new Bm25(List.of(List.of("monate", "123456"), List.of("x")));
    assertArrayEquals(new double[] {0, 0}, texts.scores(List.of("mon", "1234")), EXACT);
  }

  @Test
  void nothingScoresNothing() {
    assertEquals(0, new Bm25(List.of()).scores(List.of("rent")).length);
    assertArrayEquals(new double[] {0}, new Bm25(List.of(List.of())).scores(List.of("rent")), 0);
  }
}
