package confidant.ui.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Conversations with the model. One question is answered at a time. */
public interface ChatPort {

  /**
   * Asks; the answer arrives as events, ending with one {@link ChatEvent.Ended} or {@link
   * ChatEvent.Failed}.
   */
  Answering ask(Question question, Consumer<ChatEvent> listener);

  /**
   * Gets ready for a question that may come: tells what it would take, and reads what it would
   * begin with while nothing else is wanted of the model. Makes room at once for whatever is asked,
   * and ends with it; a later call takes the place of an earlier one.
   *
   * @param listener told the whole outlook whenever it changes
   */
  void prepare(Upcoming upcoming, Consumer<Outlook> listener);

  /** Forgets turns: nothing will go on from them. Papers stay. */
  void forget(Collection<String> turnIds);

  /**
   * A question.
   *
   * @param turnId names it and its answer throughout; chosen by who asks
   * @param after the turn that it goes on from; empty if it begins a conversation. Several can go
   *     on from one
   * @param kind what is wanted
   * @param text the words typed; empty for a summary
   * @param documentIds the papers it is about, in order
   */
  record Question(
      String turnId,
      Optional<String> after,
      Kind kind,
      String text,
      List<String> documentIds,
      Effort effort) {
    public Question {
      documentIds = List.copyOf(documentIds);
    }
  }

  /**
   * What is known of a question before it is asked; see {@link Question}.
   *
   * @param after the turn that it would go on from
   * @param documentIds the papers it would be about, in order
   */
  record Upcoming(Optional<String> after, List<String> documentIds, Effort effort) {
    public Upcoming {
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

    /**
     * Ends the reasoning, or leaves it out if it has not begun, and begins the answer. Without
     * effect on an answer that has begun. Idempotent.
     */
    void answerNow();
  }
}
