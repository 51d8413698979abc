package confidant.ingest.flow.old;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.LockedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens office documents that are encrypted as a whole. */
public final class LockedOffice {

  /** Office writes 100,000; each round costs time. */
  private static final int MOST_ROUNDS = 2_000_000;

  private LockedOffice() {}

  /**
   * The document inside.
   *
   * @throws LockedException if neither the password nor the one that programs use silently opens it
   */
  public static byte[] open(byte[] bytes, Optional<String> password) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      EncryptionInfo info = new EncryptionInfo(files);
      if (info.getVerifier().getSpinCount() > MOST_ROUNDS) {
        throw new LimitExceededException("a key of too many rounds");
      }
      Decryptor decryptor = Decryptor.getInstance(info);
      boolean opens =
          (password.isPresent() && decryptor.verifyPassword(password.get()))
              || decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD);
      if (!opens) {
        throw new LockedException(true);
      }
      try (InputStream in = decryptor.getDataStream(files)) {
        return in.readNBytes((int) FlowLimits.FILE_BYTES);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("the encryption is damaged", e);
    }
  }
}
