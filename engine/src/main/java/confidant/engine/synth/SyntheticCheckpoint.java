package confidant.engine.synth;

import confidant.engine.api.EngineException;
import java.nio.file.Path;

/** Writes checkpoints of random weights, so that anyone can measure without a download. */
@SuppressWarnings("DoNotCallSuggester")
public final class SyntheticCheckpoint {
  private SyntheticCheckpoint() {}

  /** Files to write. */
  public enum Format {
    GGUF,
    HUGGING_FACE
  }

  /** Told the bytes written so far and in all. */
  @FunctionalInterface
  public interface Progress {
    void written(long bytes, long total);
  }

  /**
   * Streams a checkpoint into the folder {@code out}, which is made if missing. The same preset,
   * format and seed give the same bytes. The free disk is checked first; a failure removes what was
   * written.
   *
   * @return the file (GGUF) or folder (Hugging Face) to open
   * @throws EngineException.OutOfSpace if the disk has no room
   */
  public static Path write(Preset preset, Format format, Path out, long seed, Progress progress)
      throws EngineException {
    throw new IllegalStateException("skeleton");
  }
}
