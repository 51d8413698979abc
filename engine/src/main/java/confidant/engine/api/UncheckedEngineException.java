package confidant.engine.api;

import java.io.Serial;
import java.util.Objects;

/**
 * Carries an {@link EngineException} through code that may not declare it, such as a supplier; the
 * message is the cause's.
 */
public final class UncheckedEngineException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UncheckedEngineException(EngineException cause) {
    super(cause.getMessage(), cause);
  }

  @Override
  public synchronized EngineException getCause() {
    return (EngineException) Objects.requireNonNull(super.getCause());
  }
}
