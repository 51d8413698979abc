package confidant.ingest.flow.old;

import confidant.ingest.flow.LockedException;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;

/** Hands a password to the library, which takes it from the thread that opens a document. */
final class OldPassword {

  private OldPassword() {}

  /** Opens a document. */
  @FunctionalInterface
  interface Opener<T> {
    T open() throws IOException;
  }

  /**
   * Opens a document with a password.
   *
   * @throws LockedException if it is encrypted and the password does not open it
   */
  static <T> T with(Optional<String> password, Opener<T> opener) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
    try {
      return opener.open();
    } catch (EncryptedDocumentException e) {
      throw new LockedException(true);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }
}
