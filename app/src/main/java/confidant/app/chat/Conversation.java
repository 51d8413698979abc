package confidant.app.chat;

import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The turns so far. Each paper stands in the turn that first asked about it. */
public final class Conversation {
  private static final String ANALYSIS = "analysis";
  private final List<Turn> turns = new ArrayList<>();

  /**
   * The messages with {@code next} as the last turn. Earlier turns hold no chain of thought: the
   * model was trained to see it only within the turn at hand.
   */
  List<Message> messages(Question question, Turn next, LocalDate today) {
    List<Message> messages = new ArrayList<>(Instructions.messages(question.effort(), today));
    for (Turn turn : turns) {
      messages.add(turn.userMessage());
      messages.addAll(turn.answers());
    }
    messages.add(next.userMessage());
    return messages;
  }

  /**
   * Adds a turn. One without any answer is left out: its papers and its question come again with
   * the next one.
   */
  void add(Turn turn, List<Message> written) {
    List<Message> answers = written.stream().filter(Conversation::isForReaders).toList();
    if (!answers.isEmpty()) {
      turns.add(turn.answered(answers));
    }
  }

  /** Ids of the papers that stand in the conversation. */
  Set<String> paperIds() {
    Set<String> ids = new HashSet<>();
    turns.forEach(turn -> ids.addAll(turn.paperIds()));
    return ids;
  }

  /** Forgets all turns. */
  public void clear() {
    turns.clear();
  }

  private static boolean isForReaders(Message message) {
    return message.role() == Role.ASSISTANT
        && message.recipient().isEmpty()
        && !message.channel().equals(Optional.of(ANALYSIS))
        && !message.text().isEmpty();
  }
}
