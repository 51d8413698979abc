package confidant.ui.chat;

import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatPort.Question;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A question and its answer on its way. The reasoning is counted, not kept. */
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

  private final Question question;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PREPARING);
  private final ReadOnlyObjectWrapper<ChatEvent.ReadingPrompt> promptProgress =
      new ReadOnlyObjectWrapper<>(new ChatEvent.ReadingPrompt(0, 0, -1));
  private final ReadOnlyObjectWrapper<ChatEvent.@Nullable ReadingPart> part =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper thinkingTokens = new ReadOnlyIntegerWrapper();
  private final StringBuilder written = new StringBuilder();
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failureCode = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ChatEvent.@Nullable Ended> end =
      new ReadOnlyObjectWrapper<>();

  ExchangeViewModel(Question question) {
    this.question = question;
  }

  /**
   * Takes what came since the last frame.
   *
   * @param modelNotice what must stand beside the words of the model that writes them
   */
  void apply(List<ChatEvent> events, String modelNotice) {
    if (state.get().isFinal()) {
      return;
    }
    caution.set(modelNotice);
    for (ChatEvent event : events) {
      apply(event);
    }
    if (written.length() != answer.get().length()) {
      answer.set(written.toString());
    }
  }

  private void apply(ChatEvent event) {
    switch (event) {
      case ChatEvent.WaitingForModel _ -> advance(State.WAITING_FOR_MODEL);
      case ChatEvent.ReadingPart reading -> part.set(reading);
      case ChatEvent.JoiningParts _ -> part.set(null);
      case ChatEvent.ReadingPrompt progress -> {
        promptProgress.set(progress);
        advance(State.READING_PROMPT);
      }
      case ChatEvent.Reasoning reasoning -> {
        thinkingTokens.set(reasoning.tokens());
        advance(State.THINKING);
      }
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

  /** What still arrives after a stop does not undo it. */
  private void advance(State next) {
    if (state.get() != State.STOPPING) {
      state.set(next);
    }
  }

  void stopping() {
    if (!state.get().isFinal()) {
      state.set(State.STOPPING);
    }
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
