package confidant.engine.chat;

import confidant.engine.api.EngineException;
import confidant.engine.api.Resumable;
import java.util.List;
import java.util.function.Consumer;

/**
 * One conversation's place in an open model: its cache of keys and values. Used by one thread at a
 * time; several sessions share a model.
 *
 * <p>Every call hands over the whole conversation. The session keeps what its cache has in common
 * with it and reads only the rest, so a second question on the same papers is quick. A snapshot
 * carries that over to a later process; the conversation itself is the caller's to keep.
 */
public interface ChatSession extends Resumable, AutoCloseable {

  /** Positions this session can hold. */
  int contextTokens();

  /**
   * Tokens that {@code conversation} takes as a prompt.
   *
   * @throws IllegalArgumentException if a message cannot be rendered, such as a tool's without name
   */
  int countTokens(List<Message> conversation);

  /**
   * How many of the tokens that {@code conversation} takes as a prompt, from the first, are held
   * and need not be read again; a few more may have to, where they differ near the end.
   *
   * @throws IllegalArgumentException if a message cannot be rendered, such as a tool's without name
   */
  default int heldTokens(List<Message> conversation) {
    return 0;
  }

  /**
   * Reads {@code conversation} into the cache without generating, so that a later question starts
   * at once. Cancelling keeps what was read, to a few hundred tokens.
   *
   * @throws EngineException.ContextExceeded if it does not fit
   * @throws IllegalArgumentException if a message cannot be rendered, such as a tool's without name
   * @throws IllegalStateException if the session or its engine is closed
   */
  void prefill(
      List<Message> conversation, Cancellation cancellation, Consumer<TokenEvent.Prefill> progress)
      throws EngineException;

  /**
   * Continues {@code conversation} with the assistant's turn. Events reach {@code events} on the
   * calling thread, ending with one {@link TokenEvent.End}.
   *
   * @return the messages the assistant wrote, ready to be added to the conversation
   * @throws EngineException.ContextExceeded if the conversation does not fit
   * @throws IllegalArgumentException if a message cannot be rendered, such as a tool's without name
   * @throws IllegalStateException if the session or its engine is closed
   */
  List<Message> generate(
      List<Message> conversation,
      GenerationParams params,
      Cancellation cancellation,
      Consumer<TokenEvent> events)
      throws EngineException;

  /** Frees the cache. Idempotent. */
  @Override
  void close();
}
