package confidant.ingest.flow;

import java.io.IOException;

/** A document is encrypted. */
public final class LockedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean passwordHelps;

  /**
   * Refuses an encrypted document.
   *
   * @param passwordHelps whether another password could open it here
   */
  public LockedException(boolean passwordHelps) {
    super("encrypted");
    this.passwordHelps = passwordHelps;
  }

  public boolean passwordHelps() {
    return passwordHelps;
  }
}
