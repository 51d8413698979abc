package confidant.engine.chat;

import java.util.List;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param name name of the author; for a tool its full name, such as {@code functions.lookup}
 * @param channel analysis, commentary or final
 * @param recipient whom it is for; a tool's name if it is a call
 * @param contentType such as {@code <|constrain|>json}
 * @param content its parts
 */
public record Message(
    Role role,
    Optional<String> name,
    Optional<String> channel,
    Optional<String> recipient,
    Optional<String> contentType,
    List<Content> content) {

  public Message {
    content = List.copyOf(content);
  }

  public static Message system(Content.SystemContent content) {
    return plain(Role.SYSTEM, Optional.empty(), content);
  }

  public static Message developer(Content.DeveloperContent content) {
    return plain(Role.DEVELOPER, Optional.empty(), content);
  }

  public static Message user(String text) {
    return plain(Role.USER, Optional.empty(), new Content.Text(text));
  }

  /** What the assistant wrote on {@code channel}. */
  public static Message assistant(String channel, String text) {
    return plain(Role.ASSISTANT, Optional.of(channel), new Content.Text(text));
  }

  /**
   * What a tool answered to the assistant's call.
   *
   * @param tool the tool's full name, such as {@code functions.lookup}
   * @param channel the channel of the call, normally commentary
   */
  public static Message toolResult(String tool, String channel, String text) {
    return new Message(
        Role.TOOL,
        Optional.of(tool),
        Optional.of(channel),
        Optional.of("assistant"),
        Optional.empty(),
        List.of(new Content.Text(text)));
  }

  private static Message plain(Role role, Optional<String> channel, Content content) {
    return new Message(
        role, Optional.empty(), channel, Optional.empty(), Optional.empty(), List.of(content));
  }

  /** The text parts, joined. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Content part : content) {
      if (part instanceof Content.Text(String t)) {
        text.append(t);
      }
    }
    return text.toString();
  }
}
