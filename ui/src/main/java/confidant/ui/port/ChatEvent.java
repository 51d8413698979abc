package confidant.ui.port;

/** What happens on the way to an answer. */
public sealed interface ChatEvent {

  /** Waiting for the model to load. */
  record WaitingForModel() implements ChatEvent {}

  /** A paper is too long to be read at once; part {@code part} of {@code parts} is next. */
  record ReadingPart(int part, int parts) implements ChatEvent {}

  /** All parts were read; the answer comes from what was noted on them. */
  record JoiningParts() implements ChatEvent {}

  /** {@code done} of {@code total} tokens of the prompt are read; seconds left, -1 if unknown. */
  record ReadingPrompt(int done, int total, double secondsLeft) implements ChatEvent {}

  /** The model reasons; {@code tokens} so far. {@code text} is unfiltered working notes. */
  record Reasoning(String text, int tokens) implements ChatEvent {}

  /** The reasoning was ended before the model did so; the answer is next. */
  record ReasoningClosed(Cause cause) implements ChatEvent {

    /** Why. */
    public enum Cause {
      /** The person wanted the answer now. */
      ASKED,
      /** It said the same over and over. */
      REPEATED
    }
  }

  /** A piece of the answer, as Markdown. */
  record AnswerText(String text) implements ChatEvent {}

  /**
   * The end.
   *
   * @param tokensPerSecond of writing; 0 if nothing was written
   */
  record Ended(EndReason reason, int tokens, double tokensPerSecond) implements ChatEvent {}

  /**
   * No answer.
   *
   * @param message one sentence for the person
   * @param code stable name of what went wrong, such as E-CONTEXT-FULL
   */
  record Failed(String message, String code) implements ChatEvent {

    /** One that nobody gave a name. */
    public Failed(String message) {
      this(message, "");
    }
  }

  /** Why an answer ended. */
  enum EndReason {
    COMPLETE,
    STOPPED,
    LENGTH_LIMIT,
    CONTEXT_FULL
  }
}
