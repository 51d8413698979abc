package confidant.ui.chat;

import confidant.ui.common.Texts;
import confidant.ui.port.ChatEvent;

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
      case THINKING ->
          part(exchange) + texts.get("status.thinking", exchange.thinkingTokensProperty().get());
      case ANSWERING -> texts.get("status.answering");
      case STOPPING -> texts.get("status.stopping");
      case ENDED -> ended(exchange.endProperty().get());
      case FAILED -> "";
    };
  }

  private String part(ExchangeViewModel exchange) {
    ChatEvent.ReadingPart part = exchange.partProperty().get();
    return part == null ? "" : texts.get("status.part", part.part(), part.parts()) + " · ";
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
    return tokens + " · " + left;
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
    return reason.isEmpty() || speed.isEmpty() ? reason + speed : reason + " · " + speed;
  }
}
