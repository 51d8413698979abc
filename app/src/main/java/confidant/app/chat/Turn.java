package confidant.app.chat;

import confidant.engine.chat.Message;
import java.util.List;

/**
 * A question and its answer.
 *
 * @param brought what it brought of papers into the conversation
 * @param request what was said to the model behind them
 * @param answers what the assistant wrote for readers
 */
record Turn(Brought brought, String request, List<Message> answers) {
  Turn {
    answers = List.copyOf(answers);
  }

  /** A turn without answer as yet. */
  Turn(Brought brought, String request) {
    this(brought, request, List.of());
  }

  Message userMessage() {
    return brought.text().isEmpty()
        ? Message.user(request)
        : Message.user(beginning(brought.text()).text() + request);
  }

  /** What the message of a turn begins with that brings {@code papers}, whatever the request. */
  static Message beginning(String papers) {
    return Message.user(papers + "\n");
  }

  Turn answered(List<Message> newAnswers) {
    return new Turn(brought, request, newAnswers);
  }
}
