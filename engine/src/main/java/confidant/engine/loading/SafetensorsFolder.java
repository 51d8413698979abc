package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the safetensors files of a model in its folder. */
final class SafetensorsFolder {
  static final String CONFIG = "config.json";
  static final String INDEX_SUFFIX = ".safetensors.index.json";
  private static final String SUFFIX = ".safetensors";
  private static final Pattern SHARD = Pattern.compile(".*-\\d+-of-\\d+\\.safetensors");

  private SafetensorsFolder() {}

  /** The model that {@code file} holds or is a shard of. */
  static ModelFiles ofFile(Path file) throws EngineException {
    Path folder = Objects.requireNonNull(file.getParent(), "the path is absolute");
    Map<String, String> index = index(folder);
    if (index.isEmpty() && !SHARD.matcher(file.getFileName().toString()).matches()) {
      return new ModelFiles.Safetensors(folder, folder.resolve(CONFIG), List.of(file), Map.of());
    }
    return in(folder).orElseThrow();
  }

  /** The model in {@code folder}; empty if it has neither configuration nor weights. */
  static Optional<ModelFiles> in(Path folder) throws EngineException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path config = folder.resolve(CONFIG);
    Map<String, String> index = index(folder);
    List<Path> files =
        index.isEmpty() ? CheckpointLocator.filesEndingIn(folder, SUFFIX) : indexed(folder, index);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ModelFiles.Safetensors(folder, config, files, index));
  }

  private static List<Path> indexed(Path folder, Map<String, String> index) throws EngineException {
    List<Path> files = new ArrayList<>();
    for (String name : new TreeSet<>(index.values())) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        throw new EngineException.NotFound(
            name + " is missing in " + folder + ": fetch every file of the model.");
      }
      files.add(file);
    }
    return files;
  }

  /** File name by tensor; empty if the folder has no index. */
  private static Map<String, String> index(Path folder) throws EngineException {
    List<Path> candidates = CheckpointLocator.filesEndingIn(folder, INDEX_SUFFIX);
    if (candidates.isEmpty()) {
      return Map.of();
    }
    Path file = candidates.getFirst();
    Map<String, String> fileByTensor = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : weightMap(file).members().entrySet()) {
      if (!(entry.getValue() instanceof JsonString(String name)) || !isPlainName(name)) {
        throw JsonFiles.damaged(file, "it gives no file name for " + entry.getKey(), null);
      }
      fileByTensor.put(entry.getKey(), name);
    }
    return fileByTensor;
  }

  private static JsonObject weightMap(Path file) throws EngineException {
    try {
      Optional<JsonObject> map = JsonFiles.read(file).object("weight_map");
      if (map.isPresent() && !map.get().members().isEmpty()) {
        return map.get();
      }
    } catch (JsonException e) {
      throw JsonFiles.damaged(file, e.getMessage(), e);
    }
    throw JsonFiles.damaged(file, "it has no weight_map", null);
  }

  /** Whether {@code name} stays in its folder: an index must not reach elsewhere. */
  private static boolean isPlainName(String name) {
    return name.endsWith(SUFFIX)
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf('\0') < 0;
  }
}
