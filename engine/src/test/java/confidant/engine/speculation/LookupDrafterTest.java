package confidant.engine.speculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How drafts adapt, on texts that are written at made-up costs per pass. */
class LookupDrafterTest {
  private static final double PASS_NANOS = 1e8;
  private static final double[] EXPECTED = {0, 1, 1.3, 1.65, 2.0, 2.7, 3.4, 3.85, 4.3};
  private static final double[] CHEAP = {0, 1, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14};
  private static final double[] DEAR = {0, 1, 2.2, 3.4, 4.5, 5.5, 6.5, 7.5, 8.5};

  /** What writing a text took, in passes over one token. */
  private record Writing(double cost, int tokens, int longestDraft, int drafted, int accepted) {
    double speed() {
      return tokens / cost;
    }
  }

  private static Writing write(Drafter drafter, int[] prompt, int[] text, double[] costs) {
    drafter.begin(prompt);
    double cost = 0;
    int longest = 0;
    int drafted = 0;
    int accepted = 0;
    int at = 0;
    while (at < text.length) {
      drafter.append(text[at++]);
      int[] draft = drafter.draft(text.length - at);
      int right = 0;
      while (right < draft.length && text[at] == draft[right]) {
        drafter.append(text[at++]);
        right++;
      }
      double pass = costs[1 + draft.length];
      drafter.verified(draft.length, right, (long) (pass * PASS_NANOS));
      cost += pass;
      longest = Math.max(longest, draft.length);
      drafted += draft.length;
      accepted += right;
    }
    return new Writing(cost, text.length, longest, drafted, accepted);
  }

  /** Tokens as rare and as frequent as words are. */
  private static int[] prose(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .map(i -> (int) Math.exp(random.nextDouble() * Math.log(20_000)))
        .toArray();
  }

  /** Pieces of {@code source}, with a few tokens of its own between them. */
  private static int[] quoting(int[] source, int count, int piece, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] text = new int[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int at = i % (piece + 3);
      if (at == 0) {
        from = random.nextInt(source.length - piece);
      }
      text[i] = at < piece ? source[from + at] : 100_000 + random.nextInt(50_000);
    }
    return text;
  }

  @Test
  void textThatRepeatsItsPromptIsWrittenFaster() {
    int[] paper = prose(4000, 1);
    int[] copy = Arrays.copyOfRange(paper, 1000, 1400);
    Writing writing = write(Drafter.byPromptLookup(), paper, copy, EXPECTED);
    assertTrue(writing.speed() > 1.8, writing.toString());
  }

  @Test
  void quotationsAmongOtherWordsPay() {
    int[] paper = prose(4000, 2);
    Writing writing = write(Drafter.byPromptLookup(), paper, quoting(paper, 600, 25, 3), EXPECTED);
    assertTrue(writing.speed() > 1.35, writing.toString());
  }

  @Test
  void textThatDoesNotRepeatLosesLittle() {
    for (int seed = 10; seed < 30; seed++) {
      for (double[] costs : new double[][] {EXPECTED, CHEAP, DEAR}) {
        Writing writing =
            write(Drafter.byPromptLookup(), prose(2000, seed), prose(500, -seed), costs);
        assertTrue(writing.speed() > 0.97, seed + ": " + writing);
      }
    }
  }

  @Test
  void rowsOfATableWithANewValueEachLoseLittle() {
    int[] table = prose(3000, 4);
    int[] text = new int[1000];
    for (int i = 0; i < text.length; i++) {
      text[i] = i % 4 == 3 ? 200_000 + i : table[i % 4];
    }
    Writing writing = write(Drafter.byPromptLookup(), table, text, EXPECTED);
    assertTrue(writing.speed() > 0.97, writing.toString());
  }

  @Test
  void draftsGrowWhereLongPassesAreCheap() {
    int[] paper = prose(4000, 6);
    int[] copy = Arrays.copyOfRange(paper, 500, 1500);
    Writing cheap = write(Drafter.byPromptLookup(), paper, copy, CHEAP);
    assertEquals(Drafter.MOST_PASS_TOKENS - 1, cheap.longestDraft());
    Writing expected = write(Drafter.byPromptLookup(), paper, copy, EXPECTED);
    assertEquals(3, expected.longestDraft(), "four tokens for the price of two is the best there");
  }

  @Test
  void draftsEndWhereTheyCostMoreThanTheySave() {
    int[] paper = prose(4000, 7);
    int[] copy = Arrays.copyOfRange(paper, 500, 2500);
    Writing writing = write(Drafter.byPromptLookup(), paper, copy, DEAR);
    assertTrue(writing.speed() > 0.97, writing.toString());
  }

  @Test
  void textThatBeginsToRepeatIsNoticedAfterOneThatDidNot() {
    int[] paper = prose(4000, 8);
    Drafter drafter = Drafter.byPromptLookup();
    write(drafter, paper, prose(1500, 9), EXPECTED);
    Writing copy = write(drafter, paper, Arrays.copyOfRange(paper, 300, 700), EXPECTED);
    assertTrue(copy.speed() > 1.7, copy.toString());
  }

  @Test
  void nothingIsDraftedBeforeAPlainPassWasMeasured() {
    Drafter drafter = Drafter.byPromptLookup();
    drafter.begin(new int[] {1, 2, 3, 4, 5, 6, 1, 2, 3, 4});
    assertEquals(0, drafter.draft(7).length);
    drafter.verified(0, 0, (long) PASS_NANOS);
    assertTrue(drafter.draft(7).length > 0);
    assertEquals(5, drafter.draft(1)[0]);
    assertEquals(0, drafter.draft(0).length);
  }

  @Test
  void aSlowerMachineIsNotMistakenForDearerDrafts() {
    PassCosts costs = new PassCosts();
    costs.record(1, 100);
    for (int i = 0; i < 30; i++) {
      costs.record(4, 400);
      costs.record(1, 200);
    }
    assertEquals(2.0, costs.of(4), 0.15);
  }

  @Test
  void whatDraftsCostIsLearnedAndForgottenAgain() {
    PassCosts costs = new PassCosts();
    for (int i = 0; i < 200; i++) {
      costs.record(1, 100);
      costs.record(2, 250);
    }
    assertEquals(2.5, costs.of(2), 0.1);
    for (int i = 0; i < 2000; i++) {
      costs.record(1, 100);
    }
    assertEquals(1.3, costs.of(2), 0.1);
  }
}
