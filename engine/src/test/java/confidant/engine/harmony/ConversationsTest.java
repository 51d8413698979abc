package confidant.engine.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.chat.Content;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private static final Message THOUGHT = Message.assistant("analysis", "hm");
  private static final Message ANSWER = Message.assistant("final", "yes");
  private static final Message QUESTION = Message.user("really?");
  private static final Message PREAMBLE = Message.assistant("commentary", "looking");

  @Test
  void dropsReasoningOfEveryEarlierTurn() {
    assertEquals(
        List.of(QUESTION, ANSWER, QUESTION, PREAMBLE, ANSWER, QUESTION),
        Conversations.dropOldReasoning(
            List.of(
                QUESTION, THOUGHT, ANSWER, QUESTION, THOUGHT, PREAMBLE, THOUGHT, ANSWER,
                QUESTION)));
  }

  @Test
  void keepsReasoningAfterTheLastQuestion() {
    Message call =
        new Message(
            Role.ASSISTANT,
            Optional.empty(),
            Optional.of("commentary"),
            Optional.of("functions.f"),
            Optional.empty(),
            List.of(new Content.Text("{}")));
    assertEquals(
        List.of(QUESTION, ANSWER, QUESTION, THOUGHT, call),
        Conversations.dropOldReasoning(
            List.of(QUESTION, THOUGHT, ANSWER, QUESTION, THOUGHT, call)));
  }

  @Test
  void keepsAllWithoutAQuestion() {
    assertEquals(List.of(), Conversations.dropOldReasoning(List.of()));
    assertEquals(
        List.of(THOUGHT, ANSWER), Conversations.dropOldReasoning(List.of(THOUGHT, ANSWER)));
  }
}
