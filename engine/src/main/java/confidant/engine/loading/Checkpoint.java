package confidant.engine.loading;

import confidant.engine.api.ModelInfo;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.tokenizer.Tokenizer;
import java.lang.foreign.Arena;
import java.util.function.Supplier;

/**
 * An opened checkpoint: weights bound to mapped memory. Closing it unmaps the files; no matrix may
 * be read afterwards.
 *
 * @param tokenizer the checkpoint's own vocabulary, or o200k_harmony where it carries none; built
 *     at the first call, since the real one takes longer than mapping the weights
 * @param arena owner of the mapped memory
 */
public record Checkpoint(
    ModelInfo info, ModelConfig config, Weights weights, Supplier<Tokenizer> tokenizer, Arena arena)
    implements AutoCloseable {

  @Override
  public void close() {
    arena.close();
  }
}
