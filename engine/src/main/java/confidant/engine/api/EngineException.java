package confidant.engine.api;

import java.io.Serial;

/**
 * An expected failure of the engine. The message is one sentence for the person who ran it: what is
 * wrong, where, and what to do.
 */
public abstract sealed class EngineException extends Exception
    permits EngineException.NotFound,
        EngineException.Damaged,
        EngineException.Unsupported,
        EngineException.ContextExceeded,
        EngineException.OutOfSpace,
        EngineException.Failed {

  @Serial private static final long serialVersionUID = 1L;

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }

  EngineException(String message) {
    super(message);
  }

  /** The path does not exist, cannot be read, or holds no checkpoint. */
  public static final class NotFound extends EngineException {
    @Serial private static final long serialVersionUID = 1L;

    public NotFound(String message) {
      super(message);
    }
  }

  /** Files or a snapshot contradict themselves: truncated, inconsistent or out of range. */
  public static final class Damaged extends EngineException {
    @Serial private static final long serialVersionUID = 1L;

    public Damaged(String message) {
      super(message);
    }

    public Damaged(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A sound checkpoint or snapshot of a kind this engine, or the session, does not take. */
  public static final class Unsupported extends EngineException {
    @Serial private static final long serialVersionUID = 1L;

    public Unsupported(String message) {
      super(message);
    }
  }

  /** The prompt or snapshot does not fit in the session's context. */
  public static final class ContextExceeded extends EngineException {
    @Serial private static final long serialVersionUID = 1L;
    private final int needed;
    private final int available;

    /**
     * @param needed tokens of the prompt or snapshot
     * @param available tokens that fit
     */
    public ContextExceeded(String message, int needed, int available) {
      super(message);
      this.needed = needed;
      this.available = available;
    }

    public int needed() {
      return needed;
    }

    public int available() {
      return available;
    }
  }

  /** Not enough disk or memory. */
  public static final class OutOfSpace extends EngineException {
    @Serial private static final long serialVersionUID = 1L;

    public OutOfSpace(String message) {
      super(message);
    }
  }

  /** Reading or writing did not work out, or would have overwritten something. */
  public static final class Failed extends EngineException {
    @Serial private static final long serialVersionUID = 1L;

    public Failed(String message) {
      super(message);
    }

    public Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
