package confidant.engine;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Looking at checkpoints without running them. */
@SuppressWarnings("DoNotCallSuggester")
public final class Checkpoints {
  private Checkpoints() {}

  /** Reads headers only. */
  public static ModelInfo inspect(Path checkpoint) throws EngineException {
    throw new IllegalStateException("skeleton");
  }

  /**
   * Reads every byte and checks that all tensors are there, of the right shape, and hold finite
   * numbers.
   *
   * @param progress told the bytes checked so far, of {@link ModelInfo#fileBytes()}
   * @return one sentence per fault found; empty if the checkpoint is sound
   * @throws EngineException if it cannot be opened at all
   */
  public static List<String> verify(Path checkpoint, LongConsumer progress) throws EngineException {
    throw new IllegalStateException("skeleton");
  }
}
