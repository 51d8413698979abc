package confidant.engine.format;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why reading or writing failed, for the sentence that a person reads. */
public final class IoReason {
  private IoReason() {}

  /** A phrase for {@code e}; many exceptions have no words of their own, or only a path. */
  public static String of(IOException e) {
    return switch (e) {
      case ClosedByInterruptException _ -> "the program interrupted it";
      case AccessDeniedException denied -> "there is no permission for " + denied.getFile();
      case FileAlreadyExistsException other -> "there is already a file " + other.getFile();
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
