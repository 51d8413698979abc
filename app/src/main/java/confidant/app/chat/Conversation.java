package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.Role;
import confidant.ingest.prompt.PagePiece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns, one after the other. Each paper, or page of a long one, stands in the turn that first
 * needed it. Immutable, so that several conversations can go on from the same turn.
 */
public final class Conversation {
  private static final Conversation EMPTY = new Conversation(List.of());
  private static final String ANALYSIS = "analysis";
  private final List<Turn> turns;

  private Conversation(List<Turn> turns) {
    this.turns = turns;
  }

  /** A conversation that is yet to begin. */
  public static Conversation empty() {
    return EMPTY;
  }

  /**
   * The messages with {@code next} as the last turn. Earlier turns hold no chain of thought: the
   * model was trained to see it only within the turn at hand.
   */
  List<Message> messages(ReasoningEffort effort, Turn next, LocalDate today) {
    List<Message> messages = new ArrayList<>(messages(effort, today));
    messages.add(next.userMessage());
    return messages;
  }

  /** The messages before any next turn. */
  List<Message> messages(ReasoningEffort effort, LocalDate today) {
    List<Message> messages = new ArrayList<>(Instructions.messages(effort, today));
    for (Turn turn : turns) {
      messages.add(turn.userMessage());
      messages.addAll(turn.answers());
    }
    return messages;
  }

  /** What the turns brought of papers, as it stands in the messages. */
  List<String> paperTexts() {
    return turns.stream().map(turn -> turn.brought().text()).toList();
  }

  /**
   * With one turn more. One without any answer is left out: its papers and its question come again
   * with the next one.
   */
  Conversation with(Turn turn, List<Message> written) {
    List<Message> answers = forReaders(written);
    if (answers.isEmpty()) {
      return this;
    }
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn.answered(answers));
    return new Conversation(List.copyOf(more));
  }

  /** Ids of the papers of which something stands in the conversation. */
  Set<String> paperIds() {
    Set<String> ids = new HashSet<>();
    turns.forEach(turn -> ids.addAll(turn.brought().papers()));
    return ids;
  }

  /** The papers of these that do not stand in the conversation whole. */
  List<Paper> lacking(List<Paper> papers) {
    Set<String> whole = new HashSet<>();
    turns.forEach(turn -> whole.addAll(turn.brought().whole()));
    return papers.stream().filter(paper -> !whole.contains(paper.id())).toList();
  }

  /** The pages of a long paper that stand in the conversation. */
  Set<PagePiece> pieces(Paper paper) {
    Set<PagePiece> pieces = new HashSet<>();
    turns.forEach(
        turn -> pieces.addAll(turn.brought().pieces().getOrDefault(paper.id(), Set.of())));
    return pieces;
  }

  /** What the assistant wrote for readers. */
  static List<Message> forReaders(List<Message> written) {
    return written.stream().filter(Conversation::isForReaders).toList();
  }

  private static boolean isForReaders(Message message) {
    return message.role() == Role.ASSISTANT
        && message.recipient().isEmpty()
        && !message.channel().equals(Optional.of(ANALYSIS))
        && !message.text().isEmpty();
  }
}
