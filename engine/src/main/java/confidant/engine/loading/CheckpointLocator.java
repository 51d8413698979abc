package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import confidant.engine.format.gguf.GgufReader;
import confidant.engine.format.safetensors.SafetensorsReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what kind of model a path means: by content, never by a file's name. */
final class CheckpointLocator {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointLocator.class);
  private static final String WANTED =
      "a GGUF file, a folder with config.json and *.safetensors, or an Ollama model";

  private CheckpointLocator() {}

  /** The files of the model at {@code given}: a file, a folder, or an Ollama store. */
  static ModelFiles locate(Path given) throws EngineException {
    Path path = given.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      return inFolder(path);
    }
    if (!Files.exists(path)) {
      throw absent(given, path);
    }
    return byContent(path);
  }

  /** What lies below a folder that may not be entered seems not to exist. */
  private static EngineException absent(Path given, Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (AccessDeniedException e) {
      return new EngineException.NotFound(
          given + " may not be read: give yourself permission to enter the folders above it.");
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", path, e);
    }
    return new EngineException.NotFound(
        "There is no file or folder " + given + ": check the path of the model.");
  }

  private static ModelFiles byContent(Path path) throws EngineException {
    try (Arena arena = Arena.ofConfined()) {
      MappedFile file = MappedFile.open(path, arena);
      if (GgufReader.isGguf(file)) {
        return GgufParts.of(path);
      }
      if (SafetensorsReader.isSafetensors(file)) {
        return SafetensorsFolder.ofFile(path);
      }
      if (OllamaStore.isManifest(file)) {
        return OllamaStore.ofManifest(path);
      }
      if (path.equals(path.resolveSibling(SafetensorsFolder.CONFIG))
          || path.toString().endsWith(SafetensorsFolder.INDEX_SUFFIX)) {
        return inFolder(parent(path));
      }
      throw new EngineException.Unsupported(
          file.name() + " is " + FileKind.describe(file) + ", not a model: choose " + WANTED + ".");
    }
  }

  private static ModelFiles inFolder(Path folder) throws EngineException {
    Optional<ModelFiles> found = SafetensorsFolder.in(folder);
    if (found.isEmpty()) {
      found = SafetensorsFolder.in(folder.resolve("original"));
    }
    if (found.isEmpty()) {
      found = GgufParts.in(folder);
    }
    if (found.isEmpty()) {
      found = OllamaStore.in(folder);
    }
    return found.orElseThrow(() -> nothingIn(folder));
  }

  private static EngineException nothingIn(Path folder) {
    if (Files.exists(folder.resolve(SafetensorsFolder.CONFIG))) {
      return new EngineException.NotFound(
          "The folder " + folder + " has no *.safetensors: fetch every file of the model.");
    }
    return new EngineException.NotFound(
        "There is no model in the folder " + folder + ": choose " + WANTED + ".");
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /**
   * The files in {@code folder} that are not hidden and whose names end in {@code suffix}, sorted
   * by name.
   */
  static List<Path> filesEndingIn(Path folder, String suffix) throws EngineException {
    return ModelFolders.files(folder, 1).stream()
        .filter(file -> file.toString().endsWith(suffix))
        .toList();
  }
}
