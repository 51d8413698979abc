package confidant.ui.port;

import java.util.List;
import java.util.function.Consumer;

/** The conversation with the model. One question is answered at a time. */
public interface ChatPort {

  /**
   * Asks; the answer arrives as events, ending with one {@link ChatEvent.Ended} or {@link
   * ChatEvent.Failed}.
   */
  Answering ask(Question question, Consumer<ChatEvent> listener);

  /** Forgets the conversation so far; papers stay. */
  void clear();

  /**
   * A question.
   *
   * @param kind what is wanted
   * @param text the words typed; empty for a summary
   * @param documentIds the papers it is about, in order
   */
  record Question(Kind kind, String text, List<String> documentIds, Effort effort) {
    public Question {
      documentIds = List.copyOf(documentIds);
    }
  }

  /** What is wanted. */
  enum Kind {
    SUMMARY,
    QUESTION
  }

  /** An answer on its way. */
  interface Answering {
    /** Ends it; what was written stays part of the conversation. Idempotent. */
    void stop();
  }
}
