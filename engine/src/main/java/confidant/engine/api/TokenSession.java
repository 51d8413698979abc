package confidant.engine.api;

/**
 * Raw access by token ids, below conversations: for holding the engine against another
 * implementation. Used by one thread at a time.
 */
public interface TokenSession extends Resumable, AutoCloseable {

  /**
   * Runs {@code tokens} after those the session already holds.
   *
   * @return logits [1 or tokens.length][vocabulary]
   * @throws EngineException.ContextExceeded if they do not fit
   * @throws IllegalArgumentException if a token is outside the vocabulary
   */
  float[][] append(int[] tokens, LogitPositions positions) throws EngineException;

  /**
   * Forgets all positions from {@code position} on. A long way back, sliding layers no longer hold
   * their window; everything is then forgotten.
   *
   * @return positions that are left: {@code position}, or 0
   */
  int truncate(int position);

  /** Positions held. */
  int position();

  /**
   * The {@code count} most likely tokens, one after the other, after {@code prompt}. Stop tokens do
   * not stop it.
   */
  int[] greedy(int[] prompt, int count) throws EngineException;

  /**
   * Decodes {@code continuation} after {@code prompt} as if the model had drawn it, whatever its
   * logits say. A model with random weights repeats nothing of its own accord; this measures how
   * fast it would write a text that does. The work is that of {@link #greedy} but for choosing
   * tokens. Drafts are made as in a chat, from the tokens up to the one at hand and never from
   * those to come, by a drafter that has learned nothing yet.
   *
   * @param prompt read first, which counts neither as a pass nor in the time
   * @param continuation at least one token; the last is drawn and not read
   * @param speculation whether to draft
   * @throws EngineException.ContextExceeded if they do not fit
   */
  Replay replay(int[] prompt, int[] continuation, boolean speculation) throws EngineException;

  /**
   * What a replay took. Without speculation there are as many passes as tokens after the first,
   * each accepted token saves one.
   *
   * @param tokens of the continuation
   * @param passes over the model
   * @param draftedTokens tokens computed ahead on a guess
   * @param acceptedTokens those of them that the continuation has
   * @param nanos time of all but reading the prompt
   */
  record Replay(int tokens, int passes, int draftedTokens, int acceptedTokens, long nanos) {}

  @Override
  void close();

  /** Which positions' logits are wanted. */
  enum LogitPositions {
    LAST,
    ALL
  }
}
