package confidant.app.bench;

/**
 * Pseudo-random tokens, the same for every engine and run. Their spread keeps a router from sending
 * everything to a few experts.
 */
final class Tokens {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
  private static final long MIX_2 = 0x94D049BB133111EBL;
  private static final int SHIFT_1 = 30;
  private static final int SHIFT_2 = 27;
  private static final int SHIFT_3 = 31;

  /** Special tokens come last in the vocabulary and are left out. */
  private static final int SPECIAL_TOKENS = 1100;

  private final int ordinary;
  private final long seed;

  Tokens(int vocabularySize, long seed) {
    this.ordinary =
        vocabularySize > 2 * SPECIAL_TOKENS ? vocabularySize - SPECIAL_TOKENS : vocabularySize;
    this.seed = seed;
  }

  private Tokens(Tokens like, long seed) {
    this.ordinary = like.ordinary;
    this.seed = seed;
  }

  /** Those at positions {@code from} to {@code to - 1}. */
  int[] range(int from, int to) {
    int[] ids = new int[to - from];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) Long.remainderUnsigned(mix(seed + (from + i) * GOLDEN), ordinary);
    }
    return ids;
  }

  /** Others at the same positions: a second text. */
  Tokens other() {
    return new Tokens(this, mix(seed + 1));
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> SHIFT_1)) * MIX_1;
    z = (z ^ (z >>> SHIFT_2)) * MIX_2;
    return z ^ (z >>> SHIFT_3);
  }
}
