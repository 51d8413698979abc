package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ollama's store: {@code manifests/<registry>/<namespace>/<model>/<tag>} is JSON that names the
 * blob {@code blobs/sha256-<hex>} which is the GGUF file.
 */
final class OllamaStore {
  private static final String MANIFESTS = "manifests";
  private static final String BLOBS = "blobs";
  private static final String WEIGHTS = "application/vnd.ollama.image.model";
  private static final String MODEL = "gpt-oss";
  private static final int MANIFEST_DEPTH = 5;
  private static final int MAX_MANIFEST_BYTES = 1 << 20;
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private OllamaStore() {}

  /** Whether {@code file} looks like a manifest. */
  static boolean isManifest(MappedFile file) {
    if (file.size() > MAX_MANIFEST_BYTES) {
      return false;
    }
    byte[] bytes = file.bytes().toArray(ValueLayout.JAVA_BYTE);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("{") && text.contains(WEIGHTS);
  }

  /** The GGUF file that {@code manifest} names. */
  static ModelFiles ofManifest(Path manifest) throws EngineException {
    Path blob = blobsAbove(manifest).resolve(digest(manifest).replace(':', '-'));
    if (!Files.exists(blob)) {
      throw new EngineException.NotFound(
          "The Ollama model " + name(manifest) + " has lost its weights: pull it again.");
    }
    return new ModelFiles.Gguf(blob, List.of(blob), Optional.of(name(manifest)));
  }

  /** The one gpt-oss model of the store in {@code folder}; empty if it is no store. */
  static Optional<ModelFiles> in(Path folder) throws EngineException {
    Path models = Files.isDirectory(folder.resolve("models")) ? folder.resolve("models") : folder;
    if (!Files.isDirectory(models.resolve(MANIFESTS))) {
      return Optional.empty();
    }
    Map<String, Path> manifestByDigest = new LinkedHashMap<>();
    for (Path manifest : manifests(models.resolve(MANIFESTS))) {
      manifestByDigest.putIfAbsent(digest(manifest), manifest);
    }
    if (manifestByDigest.isEmpty()) {
      throw new EngineException.NotFound(
          "The Ollama store " + models + " holds no gpt-oss: pull gpt-oss:20b with Ollama first.");
    }
    if (manifestByDigest.size() > 1) {
      throw new EngineException.NotFound(
          "The Ollama store "
              + models
              + " holds several models: choose the manifest of one of "
              + manifestByDigest.values().stream()
                  .map(OllamaStore::name)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return Optional.of(ofManifest(manifestByDigest.values().iterator().next()));
  }

  private static List<Path> manifests(Path root) throws EngineException {
    return ModelFolders.files(root, MANIFEST_DEPTH).stream()
        .filter(file -> name(file).startsWith(MODEL))
        .toList();
  }

  private static String digest(Path manifest) throws EngineException {
    try {
      JsonArray layers =
          JsonFiles.read(manifest)
              .array("layers")
              .orElseThrow(() -> new JsonException("no layers"));
      return layers.items().stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .filter(layer -> layer.string("mediaType").equals(Optional.of(WEIGHTS)))
          .flatMap(layer -> layer.string("digest").stream())
          .filter(digest -> DIGEST.matcher(digest).matches())
          .findFirst()
          .orElseThrow(() -> new JsonException("no layer of weights"));
    } catch (JsonException e) {
      throw JsonFiles.damaged(manifest, "it is no manifest of Ollama: " + e.getMessage(), e);
    }
  }

  private static Path blobsAbove(Path manifest) throws EngineException {
    for (Path above = manifest.getParent(); above != null; above = above.getParent()) {
      if (Files.isDirectory(above.resolve(BLOBS))) {
        return above.resolve(BLOBS);
      }
    }
    throw new EngineException.NotFound(
        "There is no folder blobs above " + manifest + ": leave the manifest in Ollama's store.");
  }

  /** As typed to Ollama: {@code gpt-oss:20b}. */
  private static String name(Path manifest) {
    Path model = manifest.getParent();
    String tag = manifest.getFileName().toString();
    return model == null || model.getFileName() == null ? tag : model.getFileName() + ":" + tag;
  }
}
