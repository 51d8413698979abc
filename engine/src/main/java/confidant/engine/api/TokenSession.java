package confidant.engine.api;

/**
 * Raw access by token ids, below conversations: for holding the engine against another
 * implementation. Used by one thread at a time.
 */
public interface TokenSession extends AutoCloseable {

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

  @Override
  void close();

  /** Which positions' logits are wanted. */
  enum LogitPositions {
    LAST,
    ALL
  }
}
