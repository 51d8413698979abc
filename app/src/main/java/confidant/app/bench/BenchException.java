package confidant.app.bench;

import java.io.Serial;

/** A measurement cannot go on. The message is one sentence for the person. */
public final class BenchException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public BenchException(String message) {
    super(message);
  }
}
