package confidant.engine.harmony;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Message;
import confidant.engine.chat.ReasoningEffort;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyParser.State;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNull;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.testing.Golden;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference library's own behaviour, quirks included. */
class HarmonyGoldenTest {
  private static final Tokenizer TOKENIZER = Tokenizers.o200kHarmony();
  private static final Map<State, String> STATES =
      Map.of(State.EXPECT_START, "ExpectStart", State.HEADER, "Header", State.CONTENT, "Content");

  @TestFactory
  Stream<DynamicTest> rendersConversations() {
    return tests(
        "harmony/render.json",
        c -> {
          JsonObject answer = HarmonyDebug.render(c, TOKENIZER);
          if (c.get("error").isPresent()) {
            assertEquals(Set.of("error"), answer.members().keySet());
          } else {
            assertEquals(c.string("text"), answer.string("text"));
            assertArrayEquals(integers(c, "tokens"), integers(answer, "tokens"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> renderedTextMatchesTheTokens() {
    return tests(
        "harmony/render.json",
        c -> {
          if (c.get("error").isEmpty()) {
            assertEquals(c.string("text").orElseThrow(), TOKENIZER.decode(integers(c, "tokens")));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> writesTheConversationsItRead() {
    return tests(
        "harmony/render.json",
        c -> {
          JsonObject conversation = c.object("conversation").orElseThrow();
          List<Message> messages = ConversationJson.parse(conversation);
          List<JsonValue> written =
              messages.stream().<JsonValue>map(ConversationJson::write).toList();
          JsonObject again = JsonValue.object().put("messages", new JsonArray(written)).build();
          assertEquals(messages, ConversationJson.parse(again));
          assertEquals(conversation.array("messages").orElseThrow().items().size(), written.size());
        });
  }

  @TestFactory
  Stream<DynamicTest> parsesTokensToMessages() {
    return tests(
        "harmony/parse.json",
        c -> {
          JsonObject answer = HarmonyDebug.parse(c, TOKENIZER);
          if (c.get("error").isPresent()) {
            assertEquals(Set.of("error"), answer.members().keySet());
          } else {
            assertEquals(c.get("expected_messages"), answer.get("messages"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> showsItsStateAfterEveryToken() {
    return tests("harmony/parse.json", HarmonyGoldenTest::checkSteps);
  }

  private static void checkSteps(JsonObject c) throws EngineException {
    HarmonyParser parser =
        new HarmonyParser(
            HarmonyTokens.of(TOKENIZER),
            c.string("role").flatMap(Roles::of),
            c.bool("strict").orElseThrow());
    List<JsonValue> tokens = c.array("tokens").orElseThrow().items();
    List<JsonValue> steps = c.array("steps").orElseThrow().items();
    for (int i = 0; i < steps.size(); i++) {
      parser.process(id(tokens.get(i)));
      assertEquals(Json.write(steps.get(i)), Json.write(step(parser)), "after token " + i);
    }
    assertEquals(c.string("current_content_at_end_before_eos"), Optional.of(parser.content()));
    Optional<JsonObject> error = c.object("error");
    if (error.isPresent()) {
      int at = error.get().integer("at_token_index").orElseThrow();
      assertEquals(at, steps.size());
      assertThrows(HarmonyException.class, () -> parser.process(id(tokens.get(at))));
    } else {
      assertEquals(tokens.size(), steps.size());
    }
  }

  private static JsonArray step(HarmonyParser parser) {
    return new JsonArray(
        List.of(
            JsonValue.of(STATES.getOrDefault(parser.state(), "")),
            orNull(parser.role().map(role -> role.name().toLowerCase(Locale.ROOT))),
            orNull(parser.channel()),
            orNull(parser.recipient()),
            orNull(parser.contentType()),
            orNull(parser.delta()),
            JsonValue.of((long) parser.messages().size())));
  }

  @Test
  void knowsTheSpecialTokensAndStops() throws EngineException {
    JsonObject constants = Golden.object("harmony/constants.json");
    HarmonyTokens tokens = HarmonyTokens.of(TOKENIZER);
    JsonObject format = constants.object("format_tokens").orElseThrow();
    assertEquals(SpecialToken.values().length, format.members().size());
    for (SpecialToken token : SpecialToken.values()) {
      assertEquals(
          format.integer(token.name().toLowerCase(Locale.ROOT)), Optional.of(tokens.id(token)));
    }
    Set<Integer> stops = new TreeSet<>(List.of(199_999));
    for (int id : integers(constants, "stop_tokens_for_assistant_actions")) {
      stops.add(id);
    }
    assertEquals(stops, new TreeSet<>(StopTokens.of(TOKENIZER)));
  }

  @Test
  void refusesAVocabularyWithoutTheSpecialTokens() throws EngineException {
    Tokenizer tiny =
        Tokenizers.fromTokenizerJson(Golden.path("tokenizer/model-tiny/tokenizer.json"), 512);
    assertEquals(488, HarmonyTokens.of(tiny).id(SpecialToken.START));
    JsonObject gguf = Golden.object("tokenizer/model-tiny/gguf-vocabulary.json");
    List<Integer> types = new ArrayList<>();
    for (int type : integers(gguf, "token_types")) {
      types.add(type);
    }
    List<String> names =
        gguf.array("tokens").orElseThrow().strings().stream()
            .map(name -> name.equals("<|call|>") ? "<|other|>" : name)
            .toList();
    Tokenizer other = Tokenizers.fromGguf("tiny.gguf", 512, names, types, "gpt-4o");
    EngineException e =
        assertThrows(EngineException.Unsupported.class, () -> HarmonyTokens.of(other));
    assertTrue(e.getMessage().contains("<|call|>"), e.getMessage());
    assertFalse(StopTokens.of(other).isEmpty());
  }

  @Test
  void builtInToolsAndDefaultsAreTheReferences() {
    JsonObject constants = Golden.object("harmony/constants.json");
    SystemContent expected =
        new SystemContent(
            Optional.of(SystemContent.MODEL_IDENTITY),
            Optional.of(ReasoningEffort.MEDIUM),
            Optional.empty(),
            Optional.of(SystemContent.KNOWLEDGE_CUTOFF),
            SystemContent.standard(ReasoningEffort.MEDIUM, Optional.empty()).channels(),
            List.of(BuiltInTools.browser(), BuiltInTools.python()));
    JsonObject written =
        ConversationJson.write(Message.system(expected))
            .array("content")
            .map(parts -> parts.objects().getFirst())
            .orElseThrow();
    JsonObject defaults = constants.object("default_system_content").orElseThrow();
    for (String field :
        List.of("model_identity", "reasoning_effort", "knowledge_cutoff", "channel_config")) {
      assertEquals(defaults.get(field), written.get(field));
    }
    JsonObject tools = written.object("tools").orElseThrow();
    assertEquals(
        text(constants, "browser_namespace"), text(tools, "browser"), "property order included");
    assertEquals(text(constants, "python_namespace"), text(tools, "python"));
  }

  @Test
  void takesDefaultsForAbsentFields() {
    JsonObject conversation =
        Json.parseObject(
            "{\"conversation\":{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}}");
    assertEquals(
        Optional.of("<|start|>user<|message|>a<|end|><|start|>assistant"),
        HarmonyDebug.render(conversation, TOKENIZER).string("text"));
    JsonObject tokens =
        Json.parseObject("{\"tokens\":[200006,1428,200008,64,200007],\"role\":null}");
    assertEquals(
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}",
        Json.write(HarmonyDebug.parse(tokens, TOKENIZER)));
  }

  @Test
  void answersUnusableCasesWithAnError() {
    for (String json :
        List.of(
            "{}",
            "{\"conversation\":{}}",
            "{\"conversation\":{\"messages\":[{\"role\":\"bot\",\"content\":\"\"}]}}",
            "{\"conversation\":{\"messages\":[{\"role\":\"user\"}]}}",
            "{\"conversation\":{\"messages\":[]},\"mode\":\"other\"}",
            "{\"conversation\":{\"messages\":[]},\"next_role\":\"bot\"}")) {
      JsonObject answer = HarmonyDebug.render(Json.parseObject(json), TOKENIZER);
      assertEquals(Set.of("error"), answer.members().keySet(), json);
    }
    for (String json :
        List.of("{}", "{\"tokens\":[\"a\"]}", "{\"tokens\":[200006],\"process_eos\":true}")) {
      JsonObject answer = HarmonyDebug.parse(Json.parseObject(json), TOKENIZER);
      assertEquals(Set.of("error"), answer.members().keySet(), json);
    }
  }

  @Test
  void defaultRoleIsThatOfTheNextTurn() throws EngineException {
    HarmonyParser parser =
        new HarmonyParser(HarmonyTokens.of(TOKENIZER), Optional.of(Role.USER), true);
    assertEquals(Optional.of(Role.USER), parser.role());
    assertEquals(State.HEADER, parser.state());
  }

  private static Stream<DynamicTest> tests(String golden, CaseCheck check) {
    return Golden.cases(golden).stream()
        .map(c -> dynamicTest(c.string("name").orElseThrow(), () -> check.check(c)));
  }

  private static int id(JsonValue token) {
    long id = ((JsonNumber) token).asLong();
    return id == (int) id ? (int) id : -1;
  }

  private static int[] integers(JsonObject object, String name) {
    return object.array(name).orElseThrow().integers();
  }

  private static String text(JsonObject object, String name) {
    return Json.write(object.object(name).orElseThrow());
  }

  private static JsonValue orNull(Optional<String> value) {
    return value.map(JsonValue::of).orElseGet(JsonNull::new);
  }

  private interface CaseCheck {
    void check(JsonObject testCase) throws EngineException;
  }
}
