package confidant.engine.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that make up one checkpoint. */
sealed interface ModelFiles {

  /** What was opened, for messages and {@code ModelInfo}. */
  Path path();

  /**
   * One GGUF file, or several that {@code gguf-split} cut from one.
   *
   * @param parts in order
   * @param givenName a better name than the file's, from an Ollama manifest
   */
  record Gguf(Path path, List<Path> parts, Optional<String> givenName) implements ModelFiles {
    public Gguf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A folder in Hugging Face or OpenAI layout.
   *
   * @param path the folder
   * @param files every safetensors file of the model
   * @param index file name by tensor; empty if there is no index
   */
  record Safetensors(Path path, Path config, List<Path> files, Map<String, String> index)
      implements ModelFiles {
    public Safetensors {
      files = List.copyOf(files);
      index = Map.copyOf(index);
    }
  }
}
