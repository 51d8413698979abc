package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.ChatSession;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.harmony.Conversations;
import confidant.engine.harmony.HarmonyRenderer;
import confidant.engine.harmony.HarmonyRenderer.RenderOptions;
import confidant.engine.harmony.HarmonyTokens;
import confidant.engine.sampling.Sampler;
import confidant.engine.speculation.Drafter;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation in the Harmony format on a sequence of its own. */
public final class HarmonySession implements ChatSession {
  /**
   * Tokens read at once ahead of a question, which may come at any time and lose those of the batch
   * at hand. Reading is a seventh slower than in batches of the usual size.
   */
  private static final int READ_AHEAD_CHUNK = 512;

  private final Sequence sequence;
  private final HarmonyTokens tokens;
  private final HarmonyRenderer renderer;
  private final Drafter drafter;

  /**
   * Starts an empty conversation.
   *
   * @param drafter guesses the tokens of answers, and learns over the conversation which pay
   * @throws EngineException if the vocabulary is missing, damaged or lacks Harmony's special tokens
   */
  public HarmonySession(OpenModel model, int contextTokens, Drafter drafter)
      throws EngineException {
    tokens = HarmonyTokens.of(model.tokenizer());
    renderer = new HarmonyRenderer(tokens);
    sequence = new Sequence(model, contextTokens);
    this.drafter = drafter;
  }

  @Override
  public int contextTokens() {
    return sequence.capacity();
  }

  @Override
  public int countTokens(List<Message> conversation) {
    return prompt(conversation).length;
  }

  @Override
  public int heldTokens(List<Message> conversation) {
    return sequence.commonPrefix(prompt(conversation));
  }

  @Override
  public void prefill(
      List<Message> conversation, Cancellation cancellation, Consumer<TokenEvent.Prefill> progress)
      throws EngineException {
    readPrompt(prompt(conversation), READ_AHEAD_CHUNK, cancellation, progress);
  }

  @Override
  public List<Message> generate(
      List<Message> conversation,
      GenerationParams params,
      Cancellation cancellation,
      Consumer<TokenEvent> events)
      throws EngineException {
    int[] prompt = prompt(conversation);
    Generation generation =
        new Generation(
            sequence,
            tokens,
            new Sampler(params)::next,
            params.maxTokens(),
            drafter,
            cancellation,
            events);
    long start = System.nanoTime();
    int[] reused = new int[1];
    Optional<float[]> logits =
        readPrompt(
            prompt,
            Sequence.PREFILL_CHUNK,
            cancellation,
            progress -> {
              reused[0] = progress.reused();
              events.accept(progress);
            });
    long nanos = System.nanoTime() - start;
    return generation.run(logits, new Generation.PromptCost(prompt.length, reused[0], nanos));
  }

  private int[] prompt(List<Message> conversation) {
    // The renderer's own rule keeps reasoning between two answers, so earlier turns drop it here.
    List<Message> seen = Conversations.dropOldReasoning(conversation);
    return renderer.render(seen, RenderOptions.completion()).tokens();
  }

  /** The logits after the prompt; empty if cancelled. */
  private Optional<float[]> readPrompt(
      int[] prompt,
      int mostAtOnce,
      Cancellation cancellation,
      Consumer<TokenEvent.Prefill> progress)
      throws EngineException {
    int available = sequence.capacity() - 1; // an answer needs room for one token at least
    if (prompt.length > available) {
      throw new EngineException.ContextExceeded(
          "The conversation takes "
              + prompt.length
              + " tokens and the context has room for "
              + available
              + "; shorten it or open a larger context.",
          prompt.length,
          available);
    }
    // The last token is read again if need be, since its logits are not kept.
    int reused = sequence.truncate(Math.min(sequence.commonPrefix(prompt), prompt.length - 1));
    int[] rest = Arrays.copyOfRange(prompt, reused, prompt.length);
    int[] reported = {-1};
    Optional<float[]> logits =
        sequence.read(
            rest,
            mostAtOnce,
            done -> {
              if (done != reported[0]) {
                reported[0] = done;
                progress.accept(new TokenEvent.Prefill(done, rest.length, reused));
              }
              return !cancellation.isCancelled();
            });
    if (logits.isPresent()) {
      sequence.mark();
    }
    return logits;
  }

  @Override
  public void save(OutputStream out) throws EngineException {
    sequence.save(out);
  }

  @Override
  public void restore(InputStream in) throws EngineException {
    sequence.restore(in);
  }

  @Override
  public void close() {
    sequence.close();
  }
}
