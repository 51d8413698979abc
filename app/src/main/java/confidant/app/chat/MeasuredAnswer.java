package confidant.app.chat;

import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.ingest.prompt.Coverage;
import java.util.List;
import java.util.function.LongSupplier;

/** Passes on what is told of an answer, and learns from it how long answers take. */
public final class MeasuredAnswer implements AnswerListener {
  private final Pace pace;
  private final ReasoningEffort effort;
  private final AnswerListener listener;
  private final PaceMeter meter;
  private int reasoningTokens;
  private int answerTokens;
  private boolean typical = true;

  public MeasuredAnswer(Pace pace, ReasoningEffort effort, AnswerListener listener) {
    this(pace, effort, listener, System::nanoTime);
  }

  MeasuredAnswer(
      Pace pace, ReasoningEffort effort, AnswerListener listener, LongSupplier nanoClock) {
    this.pace = pace;
    this.effort = effort;
    this.listener = listener;
    meter = new PaceMeter(pace, nanoClock);
  }

  @Override
  public void event(TokenEvent event) {
    // The engine reports about once per token.
    switch (event) {
      case TokenEvent.Prefill progress -> meter.read(progress);
      case TokenEvent.Reasoning _ -> reasoningTokens++;
      case TokenEvent.ReasoningClosed _ -> typical = false;
      case TokenEvent.Answer _ -> answerTokens++;
      case TokenEvent.ToolCall _ -> typical = false;
      case TokenEvent.End(var reason, var usage) -> end(reason, usage);
    }
    listener.event(event);
  }

  private void end(EndReason reason, TokenEvent.Usage usage) {
    meter.endReading();
    if (usage.generatedTokens() > 0) {
      pace.wrote(usage.generatedTokens(), usage.decodeNanos());
    }
    if (typical && reason == EndReason.STOP) {
      pace.answered(effort, reasoningTokens, answerTokens);
    }
  }

  /** With notes on parts an answer takes far longer than others. */
  @Override
  public void part(PartReading part) {
    typical = false;
    listener.part(part);
  }

  @Override
  public void joining() {
    listener.joining();
  }

  @Override
  public void coverage(List<Coverage> coverage) {
    listener.coverage(coverage);
  }
}
