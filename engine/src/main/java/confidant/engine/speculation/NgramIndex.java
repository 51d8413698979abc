package confidant.engine.speculation;

import java.util.Arrays;

/**
 * Chains places with the same hash, the latest first, as a stack: places are added and taken back
 * at the end only. Neither costs more the longer the chains are.
 */
final class NgramIndex {
  /** No place. */
  static final int NONE = -1;

  /** Knuth's multiplier, 2^32 divided by the golden ratio: spreads hashes over the high bits. */
  private static final int SPREAD = 0x9E3779B9;

  private final int shift;
  private final int[] latest; // by bucket: a place, or NONE
  private final int[] previous; // by place: the one before it in its bucket, or NONE

  /**
   * @param places how many it can hold, at least 1
   */
  NgramIndex(int places) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * places - 1);
    shift = Integer.SIZE - bits;
    latest = new int[1 << bits];
    previous = new int[places];
    Arrays.fill(latest, NONE);
  }

  /** Adds {@code place}, which is higher than all it holds. */
  void push(int hash, int place) {
    int bucket = bucket(hash);
    previous[place] = latest[bucket];
    latest[bucket] = place;
  }

  /** Takes back {@code place}, the highest it holds. */
  void pop(int hash, int place) {
    latest[bucket(hash)] = previous[place];
  }

  /** The latest place before {@code place} whose hash fell into the same bucket, or NONE. */
  int before(int place) {
    return previous[place];
  }

  private int bucket(int hash) {
    return (hash * SPREAD) >>> shift;
  }
}
