package confidant.app.chat;

import confidant.engine.chat.Message;
import java.util.List;
import java.util.Set;

/**
 * A question and its answer.
 *
 * @param paperIds papers this turn brought into the conversation
 * @param papersText those papers, fenced; empty if none
 * @param question the words of the question
 * @param answers what the assistant wrote for readers
 */
record Turn(Set<String> paperIds, String papersText, String question, List<Message> answers) {
  Turn {
    paperIds = Set.copyOf(paperIds);
    answers = List.copyOf(answers);
  }

  Message userMessage() {
    return Message.user(papersText.isEmpty() ? question : papersText + "\n" + question);
  }

  Turn answered(List<Message> newAnswers) {
    return new Turn(paperIds, papersText, question, newAnswers);
  }
}
