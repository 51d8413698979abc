package confidant.engine.harmony;

import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import java.util.List;
import java.util.stream.IntStream;

/** Which messages of a conversation a model gets to see again. */
public final class Conversations {
  private Conversations() {}

  /**
   * {@code conversation} without the chain of thought of earlier turns, which the model is not
   * meant to see again: analysis before the last user message. What came after it stays, since a
   * model that waits for a tool's result needs its plan.
   */
  public static List<Message> dropOldReasoning(List<Message> conversation) {
    int lastUser = conversation.size() - 1;
    while (lastUser >= 0 && conversation.get(lastUser).role() != Role.USER) {
      lastUser--;
    }
    return withoutAnalysisBefore(lastUser, conversation);
  }

  /**
   * The reference library's rule: once the last message of the assistant is a final answer,
   * analysis before the first final message is left out.
   */
  static List<Message> withoutFinishedAnalysis(List<Message> conversation) {
    boolean finished =
        conversation.reversed().stream()
            .filter(message -> message.role() == Role.ASSISTANT)
            .findFirst()
            .filter(message -> isOn(Channels.FINAL, message))
            .isPresent();
    if (!finished) {
      return conversation;
    }
    int firstFinal = 0;
    while (!isOn(Channels.FINAL, conversation.get(firstFinal))) {
      firstFinal++;
    }
    return withoutAnalysisBefore(firstFinal, conversation);
  }

  private static List<Message> withoutAnalysisBefore(int end, List<Message> conversation) {
    return IntStream.range(0, conversation.size())
        .filter(i -> i >= end || !isOn(Channels.ANALYSIS, conversation.get(i)))
        .mapToObj(conversation::get)
        .toList();
  }

  private static boolean isOn(String channel, Message message) {
    return message.channel().filter(channel::equals).isPresent();
  }
}
