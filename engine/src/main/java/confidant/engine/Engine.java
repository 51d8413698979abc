package confidant.engine;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.ChatSession;
import confidant.engine.tokenizer.Tokenizer;
import java.nio.file.Path;

/** An open model. Thread-safe; several sessions share it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Engine implements AutoCloseable {

  private Engine() {}

  /**
   * Opens a checkpoint: a GGUF file, a safetensors file, or a folder in Hugging Face or OpenAI
   * layout. The weights stay in the mapped file.
   *
   * @throws EngineException if it is missing, damaged or of a kind that is not run
   */
  public static Engine open(Path checkpoint, EngineOptions options) throws EngineException {
    throw new IllegalStateException("skeleton");
  }

  public ModelInfo info() {
    throw new IllegalStateException("skeleton");
  }

  /** The checkpoint's vocabulary; built at the first call. */
  public Tokenizer tokenizer() {
    throw new IllegalStateException("skeleton");
  }

  /** One line: which kernels run, at which width, and why not faster. */
  public String kernels() {
    throw new IllegalStateException("skeleton");
  }

  /**
   * Starts a conversation.
   *
   * @param contextTokens positions to hold; at most {@link ModelInfo#contextLength()}
   */
  public ChatSession newChat(int contextTokens) throws EngineException {
    throw new IllegalStateException("skeleton");
  }

  /** Starts a session below conversations; see {@link #newChat(int)} for the parameter. */
  public TokenSession newTokenSession(int contextTokens) throws EngineException {
    throw new IllegalStateException("skeleton");
  }

  /** Unmaps the weights; sessions become unusable. Idempotent. */
  @Override
  public void close() {}
}
