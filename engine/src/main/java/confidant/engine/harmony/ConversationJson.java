package confidant.engine.harmony;

import confidant.engine.chat.Content;
import confidant.engine.chat.Content.ChannelConfig;
import confidant.engine.chat.Content.DeveloperContent;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Content.Text;
import confidant.engine.chat.Content.Tool;
import confidant.engine.chat.Content.ToolNamespace;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.Role;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Conversations in the JSON of the reference library. */
public final class ConversationJson {
  private ConversationJson() {}

  /**
   * The messages of {@code conversation}, an object with the member {@code messages}.
   *
   * @throws JsonException if it has another form
   */
  public static List<Message> parse(JsonObject conversation) {
    return require(conversation.array("messages"), "messages").objects().stream()
        .map(ConversationJson::message)
        .toList();
  }

  /** The JSON of {@code message}; absent fields are left out, a single text is a plain string. */
  public static JsonObject write(Message message) {
    return MessageJson.write(message);
  }

  private static Message message(JsonObject json) {
    return new Message(
        role(require(json.string("role"), "role")),
        json.string("name"),
        json.string("channel"),
        json.string("recipient"),
        json.string("content_type"),
        content(json));
  }

  /**
   * The role called {@code word}.
   *
   * @throws JsonException if there is none
   */
  static Role role(String word) {
    return Roles.of(word).orElseThrow(() -> new JsonException("unknown role \"" + word + "\""));
  }

  private static List<Content> content(JsonObject message) {
    if (message.get("content").orElse(null) instanceof JsonString(String text)) {
      return List.of(new Text(text));
    }
    return require(message.array("content"), "content").objects().stream()
        .map(ConversationJson::part)
        .toList();
  }

  private static Content part(JsonObject json) {
    String type = require(json.string("type"), "type");
    return switch (type) {
      case "text" -> new Text(require(json.string("text"), "text"));
      case "system_content" -> system(json);
      case "developer_content" ->
          new DeveloperContent(json.string("instructions"), namespaces(json));
      default -> throw new JsonException("unknown content type \"" + type + "\"");
    };
  }

  private static SystemContent system(JsonObject json) {
    return new SystemContent(
        json.string("model_identity"),
        json.string("reasoning_effort").map(ConversationJson::effort),
        json.string("conversation_start_date"),
        json.string("knowledge_cutoff"),
        json.object("channel_config").map(ConversationJson::channels),
        namespaces(json));
  }

  private static ReasoningEffort effort(String word) {
    return Arrays.stream(ReasoningEffort.values())
        .filter(effort -> effort.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new JsonException("unknown reasoning effort \"" + word + "\""));
  }

  private static ChannelConfig channels(JsonObject json) {
    return new ChannelConfig(
        require(json.array("valid_channels"), "valid_channels").strings(),
        require(json.bool("channel_required"), "channel_required"));
  }

  /** The namespaces in the order of their keys. */
  private static List<ToolNamespace> namespaces(JsonObject content) {
    TreeMap<String, ToolNamespace> byKey = new TreeMap<>();
    content
        .object("tools")
        .ifPresent(
            tools ->
                tools
                    .members()
                    .keySet()
                    .forEach(key -> byKey.put(key, namespace(require(tools.object(key), key)))));
    return List.copyOf(byKey.values());
  }

  private static ToolNamespace namespace(JsonObject json) {
    return new ToolNamespace(
        require(json.string("name"), "name"),
        json.string("description"),
        require(json.array("tools"), "tools").objects().stream()
            .map(ConversationJson::tool)
            .toList());
  }

  private static Tool tool(JsonObject json) {
    return new Tool(
        require(json.string("name"), "name"),
        require(json.string("description"), "description"),
        json.get("parameters").map(Json::write));
  }

  private static <T> T require(Optional<T> value, String name) {
    return value.orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
  }
}
