package confidant.engine.speculation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the last tokens of a sequence occurred before in it, after Saxena's prompt lookup decoding:
 * answers repeat figures, names and whole sentences of the papers they are about. Every n-gram is
 * indexed by its last token as it comes, so that looking one up takes a few steps however long the
 * sequence is.
 */
final class PromptLookup {
  /** Tokens of the shortest and the longest match looked for. */
  static final int SHORTEST = 2;

  static final int LONGEST = 8;

  /** Places of a chain that are looked at; other n-grams that share its hash are rare. */
  private static final int MOST_STEPS = 16;

  private static final int HASH_FACTOR = 0x01000193; // of FNV-1
  private static final int FIRST_CAPACITY = 1024;

  private int[] tokens = new int[FIRST_CAPACITY];
  private int length;
  private NgramIndex[] indexes = newIndexes(FIRST_CAPACITY); // [n - SHORTEST]

  /**
   * The last tokens occurred before.
   *
   * @param length how many of the last tokens are the same there, at most {@link #LONGEST}
   * @param next where the token stands that followed them
   */
  record Match(int length, int next) {}

  private static NgramIndex[] newIndexes(int capacity) {
    NgramIndex[] made = new NgramIndex[LONGEST - SHORTEST + 1];
    Arrays.setAll(made, i -> new NgramIndex(capacity));
    return made;
  }

  /** Tokens held. */
  int length() {
    return length;
  }

  /** The token at {@code position}. */
  int token(int position) {
    return tokens[position];
  }

  /** Makes the sequence {@code wanted}, keeping what both have in common. */
  void follow(int[] wanted) {
    int shorter = Math.min(length, wanted.length);
    int mismatch = Arrays.mismatch(tokens, 0, shorter, wanted, 0, shorter);
    truncate(mismatch < 0 ? shorter : mismatch);
    reserve(wanted.length);
    for (int i = length; i < wanted.length; i++) {
      append(wanted[i]);
    }
  }

  /** Adds a token to the sequence. */
  void append(int token) {
    reserve(length + 1);
    tokens[length] = token;
    index(length);
    length++;
  }

  /** Forgets tokens from {@code position} on. */
  void truncate(int position) {
    if (position < 0 || position > length) {
      throw new IllegalArgumentException("position " + position + " of " + length);
    }
    while (length > position) {
      length--;
      int hash = tokens[length];
      for (int n = SHORTEST; n <= Math.min(LONGEST, length + 1); n++) {
        hash = hash * HASH_FACTOR + tokens[length - n + 1];
        indexes[n - SHORTEST].pop(hash, length);
      }
    }
  }

  private void index(int last) {
    int hash = tokens[last];
    for (int n = SHORTEST; n <= Math.min(LONGEST, last + 1); n++) {
      hash = hash * HASH_FACTOR + tokens[last - n + 1];
      indexes[n - SHORTEST].push(hash, last);
    }
  }

  private void reserve(int wanted) {
    if (wanted <= tokens.length) {
      return;
    }
    int capacity = Math.max(2 * tokens.length, wanted);
    tokens = Arrays.copyOf(tokens, capacity);
    indexes = newIndexes(capacity);
    for (int last = 0; last < length; last++) {
      index(last);
    }
  }

  /** The longest match of the last tokens; of several the latest. */
  Optional<Match> match() {
    int last = length - 1;
    for (int n = Math.min(LONGEST, last); n >= SHORTEST; n--) {
      int place = indexes[n - SHORTEST].before(last);
      for (int step = 0; step < MOST_STEPS && place != NgramIndex.NONE; step++) {
        if (sameBefore(place, last, n)) {
          return Optional.of(new Match(n, place + 1));
        }
        place = indexes[n - SHORTEST].before(place);
      }
    }
    return Optional.empty();
  }

  private boolean sameBefore(int a, int b, int n) {
    return Arrays.equals(tokens, a - n + 1, a + 1, tokens, b - n + 1, b + 1);
  }

  /**
   * The {@code count} tokens that followed the match. Where they run into the end of the sequence,
   * they go on with themselves: after "a b a b" comes "a b a b ...".
   */
  int[] continuation(Match match, int count) {
    int[] following = new int[count];
    for (int i = 0; i < count; i++) {
      int at = match.next() + i;
      following[i] = at < length ? tokens[at] : following[at - length];
    }
    return following;
  }
}
