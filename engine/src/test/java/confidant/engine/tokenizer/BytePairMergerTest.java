package confidant.engine.tokenizer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BytePairMergerTest {
  private static final String LETTERS = "abc";

  @Test
  void mergesLowestRankFirst() {
    assertArrayEquals(new int[] {0, 3}, encode(vocabulary("a", "b", "c", "bc", "ab"), "abc"));
  }

  @Test
  void mergesLeftmostOnTies() {
    assertArrayEquals(new int[] {1, 1, 0}, encode(vocabulary("a", "aa"), "aaaaa"));
  }

  @Test
  void takesTheWholePieceIfItIsAToken() {
    assertArrayEquals(new int[] {4}, encode(vocabulary("a", "b", "c", "bc", "abc", "ab"), "abc"));
    assertArrayEquals(new int[] {2}, encode(vocabulary("a", "b", "abab"), "abab"));
  }

  @Test
  void reusesItsScratchMemory() {
    RankTable ranks = vocabulary("a", "aa", "b");
    BytePairMerger merger = new BytePairMerger(ranks);
    IntList ids = new IntList(1);
    merger.encode("aaab".getBytes(US_ASCII), ids);
    merger.encode("ba".getBytes(US_ASCII), ids);
    merger.encode("aaaaab".getBytes(US_ASCII), ids);
    assertArrayEquals(new int[] {1, 0, 2, 2, 0, 1, 1, 0, 2}, ids.toArray());
  }

  @Test
  void agreesWithRescanningAfterEveryMerge() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      RankTable ranks = randomVocabulary(random);
      String piece = randomWord(random, 1 + random.nextInt(200));
      assertArrayEquals(rescan(ranks, piece), encode(ranks, piece), piece);
    }
  }

  /** The definition: scan for the lowest rank, leftmost first, merge, and start over. */
  private static int[] rescan(RankTable ranks, String piece) {
    if (find(ranks, piece) != RankTable.NONE) {
      return new int[] {find(ranks, piece)};
    }
    List<String> parts = new ArrayList<>(Stream.of(piece.split("")).toList());
    while (true) {
      int best = RankTable.NONE;
      int bestRank = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < parts.size(); i++) {
        int rank = find(ranks, parts.get(i) + parts.get(i + 1));
        if (rank != RankTable.NONE && rank < bestRank) {
          best = i;
          bestRank = rank;
        }
      }
      if (best == RankTable.NONE) {
        return parts.stream().mapToInt(part -> find(ranks, part)).toArray();
      }
      parts.set(best, parts.get(best) + parts.remove(best + 1));
    }
  }

  private static int find(RankTable ranks, String token) {
    return ranks.find(token.getBytes(US_ASCII), 0, token.length());
  }

  private static int[] encode(RankTable ranks, String piece) {
    IntList ids = new IntList(1);
    new BytePairMerger(ranks).encode(piece.getBytes(US_ASCII), ids);
    return ids.toArray();
  }

  /** Single letters, then words in no order of length: merges may create lower ranks. */
  private static RankTable randomVocabulary(Random random) {
    List<String> tokens = new ArrayList<>(List.of(LETTERS.split("")));
    for (int i = 0; i < 30; i++) {
      tokens.add(randomWord(random, 2 + random.nextInt(4)));
    }
    return vocabulary(tokens.toArray(String[]::new));
  }

  private static String randomWord(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static RankTable vocabulary(String... tokens) {
    return new RankTable(Stream.of(tokens).map(t -> t.getBytes(US_ASCII)).toList());
  }
}
