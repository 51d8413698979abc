package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Lists the files of a model's folder. */
final class ModelFolders {
  private ModelFolders() {}

  /**
   * The regular files at most {@code depth} levels below {@code folder}, sorted by path. Hidden
   * ones are left out: macOS puts {@code .DS_Store} and {@code ._name} beside other files.
   */
  static List<Path> files(Path folder, int depth) throws EngineException {
    try (var entries = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isHidden(Path below) {
    for (Path name : below) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** What is said of a folder that could not be listed. */
  static EngineException unreadable(Path folder, IOException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new EngineException.NotFound(
              "There is no folder " + folder + ": check the path of the model.");
      case AccessDeniedException _ ->
          new EngineException.NotFound(
              "The folder " + folder + " may not be read: give yourself permission to read it.");
      default ->
          new EngineException.Failed(
              "The folder " + folder + " could not be read (" + IoReason.of(e) + "): try again.",
              e);
    };
  }
}
