package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.StoredTensor;
import confidant.engine.harmony.HarmonyTokens;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Builds a checkpoint's vocabulary, reads its every tensor, and reports what would keep it from
 * answering.
 */
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
      WeightBinder binder = new WeightBinder(mapped);
      var _ = binder.bind();
      CheckpointVerifier verifier = new CheckpointVerifier(progress);
      verifier.check(mapped.tokenizer());
      binder.leftOver().forEach(verifier::refuse);
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

  /** Without a vocabulary that has the words of the chat format no weights can answer. */
  private void check(TokenizerSource source) {
    try {
      var _ = HarmonyTokens.of(source.get());
    } catch (EngineException e) {
      faults.add(e.getMessage());
    }
  }

  private void refuse(StoredTensor leftOver) {
    if (faults.size() < MAX_FAULTS) {
      faults.add(
          "%s holds tensor %s, which is no part of gpt-oss: get another file of the model."
              .formatted(leftOver.file().name(), leftOver.name()));
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
