package confidant.app.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Tells a full disk from other failures; Java has no exception of its own for it. */
public final class DiskFull {
  private DiskFull() {}

  /** Whether {@code failure} says that there is no room on the disk, or none left to the person. */
  public static boolean caused(IOException failure) {
    String reason = reason(failure).toLowerCase(Locale.ROOT);
    return reason.contains("no space left")
        || reason.contains("not enough space")
        || reason.contains("quota exceeded");
  }

  /** What the operating system said, without the name of a file. */
  public static String reason(IOException failure) {
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
