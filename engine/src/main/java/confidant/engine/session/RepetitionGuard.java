package confidant.engine.session;

import java.util.function.IntPredicate;

/**
 * Notices a text that goes round in circles: its last tokens are the same row of tokens several
 * times over. A model that got into such a circle hardly ever leaves it. Rows of a table are alike
 * too, but seldom equal to the last digit; and those that are hold no words, so a row without words
 * must come far more often.
 */
final class RepetitionGuard {
  /** Longest row that is noticed, in tokens: some ten sentences. */
  static final int MAX_PERIOD = 200;

  /** A row comes at least so often. */
  static final int REPEATS = 3;

  /** All rows together have at least so many tokens. */
  static final int MIN_TOKENS = 120;

  /** The same, if there is no word among them. */
  static final int MIN_TOKENS_WITHOUT_WORD = 480;

  private final IntPredicate isWord;
  private final int[] recent = new int[MAX_PERIOD]; // position i is at i % MAX_PERIOD
  private final boolean[] words = new boolean[MAX_PERIOD]; // as recent
  private final int[] equal =
      new int[MAX_PERIOD + 1]; // [period]: last tokens equal to those before
  private int count;

  /**
   * @param isWord whether a token is a word, or part of one
   */
  RepetitionGuard(IntPredicate isWord) {
    this.isWord = isWord;
  }

  /** Whether there was a token. */
  boolean isBegun() {
    return count > 0;
  }

  /** Takes the next token; returns whether the text goes round in circles by now. */
  boolean add(int token) {
    for (int period = 1; period <= Math.min(MAX_PERIOD, count); period++) {
      boolean same = recent[(count - period) % MAX_PERIOD] == token;
      equal[period] = same ? equal[period] + 1 : 0;
    }
    recent[count % MAX_PERIOD] = token;
    words[count % MAX_PERIOD] = isWord.test(token);
    count++;
    for (int period = 1; period <= MAX_PERIOD; period++) {
      if (equal[period] > 0 && isCircle(period)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCircle(int period) {
    int length = period + equal[period];
    return length >= Math.max(REPEATS * period, MIN_TOKENS)
        && (length >= MIN_TOKENS_WITHOUT_WORD || holdsWord(period));
  }

  private boolean holdsWord(int period) {
    for (int back = 1; back <= period; back++) {
      if (words[(count - back) % MAX_PERIOD]) {
        return true;
      }
    }
    return false;
  }
}
