package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizer;

/** Gives a checkpoint's tokenizer, building it when it is first asked for. Thread-safe. */
public interface TokenizerSource {

  /**
   * The tokenizer, the same one each time.
   *
   * @throws EngineException if the checkpoint's vocabulary is missing, damaged or of another kind;
   *     the next call tries again
   */
  Tokenizer get() throws EngineException;

  /** Begins to build it on a thread of its own; what goes wrong there, {@link #get} tells. */
  void begin();
}
