package confidant.ingest.picture;

import java.io.IOException;

/** One picture of a file breaks the rules of its format; others of the file may be sound. */
public final class DamagedPictureException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedPictureException(String message) {
    super(message);
  }

  DamagedPictureException(Throwable cause) {
    super("The picture cannot be decoded", cause);
  }
}
