package confidant.engine.harmony;

import confidant.engine.chat.Content;
import confidant.engine.chat.Content.DeveloperContent;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Content.Text;
import confidant.engine.chat.Content.Tool;
import confidant.engine.chat.Content.ToolNamespace;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNull;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes messages in the JSON of the reference library. */
final class MessageJson {
  private MessageJson() {}

  static JsonObject write(Message message) {
    ObjectBuilder json = JsonValue.object().put("role", Roles.word(message.role()));
    message.name().ifPresent(name -> json.put("name", name));
    message.recipient().ifPresent(recipient -> json.put("recipient", recipient));
    json.put("content", content(message.content()));
    message.channel().ifPresent(channel -> json.put("channel", channel));
    message.contentType().ifPresent(type -> json.put("content_type", type));
    return json.build();
  }

  private static JsonValue content(List<Content> parts) {
    return parts.size() == 1 && parts.getFirst() instanceof Text(String text)
        ? JsonValue.of(text)
        : new JsonArray(parts.stream().<JsonValue>map(MessageJson::part).toList());
  }

  private static JsonObject part(Content part) {
    return switch (part) {
      case Text(String text) -> JsonValue.object().put("type", "text").put("text", text).build();
      case SystemContent system -> system(system);
      case DeveloperContent developer ->
          JsonValue.object()
              .put("type", "developer_content")
              .put("instructions", orNull(developer.instructions()))
              .put("tools", namespaces(developer.tools()))
              .build();
    };
  }

  private static JsonObject system(SystemContent content) {
    return JsonValue.object()
        .put("type", "system_content")
        .put("model_identity", orNull(content.modelIdentity()))
        .put("reasoning_effort", orNull(content.reasoningEffort().map(MessageJson::word)))
        .put("tools", namespaces(content.tools()))
        .put("conversation_start_date", orNull(content.conversationStartDate()))
        .put("knowledge_cutoff", orNull(content.knowledgeCutoff()))
        .put(
            "channel_config",
            content
                .channels()
                .<JsonValue>map(
                    channels ->
                        JsonValue.object()
                            .put("valid_channels", strings(channels.valid()))
                            .put("channel_required", channels.required())
                            .build())
                .orElseGet(JsonNull::new))
        .build();
  }

  private static String word(ReasoningEffort effort) {
    return effort.name().charAt(0) + effort.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static JsonValue namespaces(List<ToolNamespace> namespaces) {
    if (namespaces.isEmpty()) {
      return new JsonNull();
    }
    ObjectBuilder json = JsonValue.object();
    for (ToolNamespace namespace : namespaces) {
      json.put(
          namespace.name(),
          JsonValue.object()
              .put("name", namespace.name())
              .put("description", orNull(namespace.description()))
              .put(
                  "tools",
                  new JsonArray(
                      namespace.tools().stream().<JsonValue>map(MessageJson::tool).toList()))
              .build());
    }
    return json.build();
  }

  private static JsonObject tool(Tool tool) {
    return JsonValue.object()
        .put("name", tool.name())
        .put("description", tool.description())
        .put("parameters", tool.parameters().map(Json::parse).orElseGet(JsonNull::new))
        .build();
  }

  private static JsonValue strings(List<String> values) {
    return new JsonArray(values.stream().map(JsonValue::of).toList());
  }

  private static JsonValue orNull(Optional<String> value) {
    return value.map(JsonValue::of).orElseGet(JsonNull::new);
  }
}
