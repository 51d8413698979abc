package confidant.app.chat;

import confidant.engine.chat.Content.DeveloperContent;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.prompt.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The messages that stand before every conversation. */
final class Instructions {

  private Instructions() {}

  /** The system message as gpt-oss was trained with it, then the developer's instructions. */
  static List<Message> messages(ReasoningEffort effort, LocalDate today) {
    return List.of(
        Message.system(SystemContent.standard(effort, Optional.of(today.toString()))),
        Message.developer(new DeveloperContent(Optional.of(Templates.developer()), List.of())));
  }
}
