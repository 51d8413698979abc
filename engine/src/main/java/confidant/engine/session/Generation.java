package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.engine.harmony.HarmonyPiece;
import confidant.engine.harmony.HarmonyStream;
import confidant.engine.harmony.HarmonyTokens;
import confidant.engine.harmony.StopTokens;
import confidant.engine.session.ReasoningWatch.Closing;
import confidant.engine.speculation.Drafter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** One turn of the assistant: draws tokens until something ends it, and reports what they say. */
final class Generation {
  private final Sequence sequence;
  private final HarmonyStream stream;
  private final Set<Integer> stops;
  private final ToIntFunction<float[]> chooser;
  private final ReasoningWatch watch;
  private final Drafter drafter;
  private final int maxTokens;
  private final Cancellation cancellation;
  private final Consumer<TokenEvent> events;
  private int generated;

  /**
   * @param chooser draws a token by its logits, [vocabulary]
   * @param maxTokens most tokens to generate, at least 1
   */
  Generation(
      Sequence sequence,
      HarmonyTokens tokens,
      ToIntFunction<float[]> chooser,
      int maxTokens,
      Drafter drafter,
      Cancellation cancellation,
      Consumer<TokenEvent> events) {
    this.sequence = sequence;
    this.stream = new HarmonyStream(tokens);
    this.stops = StopTokens.of(tokens.tokenizer());
    this.chooser = chooser;
    this.watch = new ReasoningWatch(tokens, cancellation);
    this.drafter = drafter;
    this.maxTokens = maxTokens;
    this.cancellation = cancellation;
    this.events = events;
  }

  /** What reading the prompt cost. */
  record PromptCost(int tokens, int reused, long nanos) {}

  /**
   * Draws tokens, beginning with {@code logits}.
   *
   * @param logits after the prompt; empty if reading it was cancelled
   * @return the messages the assistant wrote
   */
  List<Message> run(Optional<float[]> logits, PromptCost prompt) throws EngineException {
    long start = System.nanoTime();
    EndReason reason = EndReason.CANCELLED;
    Decoder decoder = new Decoder(sequence, drafter);
    Optional<float[]> next = logits;
    while (next.isPresent() && !cancellation.isCancelled()) {
      Optional<Closing> closing = watch.closing(stream.place(), room(decoder));
      if (closing.isPresent()) {
        next = close(closing.get(), decoder);
        continue;
      }
      int token = chooser.applyAsInt(next.get());
      generated++;
      report(stream.feed(token));
      watch.drawn(token, stream.place());
      Optional<EndReason> end = end(token, decoder.position());
      if (end.isPresent()) {
        reason = end.get();
        break;
      }
      next = decoder.after(token, maxTokens - generated, () -> !cancellation.isCancelled());
    }
    decoder.settle();
    report(stream.finish());
    long nanos = System.nanoTime() - start;
    events.accept(
        new TokenEvent.End(
            reason,
            new TokenEvent.Usage(
                prompt.tokens(),
                prompt.reused(),
                generated,
                decoder.draftedTokens(),
                decoder.acceptedTokens(),
                prompt.nanos(),
                nanos)));
    return stream.messages();
  }

  /** Tokens that may still be written. */
  private int room(Decoder decoder) {
    return Math.min(maxTokens - generated, sequence.capacity() - decoder.position());
  }

  /** Writes what ends the reasoning as if the model had drawn it. */
  private Optional<float[]> close(Closing closing, Decoder decoder) throws EngineException {
    Optional<float[]> next = decoder.insert(closing.tokens(), () -> !cancellation.isCancelled());
    if (next.isPresent()) {
      generated += closing.tokens().length;
      Arrays.stream(closing.tokens()).forEach(token -> report(stream.feed(token)));
      events.accept(new TokenEvent.ReasoningClosed(closing.cause()));
    }
    return next;
  }

  private Optional<EndReason> end(int token, int position) {
    if (stops.contains(token)) {
      // A model may end a call with the wrong stop token, or an answer with the call token.
      return Optional.of(endsInCall() ? EndReason.TOOL_CALL : EndReason.STOP);
    }
    if (generated == maxTokens) {
      return Optional.of(EndReason.MAX_TOKENS);
    }
    if (position == sequence.capacity()) {
      return Optional.of(EndReason.CONTEXT_FULL);
    }
    return Optional.empty();
  }

  private boolean endsInCall() {
    List<Message> written = stream.messages();
    return !written.isEmpty() && written.getLast().recipient().isPresent();
  }

  private void report(List<HarmonyPiece> pieces) {
    for (HarmonyPiece piece : pieces) {
      events.accept(
          switch (piece) {
            case HarmonyPiece.Reasoning(String text) -> new TokenEvent.Reasoning(text);
            case HarmonyPiece.Preamble(String text) -> new TokenEvent.Answer(text);
            case HarmonyPiece.Answer(String text) -> new TokenEvent.Answer(text);
            case HarmonyPiece.ToolCall(var recipient, var type, var arguments) ->
                new TokenEvent.ToolCall(recipient, arguments);
          });
    }
  }
}
