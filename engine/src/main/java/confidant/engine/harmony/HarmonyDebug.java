package confidant.engine.harmony;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyRenderer.Mode;
import confidant.engine.harmony.HarmonyRenderer.RenderOptions;
import confidant.engine.harmony.HarmonyRenderer.Rendered;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One case of JSON in, one answer of JSON out: for holding the format against the reference. */
public final class HarmonyDebug {
  private static final int UNKNOWN_ID = -1;

  private HarmonyDebug() {}

  /**
   * Renders {@code conversation} by {@code mode} (completion, conversation or training; default
   * completion), {@code auto_drop_analysis} (default true) and {@code next_role} (default
   * assistant).
   *
   * @return {@code text} and {@code tokens}, or {@code error}
   */
  public static JsonObject render(JsonObject input, Tokenizer tokenizer) {
    try {
      RenderOptions options =
          new RenderOptions(
              mode(input.string("mode").orElse("completion")),
              input.bool("auto_drop_analysis").orElse(true),
              input.string("next_role").map(ConversationJson::role).orElse(Role.ASSISTANT));
      List<Message> conversation =
          ConversationJson.parse(required(input.object("conversation"), "conversation"));
      Rendered rendered =
          new HarmonyRenderer(HarmonyTokens.of(tokenizer)).render(conversation, options);
      return JsonValue.object()
          .put("text", rendered.text())
          .put("tokens", JsonValue.of(rendered.tokens()))
          .build();
    } catch (HarmonyException | JsonException | EngineException e) {
      return error(e);
    }
  }

  /**
   * Parses {@code tokens} by {@code role} (default none), {@code strict} (default true) and {@code
   * process_eos} (default false).
   *
   * @return {@code messages}, or {@code error}
   */
  public static JsonObject parse(JsonObject input, Tokenizer tokenizer) {
    try {
      Optional<Role> role = input.string("role").map(ConversationJson::role);
      HarmonyParser parser =
          new HarmonyParser(HarmonyTokens.of(tokenizer), role, input.bool("strict").orElse(true));
      for (JsonValue token : required(input.array("tokens"), "tokens").items()) {
        parser.process(id(token));
      }
      if (input.bool("process_eos").orElse(false)) {
        parser.end();
      }
      List<JsonValue> messages =
          parser.messages().stream().<JsonValue>map(ConversationJson::write).toList();
      return JsonValue.object().put("messages", new JsonArray(messages)).build();
    } catch (HarmonyException | JsonException | EngineException e) {
      return error(e);
    }
  }

  private static Mode mode(String word) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new JsonException("unknown mode \"" + word + "\""));
  }

  /** A token id; ids beyond 31 bits, which no vocabulary has, become an unknown one. */
  private static int id(JsonValue token) {
    if (token instanceof JsonNumber number) {
      long id = number.asLong();
      return id >= 0 && id <= Integer.MAX_VALUE ? (int) id : UNKNOWN_ID;
    }
    throw new JsonException("a token is no number");
  }

  private static <T> T required(Optional<T> value, String name) {
    return value.orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
  }

  private static JsonObject error(Exception e) {
    return JsonValue.object().put("error", String.valueOf(e.getMessage())).build();
  }
}
