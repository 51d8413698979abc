package confidant.engine.format;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Says why reading or writing failed, for the sentence that a person reads. */
public final class IoReason {
  private IoReason() {}

  /** A phrase for {@code e}; some exceptions have no words of their own. */
  public static String of(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return "the program interrupted it";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
