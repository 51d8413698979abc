package confidant.ingest.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs each letter with the one next to it, which most often stands on the same line (O'Gorman,
 * The document spectrum for page layout analysis, 1993).
 */
final class Neighbours {

  /** Letters looked at; a page is told by fewer. */
  private static final int MOST_LETTERS = 6000;

  /** Pairs below which nothing is said. */
  private static final int ENOUGH = 30;

  /** How many times more often letters differ at the top than at the bottom. */
  private static final double CERTAIN = 1.5;

  /** Part of the pairs that differ at the top, and that stand level at the bottom. */
  private static final double LEAST_UNEVEN_TOPS = 0.12;

  private static final double LEAST_LEVEL_BOTTOMS = 0.65;

  /** Part of the pairs that stand beside each other. */
  private static final double LEAST_ACROSS = 0.8;

  /** Pairs below which nobody's place is certain. */
  private static final int ENOUGH_TO_BE_CERTAIN = 150;

  /** Letters count as level with each other up to this part of their height. */
  private static final double LEVEL = 0.08;

  private final List<Pair> pairs;

  private record Pair(Blob letter, Blob nearest) {
    boolean isAcross() {
      return Math.abs(letter.middleX() - nearest.middleX())
          >= Math.abs(letter.middleY() - nearest.middleY());
    }

    double slack() {
      return Math.max(1, LEVEL * Math.max(letter.height(), nearest.height()));
    }
  }

  private Neighbours(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** Pairs the letters. */
  static Neighbours of(List<Blob> letters) {
    int step = letters.size() / MOST_LETTERS + 1;
    int reach = 2 * letters.stream().mapToInt(Blob::size).max().orElse(1);
    Map<Long, List<Blob>> cells = new HashMap<>();
    for (Blob letter : letters) {
      cells.computeIfAbsent(cell(letter, reach, 0, 0), ignored -> new ArrayList<>()).add(letter);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < letters.size(); i += step) {
      Blob letter = letters.get(i);
      Blob nearest = letter;
      double least = Double.POSITIVE_INFINITY;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          for (Blob other : cells.getOrDefault(cell(letter, reach, dx, dy), List.of())) {
            double distance = distance(letter, other);
            if (distance < least && !other.equals(letter)) {
              least = distance;
              nearest = other;
            }
          }
        }
      }
      if (!nearest.equals(letter)) {
        pairs.add(new Pair(letter, nearest));
      }
    }
    return new Neighbours(pairs);
  }

  /** Whether lines run down the picture rather than across. */
  boolean runDown() {
    long across = pairs.stream().filter(Pair::isAcross).count();
    return pairs.size() >= ENOUGH && pairs.size() - across > across;
  }

  /**
   * Whether the letters of a straight picture stand on their feet for certain: they share a
   * baseline below, while above some are high and some low. Digits alone tell nothing.
   */
  boolean areUpright() {
    int unevenBottoms = 0;
    int unevenTops = 0;
    int across = 0;
    for (Pair pair : pairs) {
      if (pair.isAcross()) {
        across++;
        double slack = pair.slack();
        unevenBottoms += Math.abs(pair.letter.bottom() - pair.nearest.bottom()) > slack ? 1 : 0;
        unevenTops += Math.abs(pair.letter.top() - pair.nearest.top()) > slack ? 1 : 0;
      }
    }
    return across >= ENOUGH_TO_BE_CERTAIN
        && across >= LEAST_ACROSS * pairs.size()
        && unevenTops >= LEAST_UNEVEN_TOPS * across
        && unevenBottoms <= (1 - LEAST_LEVEL_BOTTOMS) * across
        && unevenTops > CERTAIN * unevenBottoms;
  }

  private static double distance(Blob one, Blob other) {
    return Math.hypot(one.middleX() - other.middleX(), one.middleY() - other.middleY());
  }

  private static long cell(Blob letter, int size, int dx, int dy) {
    long column = (long) (letter.middleX() / size) + dx;
    long row = (long) (letter.middleY() / size) + dy;
    return (row << 32) | (column & 0xffffffffL);
  }
}
