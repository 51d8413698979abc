package confidant.demo.data;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.harmony.Channels;
import confidant.engine.harmony.HarmonyRenderer;
import confidant.engine.harmony.HarmonyRenderer.RenderOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * A session without a model: notes the prompt that the program makes and says what it was told to
 * say.
 */
final class Recorder implements ChatSession {
  private static final int CONTEXT = 131_072;

  private final HarmonyRenderer renderer;
  private int[] prompt = {};
  private List<Message> next = List.of();

  Recorder(HarmonyRenderer renderer) {
    this.renderer = renderer;
  }

  /** What the assistant will have written after the next question. */
  void say(String analysis, String answer) {
    next =
        List.of(
            Message.assistant(Channels.ANALYSIS, analysis),
            Message.assistant(Channels.FINAL, answer));
  }

  /** The tokens of the last prompt. */
  int[] prompt() {
    return prompt.clone();
  }

  @Override
  public int contextTokens() {
    return CONTEXT;
  }

  @Override
  public int countTokens(List<Message> conversation) {
    return renderer.render(conversation, RenderOptions.completion()).tokens().length;
  }

  @Override
  public void prefill(
      List<Message> conversation,
      Cancellation cancellation,
      Consumer<TokenEvent.Prefill> progress) {
    // There is no cache to fill.
  }

  @Override
  public List<Message> generate(
      List<Message> conversation,
      GenerationParams params,
      Cancellation cancellation,
      Consumer<TokenEvent> events) {
    prompt = renderer.render(conversation, RenderOptions.completion()).tokens();
    return next;
  }

  @Override
  public void save(OutputStream out) throws EngineException {
    throw new UnsupportedOperationException("nothing to save");
  }

  @Override
  public void restore(InputStream in) throws EngineException {
    throw new UnsupportedOperationException("nothing to restore");
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
