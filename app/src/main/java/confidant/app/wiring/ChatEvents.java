package confidant.app.wiring;

import confidant.app.chat.RemainingTime;
import confidant.engine.chat.TokenEvent;
import confidant.ui.port.ChatEvent;
import java.util.function.Consumer;

/** Translates the engine's events of one answer into the window's. */
final class ChatEvents implements Consumer<TokenEvent> {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double UNKNOWN = -1;
  private final Consumer<ChatEvent> listener;
  private final RemainingTime remaining = new RemainingTime();
  private int reasoningTokens;

  ChatEvents(Consumer<ChatEvent> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(TokenEvent event) {
    switch (event) {
      case TokenEvent.Prefill(int done, int total, int reused) ->
          listener.accept(
              new ChatEvent.ReadingPrompt(
                  done, total, remaining.secondsLeft(done, total).orElse(UNKNOWN)));
      // The engine reports about once per token.
      case TokenEvent.Reasoning(String text) ->
          listener.accept(new ChatEvent.Reasoning(text, ++reasoningTokens));
      case TokenEvent.Answer(String text) -> listener.accept(new ChatEvent.AnswerText(text));
      case TokenEvent.ToolCall call ->
          listener.accept(
              new ChatEvent.AnswerText(
                  "\n\n*(The model asked for a tool, `%s`, but there is none.)*\n"
                      .formatted(call.recipient())));
      case TokenEvent.End(var reason, var usage) ->
          listener.accept(
              new ChatEvent.Ended(reason(reason), usage.generatedTokens(), speed(usage)));
    }
  }

  private static ChatEvent.EndReason reason(TokenEvent.EndReason reason) {
    return switch (reason) {
      case STOP, TOOL_CALL -> ChatEvent.EndReason.COMPLETE;
      case MAX_TOKENS -> ChatEvent.EndReason.LENGTH_LIMIT;
      case CONTEXT_FULL -> ChatEvent.EndReason.CONTEXT_FULL;
      case CANCELLED -> ChatEvent.EndReason.STOPPED;
    };
  }

  private static double speed(TokenEvent.Usage usage) {
    return usage.decodeNanos() == 0
        ? 0
        : usage.generatedTokens() * NANOS_PER_SECOND / usage.decodeNanos();
  }
}
