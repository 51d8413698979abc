package confidant.engine.speculation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import confidant.engine.speculation.PromptLookup.Match;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromptLookupTest {

  private static PromptLookup of(String tokens) {
    PromptLookup lookup = new PromptLookup();
    lookup.follow(tokens.chars().toArray());
    return lookup;
  }

  private static String guess(PromptLookup lookup, int count) {
    return lookup
        .match()
        .map(match -> lookup.continuation(match, count))
        .map(ids -> new String(ids, 0, ids.length))
        .orElse("");
  }

  @Test
  void proposesWhatFollowedTheLastTokensBefore() {
    assertEquals("efg", guess(of("abcdefgh-bcd"), 3));
  }

  @Test
  void theLongestMatchWinsOverALaterShorterOne() {
    PromptLookup lookup = of("xabcd1-abcd2-bcd3-xabcd");
    assertEquals(Optional.of(new Match(5, 5)), lookup.match());
    assertEquals("1", guess(lookup, 1));
  }

  @Test
  void ofEquallyLongMatchesTheLatestWins() {
    assertEquals("2", guess(of("abc1.abc2-abc"), 1));
  }

  @Test
  void noMatchIsLongerThanTheLongest() {
    PromptLookup lookup = of("0123456789x-0123456789");
    assertEquals(Optional.of(new Match(PromptLookup.LONGEST, 10)), lookup.match());
  }

  @Test
  void oneTokenAloneIsNoMatch() {
    assertEquals(Optional.empty(), of("abcda").match());
    assertEquals(Optional.empty(), of("a").match());
    assertEquals(Optional.empty(), of("").match());
    assertEquals(Optional.empty(), of("aa").match());
  }

  @Test
  void aMatchThatOverlapsTheEndGoesOnWithItself() {
    assertEquals("aaaaa", guess(of("aaaa"), 5));
    assertEquals("cabcab", guess(of("abcabcab"), 6));
  }

  @Test
  void whatWasForgottenIsNotFound() {
    PromptLookup lookup = of("abc1 abc2");
    lookup.truncate(4);
    assertEquals("", guess(lookup, 1));
    "-abc".chars().forEach(lookup::append);
    assertEquals("1", guess(lookup, 1));
    lookup.truncate(0);
    assertEquals(0, lookup.length());
    "abc".chars().forEach(lookup::append);
    assertEquals("", guess(lookup, 1));
    assertThrows(IllegalArgumentException.class, () -> lookup.truncate(4));
  }

  @Test
  void followsASequenceThatPartsFromTheLastOne() {
    PromptLookup lookup = of("paper: total 12,50 due. question one");
    lookup.follow("paper: total 12,50 due. tota".chars().toArray());
    assertEquals("l 12,", guess(lookup, 5));
    lookup.follow("pa".chars().toArray());
    assertEquals(2, lookup.length());
  }

  @Test
  void findsWhatASearchOfAllTokensFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int alphabet : new int[] {2, 5, 40}) {
      PromptLookup lookup = new PromptLookup();
      int[] tokens = new int[3000];
      int length = 0;
      while (length < tokens.length) {
        tokens[length] = random.nextInt(alphabet);
        lookup.append(tokens[length++]);
        if (random.nextInt(50) == 0) {
          length -= random.nextInt(Math.min(length, 30));
          lookup.truncate(length);
        }
        assertEquals(longest(Arrays.copyOf(tokens, length)), lookup.match());
      }
    }
  }

  private static Optional<Match> longest(int[] tokens) {
    Optional<Match> best = Optional.empty();
    for (int next = tokens.length - 1; next >= PromptLookup.SHORTEST; next--) {
      int same = 0;
      while (same < Math.min(next, PromptLookup.LONGEST)
          && tokens[next - 1 - same] == tokens[tokens.length - 1 - same]) {
        same++;
      }
      if (same >= PromptLookup.SHORTEST && same > best.map(Match::length).orElse(0)) {
        best = Optional.of(new Match(same, next));
      }
    }
    return best;
  }

  @Test
  void continuationsHaveTheLengthAskedFor() {
    PromptLookup lookup = of("abcdefab");
    assertArrayEquals(new int[0], lookup.continuation(lookup.match().orElseThrow(), 0));
    assertEquals("cdefabcdef", guess(lookup, 10));
  }
}
