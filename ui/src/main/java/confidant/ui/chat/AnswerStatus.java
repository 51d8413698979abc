package confidant.ui.chat;

import confidant.ui.common.Texts;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.ReasoningClosed.Cause;

/** Where an answer is, in words. */
final class AnswerStatus {
  /** From here on seconds are shown as minutes. */
  private static final double MINUTES_FROM_S = 90;

  private final Texts texts;

  AnswerStatus(Texts texts) {
    this.texts = texts;
  }

  /** One line about {@code exchange}; empty if its answer or its failure says enough. */
  String of(ExchangeViewModel exchange) {
    return switch (exchange.stateProperty().get()) {
      case PREPARING -> texts.get("status.preparing");
      case WAITING_FOR_MODEL -> texts.get("status.waiting");
      case READING_PROMPT -> part(exchange) + reading(exchange.promptProgressProperty().get());
      case THINKING -> part(exchange) + thinking(exchange);
      case ANSWERING -> join(texts.get("status.answering"), closed(exchange));
      case STOPPING -> texts.get("status.stopping");
      case ENDED -> join(closed(exchange), ended(exchange.endProperty().get()));
      case FAILED -> "";
    };
  }

  private String part(ExchangeViewModel exchange) {
    ChatEvent.ReadingPart part = exchange.partProperty().get();
    return part == null ? "" : texts.get("status.part", part.part(), part.parts()) + " · ";
  }

  private String thinking(ExchangeViewModel exchange) {
    String thinking =
        texts.get(
            "status.thinking",
            exchange.thinkingSecondsProperty().get(),
            exchange.thinkingTokensProperty().get());
    return exchange.answerNowWantedProperty().get()
        ? join(thinking, texts.get("status.answer-now"))
        : thinking;
  }

  /** That the reasoning was ended though nobody asked for it. */
  private String closed(ExchangeViewModel exchange) {
    return exchange.closedProperty().get() == Cause.REPEATED ? texts.get("status.repeated") : "";
  }

  private static String join(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
  }

  private String reading(ChatEvent.ReadingPrompt progress) {
    String tokens = texts.get("status.reading", progress.done(), progress.total());
    double seconds = progress.secondsLeft();
    if (seconds < 0) {
      return tokens;
    }
    String left =
        seconds < MINUTES_FROM_S
            ? texts.get("status.seconds-left", Math.round(Math.ceil(seconds)))
            : texts.get("status.minutes-left", Math.round(seconds / 60));
    return join(tokens, left);
  }

  private String ended(ChatEvent.Ended end) {
    String speed =
        end.tokensPerSecond() > 0
            ? texts.get("status.speed", end.tokens(), end.tokensPerSecond())
            : "";
    String reason =
        switch (end.reason()) {
          case COMPLETE -> "";
          case STOPPED -> texts.get("status.stopped");
          case LENGTH_LIMIT -> texts.get("status.length-limit");
          case CONTEXT_FULL -> texts.get("status.context-full");
        };
    return join(reason, speed);
  }
}
