package confidant.app.chat;

import confidant.engine.chat.Cancellation;
import confidant.engine.tokenizer.Tokenizer;
import confidant.ingest.prompt.TokenCounter;
import java.util.concurrent.CancellationException;

/**
 * Counts tokens until somebody cancels. Long papers are counted again and again on the way to a
 * prompt, and nothing else on that way looks whether anybody still waits for it.
 */
final class StoppableCounter implements TokenCounter {
  private final Tokenizer tokenizer;
  private Cancellation cancellation = new Cancellation();

  StoppableCounter(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** What is counted from now on is counted for somebody who may cancel. */
  void heed(Cancellation next) {
    cancellation = next;
  }

  /**
   * Counts.
   *
   * @throws CancellationException if somebody cancelled
   */
  @Override
  public int count(String text) {
    if (cancellation.isCancelled()) {
      throw new CancellationException();
    }
    return tokenizer.encode(text).length;
  }
}
