package confidant.engine.chat;

/** A flag that one thread raises and the engine's threads look at once per layer. */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Asks whatever runs under this flag to end. Idempotent; may be called from any thread. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}
