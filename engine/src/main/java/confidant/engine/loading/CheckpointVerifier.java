package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.StoredTensor;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads every tensor of a checkpoint and reports numbers that cannot be. */
public final class CheckpointVerifier {
  /** Faults listed before the reading stops: a damaged file has them by the million. */
  public static final int MAX_FAULTS = 20;

  private final List<String> faults = new ArrayList<>();
  private final LongConsumer progress;
  private long checked;

  private CheckpointVerifier(LongConsumer progress) {
    this.progress = progress;
  }

  /**
   * Checks the checkpoint at {@code path}.
   *
   * @param progress told the bytes checked so far
   * @return one sentence per fault, at most {@link #MAX_FAULTS}
   * @throws EngineException if it cannot be opened
   */
  public static List<String> verify(Path path, LongConsumer progress) throws EngineException {
    try (Arena arena = Arena.ofConfined()) {
      MappedCheckpoint mapped = MappedCheckpoint.map(CheckpointLocator.locate(path), arena);
      var _ = new WeightBinder(mapped).bind();
      CheckpointVerifier verifier = new CheckpointVerifier(progress);
      for (StoredTensor tensor : mapped.tensors().all()) {
        verifier.check(tensor);
      }
      return List.copyOf(verifier.faults);
    } catch (InternalError e) {
      // What the JVM makes of a page that the disk cannot deliver.
      throw new EngineException.Failed(
          path + " could not be read to its end: check the disk and fetch the file again.", e);
    }
  }

  private void check(StoredTensor tensor) {
    FiniteCheck check = new FiniteCheck(tensor);
    while (faults.size() < MAX_FAULTS && check.hasNext()) {
      long before = check.position();
      check.next().ifPresent(faults::add);
      checked += check.position() - before;
      progress.accept(checked);
    }
  }
}
