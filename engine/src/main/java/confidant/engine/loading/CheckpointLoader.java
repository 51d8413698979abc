package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.memory.ModelMemory;
import confidant.engine.model.Weights;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/** Opens checkpoints. */
public final class CheckpointLoader {
  private CheckpointLoader() {}

  /**
   * Opens the checkpoint at {@code path}: a GGUF or safetensors file, a folder in Hugging Face or
   * OpenAI layout or with one GGUF model in it, or a manifest or the store of Ollama. Reads headers
   * and vectors; matrices stay untouched in the mapped files.
   *
   * @throws EngineException if it is missing, damaged or of a kind that is not run
   */
  public static Checkpoint open(Path path) throws EngineException {
    return open(path, false);
  }

  /**
   * As {@link #open}, and begins to build the vocabulary on a thread beside this one: it takes as
   * long as all the rest.
   */
  public static Checkpoint openForChat(Path path) throws EngineException {
    return open(path, true);
  }

  @SuppressWarnings("MustBeClosedChecker") // the checkpoint that is returned owns the arena
  private static Checkpoint open(Path path, boolean forChat) throws EngineException {
    Arena arena = Arena.ofShared();
    boolean opened = false;
    try {
      MappedCheckpoint mapped = MappedCheckpoint.map(CheckpointLocator.locate(path), arena);
      if (forChat) {
        mapped.tokenizer().begin();
      }
      Weights weights = new WeightBinder(mapped).bind();
      Checkpoint checkpoint =
          new Checkpoint(
              ModelInfos.describe(mapped, weights),
              mapped.config(),
              weights,
              mapped.tokenizer(),
              new ModelMemory(mapped.tensors().files(), weights),
              arena);
      opened = true;
      return checkpoint;
    } finally {
      if (!opened) {
        arena.close();
      }
    }
  }
}
