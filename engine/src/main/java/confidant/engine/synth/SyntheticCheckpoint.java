package confidant.engine.synth;

import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.List;

/** Writes checkpoints of random weights, so that anyone can measure without a download. */
public final class SyntheticCheckpoint {
  /** The size of files that OpenAI publishes. */
  private static final long SHARD_BYTES = 4_800_000_000L;

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
   * Streams a checkpoint into the folder {@code out}, which is made if missing. The same shape,
   * format and seed give the same bytes. The free disk is checked first; a failure, also one thrown
   * by {@code progress}, removes what was written.
   *
   * @return the file (GGUF) or folder (Hugging Face) to open
   * @throws EngineException.OutOfSpace if the disk has no room
   * @throws EngineException.Failed if it would overwrite a file or cannot write
   */
  public static Path write(Shape shape, Format format, Path out, long seed, Progress progress)
      throws EngineException {
    List<PlannedFile> files =
        switch (format) {
          case GGUF -> GgufPlan.files(shape, seed);
          case HUGGING_FACE -> HuggingFacePlan.files(shape, seed, SHARD_BYTES);
        };
    new CheckpointWriter(OutputFiles.DISK, out, files, progress).write();
    return switch (format) {
      case GGUF -> out.resolve(GgufPlan.fileName(shape));
      case HUGGING_FACE -> out;
    };
  }
}
