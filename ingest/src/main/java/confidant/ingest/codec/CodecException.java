package confidant.ingest.codec;

import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** A picture is not decoded. */
public final class CodecException extends IIOException {

  private static final long serialVersionUID = 1L;

  /** Why a picture is not decoded. */
  public enum Reason {
    /** Cut off, or against the rules of its format. */
    DAMAGED,
    /** It would take more time or memory than any paper needs. */
    TOO_LARGE,
    /** Of a variant that is not decoded here. */
    UNSUPPORTED
  }

  private final Reason reason;

  private CodecException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static CodecException damaged(String message) {
    return new CodecException(Reason.DAMAGED, message);
  }

  static CodecException tooLarge(String message) {
    return new CodecException(Reason.TOO_LARGE, message);
  }

  static CodecException unsupported(String message) {
    return new CodecException(Reason.UNSUPPORTED, message);
  }

  /** Why it is not decoded. */
  public Reason reason() {
    return reason;
  }

  /** Whether {@code failure}, or what caused it, is a picture that is too large. */
  public static boolean tellsOfSize(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CodecException found) {
        return found.reason == Reason.TOO_LARGE;
      }
    }
    return false;
  }
}
