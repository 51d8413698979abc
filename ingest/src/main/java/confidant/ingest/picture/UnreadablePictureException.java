package confidant.ingest.picture;

import confidant.ingest.codec.CodecException;
import confidant.ingest.picture.Decoded.Reason;
import java.io.IOException;

/** One picture of a file cannot be read; others of the file may be sound. */
public final class UnreadablePictureException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnreadablePictureException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  UnreadablePictureException(Throwable cause) {
    super("The picture cannot be decoded", cause);
    reason = Reason.DAMAGED;
  }

  /** What a decoder of ours says of a picture. */
  static UnreadablePictureException of(CodecException cause) {
    Reason reason =
        switch (cause.reason()) {
          case DAMAGED -> Reason.DAMAGED;
          case TOO_LARGE -> Reason.TOO_LARGE;
          case UNSUPPORTED -> Reason.UNSUPPORTED;
        };
    return new UnreadablePictureException(reason, String.valueOf(cause.getMessage()));
  }

  static UnreadablePictureException damaged(String message) {
    return new UnreadablePictureException(Reason.DAMAGED, message);
  }

  static UnreadablePictureException tooLarge(String message) {
    return new UnreadablePictureException(Reason.TOO_LARGE, message);
  }

  static UnreadablePictureException unsupported(String message) {
    return new UnreadablePictureException(Reason.UNSUPPORTED, message);
  }

  /** Why it cannot be read. */
  public Reason reason() {
    return reason;
  }
}
