package confidant.engine.chat;

/** Flags that one thread raises and the engine's threads look at: once per layer, or per token. */
public final class Cancellation {
  private volatile boolean cancelled;
  private volatile boolean reasoningCancelled;

  /** Asks whatever runs under this flag to end. Idempotent; may be called from any thread. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Asks a generation to end its chain of thought and to begin its answer, before it has begun to
   * think too. Without effect on an answer that has begun. Idempotent; may be called from any
   * thread.
   */
  public void cancelReasoning() {
    reasoningCancelled = true;
  }

  public boolean isReasoningCancelled() {
    return reasoningCancelled;
  }
}
