package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.memory.ModelMemory;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.tokenizer.Tokenizer;
import java.lang.foreign.Arena;

/**
 * An opened checkpoint: weights bound to mapped memory. Closing it unmaps the files; no matrix may
 * be read afterwards.
 *
 * @param tokenizerSource the checkpoint's own vocabulary, or o200k_harmony where it carries none;
 *     built at the first call, since the real one takes longer than mapping the weights
 * @param memory the mapped files in memory
 * @param arena owner of the mapped memory
 */
public record Checkpoint(
    ModelInfo info,
    ModelConfig config,
    Weights weights,
    TokenizerSource tokenizerSource,
    ModelMemory memory,
    Arena arena)
    implements AutoCloseable {

  /** See {@link TokenizerSource#get}. */
  public Tokenizer tokenizer() throws EngineException {
    return tokenizerSource.get();
  }

  @Override
  public void close() {
    memory.close();
    arena.close();
  }
}
