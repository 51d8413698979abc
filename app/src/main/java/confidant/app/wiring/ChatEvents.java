package confidant.app.wiring;

import confidant.app.chat.AnswerListener;
import confidant.app.chat.RemainingTime;
import confidant.engine.chat.TokenEvent;
import confidant.ingest.prompt.Coverage;
import confidant.ui.port.ChatEvent;
import java.util.List;
import java.util.function.Consumer;

/** Translates the engine's events of one answer into the window's. */
final class ChatEvents implements AnswerListener {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double UNKNOWN = -1;
  private final Consumer<ChatEvent> listener;
  private final RemainingTime remaining = new RemainingTime();
  private int reasoningTokens;

  ChatEvents(Consumer<ChatEvent> listener) {
    this.listener = listener;
  }

  @Override
  public void event(TokenEvent event) {
    switch (event) {
      case TokenEvent.Prefill(int done, int total, int reused) ->
          listener.accept(
              new ChatEvent.ReadingPrompt(
                  done, total, remaining.secondsLeft(done, total).orElse(UNKNOWN)));
      // The engine reports about once per token.
      case TokenEvent.Reasoning(String text) ->
          listener.accept(new ChatEvent.Reasoning(text, ++reasoningTokens));
      case TokenEvent.ReasoningClosed(var cause) ->
          listener.accept(new ChatEvent.ReasoningClosed(cause(cause)));
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

  @Override
  public void part(PartReading part) {
    reasoningTokens = 0;
    listener.accept(new ChatEvent.ReadingPart(part.part(), part.parts()));
  }

  @Override
  public void joining() {
    reasoningTokens = 0;
    listener.accept(new ChatEvent.JoiningParts());
  }

  /** Stands below the answer, as a part of it. */
  @Override
  public void coverage(List<Coverage> coverage) {
    StringBuilder text = new StringBuilder("\n\n---\n");
    coverage.forEach(each -> text.append("\n- ").append(plain(each.sentence())));
    listener.accept(new ChatEvent.AnswerText(text.append('\n').toString()));
  }

  /** File names can hold what Markdown takes for marks. */
  private static String plain(String sentence) {
    return sentence.replaceAll("[\\\\`*_\\[\\]<>&#|~]", "\\\\$0");
  }

  private static ChatEvent.ReasoningClosed.Cause cause(TokenEvent.ReasoningClosed.Cause cause) {
    return switch (cause) {
      case ASKED -> ChatEvent.ReasoningClosed.Cause.ASKED;
      case REPEATED -> ChatEvent.ReasoningClosed.Cause.REPEATED;
    };
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
