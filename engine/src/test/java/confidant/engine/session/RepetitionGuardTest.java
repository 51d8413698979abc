package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionGuardTest {
  private static final int FIRST_WORD = 1000;

  private static RepetitionGuard guard() {
    return new RepetitionGuard(token -> token >= FIRST_WORD);
  }

  /** After how many of {@code tokens} it is noticed; -1 if it is not. */
  private static int noticedAfter(RepetitionGuard guard, IntStream tokens) {
    int[] all = tokens.toArray();
    for (int i = 0; i < all.length; i++) {
      if (guard.add(all[i])) {
        return i + 1;
      }
    }
    return -1;
  }

  /** A row of words, each another. */
  private static IntStream row(int period) {
    return IntStream.range(FIRST_WORD, FIRST_WORD + period);
  }

  private static IntStream repeated(int period, int tokens) {
    return IntStream.range(0, tokens).map(i -> FIRST_WORD + i % period);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 77, 128, 199, 200})
  void aThoughtIsACircleWhenItComesTheThirdTime(int period) {
    assertEquals(3 * period, noticedAfter(guard(), repeated(period, 4 * period)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 17, 39})
  void aFewWordsMustComeMoreOften(int period) {
    assertEquals(
        RepetitionGuard.MIN_TOKENS,
        noticedAfter(guard(), repeated(period, RepetitionGuard.MIN_TOKENS + period)));
  }

  @Test
  void whatCameBeforeTheCircleDoesNotMatter() {
    RepetitionGuard guard = guard();
    IntStream random = new SplittableRandom(1).ints(777, 0, 50_000);
    assertEquals(-1, noticedAfter(guard, random));
    // The last random token may happen to belong to the circle.
    int noticed = noticedAfter(guard, repeated(100, 400));
    assertTrue(noticed == 300 || noticed == 299, "after " + noticed);
  }

  @Test
  void aThoughtThatComesTwiceIsNone() {
    IntStream twice =
        IntStream.concat(repeated(150, 300), new SplittableRandom(2).ints(300, 2000, 50_000));
    assertEquals(-1, noticedAfter(guard(), twice));
  }

  @Test
  void aThoughtThatChangesAWordEachTimeIsNone() {
    RepetitionGuard guard = guard();
    for (int round = 0; round < 30; round++) {
      int number = 5000 + round;
      assertEquals(-1, noticedAfter(guard, IntStream.concat(row(60), IntStream.of(number))));
    }
  }

  @Test
  void rowsLongerThanTheLongestPeriodAreNotNoticed() {
    int period = RepetitionGuard.MAX_PERIOD + 1;
    assertEquals(-1, noticedAfter(guard(), repeated(period, 6 * period)));
  }

  @Test
  void aTableOfEqualFiguresIsNoneUntilNoTableIsThatLong() {
    int period = 8;
    IntStream zeros = IntStream.range(0, 2000).map(i -> i % period);
    assertEquals(RepetitionGuard.MIN_TOKENS_WITHOUT_WORD, noticedAfter(guard(), zeros));
  }

  @Test
  void aTableOfFiguresThatDifferIsNone() {
    SplittableRandom random = new SplittableRandom(3);
    RepetitionGuard guard = guard();
    for (int line = 0; line < 2000; line++) {
      // | date | what for | 1 234 . 56 |: few values, many alike.
      int[] row = {
        1,
        random.nextInt(10, 40),
        1,
        FIRST_WORD + random.nextInt(5),
        1,
        random.nextInt(100),
        2,
        0,
        1
      };
      assertEquals(-1, noticedAfter(guard, IntStream.of(row)), "line " + line);
    }
  }

  @Test
  void randomTextIsNone() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      assertEquals(-1, noticedAfter(guard(), random.ints(4000, 998, 998 + 2 + seed)));
    }
  }

  @Test
  void knowsWhetherItSawAnything() {
    RepetitionGuard guard = guard();
    assertFalse(guard.isBegun());
    assertFalse(guard.add(7));
    assertTrue(guard.isBegun());
  }
}
