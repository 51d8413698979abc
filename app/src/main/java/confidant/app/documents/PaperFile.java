package confidant.app.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file a paper was read from, to show its pages. The password is kept in memory only, and wiped
 * with {@link #wipe}. Thread-safe.
 */
final class PaperFile {
  private final Path path;
  private final long size;
  private final @Nullable FileTime modified;
  private char @Nullable [] password;

  /**
   * Of a paper that was just read.
   *
   * @param password that opened it; empty if none was needed
   */
  PaperFile(Path path, String password) {
    this.path = path;
    this.password = password.isEmpty() ? null : password.toCharArray();
    long sizeNow = -1;
    FileTime modifiedNow = null;
    try {
      sizeNow = Files.size(path);
      modifiedNow = Files.getLastModifiedTime(path);
    } catch (IOException e) {
      // It is gone already: then nothing is the same file.
      sizeNow = -1;
    }
    size = sizeNow;
    modified = modifiedNow;
  }

  /** The file; empty if it is gone or was changed: its pages would no longer be those read. */
  Optional<Path> unchanged() {
    try {
      return Files.size(path) == size && Files.getLastModifiedTime(path).equals(modified)
          ? Optional.of(path)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  synchronized Optional<String> password() {
    return Optional.ofNullable(password).map(String::new);
  }

  synchronized void wipe() {
    if (password != null) {
      Arrays.fill(password, '\0');
      password = null;
    }
  }
}
