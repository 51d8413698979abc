package confidant.ui.chat;

import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort.Question;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A question and its answer on its way. The reasoning is counted, and kept only if wanted. */
public final class ExchangeViewModel {

  /** How far the answer is. */
  public enum State {
    PREPARING,
    WAITING_FOR_MODEL,
    READING_PROMPT,
    THINKING,
    ANSWERING,
    STOPPING,
    ENDED,
    FAILED;

    /** Whether nothing more will come. */
    public boolean isFinal() {
      return this == ENDED || this == FAILED;
    }
  }

  private static final double NANOS_PER_SECOND = 1e9;

  private final Question question;
  private final LongSupplier nanoClock;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PREPARING);
  private final ReadOnlyObjectWrapper<ChatEvent.ReadingPrompt> promptProgress =
      new ReadOnlyObjectWrapper<>(new ChatEvent.ReadingPrompt(0, 0, -1));
  private final ReadOnlyObjectWrapper<ChatEvent.@Nullable ReadingPart> part =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper thinkingTokens = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper thinkingSeconds = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ChatEvent.ReasoningClosed.@Nullable Cause> closed =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper answerNowWanted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canAnswerNow = new ReadOnlyBooleanWrapper();
  private final StringBuilder thought = new StringBuilder();
  private final ReadOnlyStringWrapper reasoning = new ReadOnlyStringWrapper("");
  private final StringBuilder written = new StringBuilder();
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failureCode = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ChatEvent.@Nullable Ended> end =
      new ReadOnlyObjectWrapper<>();
  private Runnable answerNow = () -> {};
  private long thinkingSince;

  ExchangeViewModel(Question question) {
    this(question, System::nanoTime);
  }

  ExchangeViewModel(Question question, LongSupplier nanoClock) {
    this.question = question;
    this.nanoClock = nanoClock;
  }

  /**
   * Takes what came since the last frame.
   *
   * @param modelNotice what must stand beside the words of the model that writes them
   * @param keepReasoning whether the reasoning among it is kept
   */
  void apply(List<ChatEvent> events, String modelNotice, boolean keepReasoning) {
    if (state.get().isFinal()) {
      return;
    }
    caution.set(modelNotice);
    for (ChatEvent event : events) {
      apply(event, keepReasoning);
    }
    if (written.length() != answer.get().length()) {
      answer.set(written.toString());
    }
    if (thought.length() != reasoning.get().length()) {
      reasoning.set(thought.toString());
    }
    canAnswerNow.set(state.get() == State.THINKING && !answerNowWanted.get());
  }

  private void apply(ChatEvent event, boolean keepReasoning) {
    switch (event) {
      case ChatEvent.WaitingForModel _ -> advance(State.WAITING_FOR_MODEL);
      case ChatEvent.ReadingPart reading -> part.set(reading);
      case ChatEvent.JoiningParts _ -> part.set(null);
      case ChatEvent.ReadingPrompt progress -> {
        promptProgress.set(progress);
        advance(State.READING_PROMPT);
      }
      case ChatEvent.Reasoning reasoned -> think(reasoned, keepReasoning);
      case ChatEvent.ReasoningClosed ended -> closed.set(ended.cause());
      case ChatEvent.AnswerText text -> {
        written.append(text.text());
        advance(State.ANSWERING);
      }
      case ChatEvent.Ended ended -> {
        end.set(ended);
        state.set(State.ENDED);
      }
      case ChatEvent.Failed failed -> {
        failure.set(failed.message());
        failureCode.set(failed.code());
        state.set(State.FAILED);
      }
    }
  }

  private void think(ChatEvent.Reasoning reasoned, boolean keep) {
    long now = nanoClock.getAsLong();
    if (state.get() != State.THINKING) {
      thinkingSince = now;
    }
    thinkingTokens.set(reasoned.tokens());
    thinkingSeconds.set((int) ((now - thinkingSince) / NANOS_PER_SECOND));
    if (keep) {
      thought.append(reasoned.text());
    }
    advance(State.THINKING);
  }

  /** What still arrives after a stop does not undo it. */
  private void advance(State next) {
    if (state.get() != State.STOPPING) {
      state.set(next);
    }
  }

  void stopping() {
    if (!state.get().isFinal()) {
      state.set(State.STOPPING);
      canAnswerNow.set(false);
    }
  }

  /** From now on {@code action} ends the reasoning. */
  void onAnswerNow(Runnable action) {
    answerNow = action;
  }

  /** Ends the reasoning and begins the answer. Nothing happens if that is not possible now. */
  public void answerNow() {
    if (canAnswerNow.get()) {
      answerNowWanted.set(true);
      canAnswerNow.set(false);
      answerNow.run();
    }
  }

  /** Forgets the reasoning that was kept. */
  void forgetReasoning() {
    thought.setLength(0);
    reasoning.set("");
  }

  public Question question() {
    return question;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How much of the prompt is read. */
  public ReadOnlyObjectProperty<ChatEvent.ReadingPrompt> promptProgressProperty() {
    return promptProgress.getReadOnlyProperty();
  }

  /** Which part of a long paper is being read; null if none is. */
  public ReadOnlyObjectProperty<ChatEvent.@Nullable ReadingPart> partProperty() {
    return part.getReadOnlyProperty();
  }

  /** How long the model has reasoned, in tokens. */
  public ReadOnlyIntegerProperty thinkingTokensProperty() {
    return thinkingTokens.getReadOnlyProperty();
  }

  /** The same in whole seconds. */
  public ReadOnlyIntegerProperty thinkingSecondsProperty() {
    return thinkingSeconds.getReadOnlyProperty();
  }

  /** Why the reasoning was ended before the model did so; null if it was not. */
  public ReadOnlyObjectProperty<ChatEvent.ReasoningClosed.@Nullable Cause> closedProperty() {
    return closed.getReadOnlyProperty();
  }

  /** Whether the answer was asked for before the reasoning was over. */
  public ReadOnlyBooleanProperty answerNowWantedProperty() {
    return answerNowWanted.getReadOnlyProperty();
  }

  /** Whether {@link #answerNow} does something. */
  public ReadOnlyBooleanProperty canAnswerNowProperty() {
    return canAnswerNow.getReadOnlyProperty();
  }

  /** The model's unfiltered working notes; empty unless they are kept. */
  public ReadOnlyStringProperty reasoningProperty() {
    return reasoning.getReadOnlyProperty();
  }

  /** The answer so far, as Markdown. */
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** What must stand beside the answer; empty if nothing. */
  public ReadOnlyStringProperty cautionProperty() {
    return caution.getReadOnlyProperty();
  }

  /** Why there is no answer; empty while there may be one. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Stable name of why there is no answer; empty while there may be one. */
  public ReadOnlyStringProperty failureCodeProperty() {
    return failureCode.getReadOnlyProperty();
  }

  /** How it ended; null until it has. */
  public ReadOnlyObjectProperty<ChatEvent.@Nullable Ended> endProperty() {
    return end.getReadOnlyProperty();
  }
}
