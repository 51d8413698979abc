package confidant.engine;

import confidant.engine.api.EngineException;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.loading.CheckpointVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Looking at checkpoints without running them. */
public final class Checkpoints {
  /** Faults that {@link #verify} lists before it stops reading. */
  public static final int MAX_FAULTS = CheckpointVerifier.MAX_FAULTS;

  private Checkpoints() {}

  /** Opens, describes and closes a checkpoint; reads headers and vectors, no matrix. */
  public static ModelInfo inspect(Path checkpoint) throws EngineException {
    try (Checkpoint opened = CheckpointLoader.open(checkpoint)) {
      return opened.info();
    }
  }

  /**
   * Measures how much of a checkpoint is in memory, part by part: what other programs and earlier
   * runs left there. Reads what {@link #inspect} reads.
   */
  public static List<MemoryReport.Part> residency(Path checkpoint) throws EngineException {
    try (Checkpoint opened = CheckpointLoader.open(checkpoint)) {
      return opened.memory().weights();
    }
  }

  /**
   * Reads every byte and checks that all tensors are there, of the right shape, and hold finite
   * numbers, and that the vocabulary can be read and has the special tokens of a chat.
   *
   * @param progress told the bytes checked so far, of {@link ModelInfo#fileBytes()}
   * @return one sentence per fault found, at most {@link #MAX_FAULTS}; empty if the checkpoint is
   *     sound
   * @throws EngineException if it cannot be opened at all, missing and misshapen tensors included
   */
  public static List<String> verify(Path checkpoint, LongConsumer progress) throws EngineException {
    return CheckpointVerifier.verify(checkpoint, progress);
  }
}
