package confidant.engine.speculation;

/**
 * Guesses the tokens that come next. A guess may be wrong: whoever uses it checks it, so it changes
 * how fast tokens come and never which. Used by one thread at a time.
 */
public interface Drafter {

  /** Most tokens of a pass: the one at hand and a draft. */
  int MOST_PASS_TOKENS = 8;

  /** A drafter that never guesses. */
  static Drafter none() {
    return new NoDrafts();
  }

  /** A drafter that proposes what followed the last tokens where they occurred before. */
  static Drafter byPromptLookup() {
    return new LookupDrafter();
  }

  /**
   * Drawing begins after {@code tokens}.
   *
   * @param tokens the whole sequence; whatever it shares with the last one is not looked at again
   */
  void begin(int[] tokens);

  /** {@code token} was drawn. */
  void append(int token);

  /**
   * What may follow the tokens so far.
   *
   * @param most tokens wanted at most; 0 or more
   * @return at most {@code most} tokens, and fewer than {@link #MOST_PASS_TOKENS}; empty if trying
   *     does not pay
   */
  int[] draft(int most);

  /**
   * How a pass went.
   *
   * @param drafted tokens of the pass after its first one
   * @param accepted how many of these were drawn as guessed
   * @param nanos time the pass took
   */
  void verified(int drafted, int accepted, long nanos);
}
