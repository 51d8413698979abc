package confidant.app.cli;

import confidant.app.storage.AtomicFile;
import confidant.app.storage.DiskFull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder into which a command writes; it is made if it is not there.
 *
 * @param path where
 */
record OutFolder(Path path) {

  /** The folder in which {@code file} lies or will lie. */
  static OutFolder of(Path file) {
    return new OutFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  void write(String name, String text) throws CommandFailure {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file whole or not at all, over one of this name.
   *
   * @throws CommandFailure if that cannot be
   */
  void write(String name, byte[] bytes) throws CommandFailure {
    Path target = path.resolve(name);
    try {
      AtomicFile.write(target, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      boolean full = DiskFull.caused(e);
      throw new CommandFailure(
          full ? ExitCode.OUT_OF_SPACE : ExitCode.INPUT_OUTPUT,
          "%s cannot be written (%s); choose a folder with room that you may write to."
              .formatted(target, DiskFull.reason(e)));
    }
  }
}
