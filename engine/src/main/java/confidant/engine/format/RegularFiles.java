package confidant.engine.format;

import confidant.engine.api.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Guards the opening of files that someone else may have put there. */
public final class RegularFiles {
  private RegularFiles() {}

  /**
   * Refuses what is there but is no file: opening a named pipe would wait for ever for someone to
   * write into it.
   *
   * @throws EngineException.NotFound if {@code path} is a folder, a pipe or a device
   */
  public static void require(Path path) throws EngineException.NotFound {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new EngineException.NotFound(
          path + " is a folder, a pipe or a device, not a file: check the path of the model.");
    }
  }
}
