package confidant.engine.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Content;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyRenderer.Mode;
import confidant.engine.harmony.HarmonyRenderer.RenderOptions;
import confidant.engine.harmony.HarmonyRenderer.Rendered;
import confidant.engine.tokenizer.Tokenizers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What callers build messages with, and how they learn that one cannot be written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarmonyRendererTest {
  private static final RenderOptions AS_IT_IS =
      new RenderOptions(Mode.CONVERSATION, false, Role.ASSISTANT);

  private HarmonyTokens tokens;

  @BeforeAll
  void load() throws EngineException {
    tokens = HarmonyTokens.of(Tokenizers.o200kHarmony());
  }

  @Test
  void resultOfAToolIsReadBackAsItWasWritten() {
    Message result =
        Message.toolResult("functions.lookup", "commentary", "{\"total\": 12.5} <|end|>");
    Rendered rendered = render(List.of(result));
    assertEquals(
        "<|start|>functions.lookup to=assistant<|channel|>commentary<|message|>"
            + "{\"total\": 12.5} <|end|><|end|>",
        rendered.text());
    HarmonyParser parser = new HarmonyParser(tokens, Optional.empty(), true);
    for (int token : rendered.tokens()) {
      parser.process(token);
    }
    assertEquals(List.of(result), parser.messages());
  }

  @Test
  void messagesThatCannotBeWrittenAreBadArguments() {
    Message nameless =
        new Message(
            Role.TOOL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Content.Text("12")));
    assertThrows(IllegalArgumentException.class, () -> render(List.of(nameless)));
    assertThrows(IllegalArgumentException.class, () -> render(List.of(tool("{"))));
  }

  @Test
  void numbersOutOfRangeAreShortenedInTheMessage() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\",\"default\":"
            + "9".repeat(1_000_000)
            + "}}}";
    var e = assertThrows(IllegalArgumentException.class, () -> render(List.of(tool(schema))));
    assertTrue(e.getMessage().length() < 100, e.getMessage());
  }

  private static Message tool(String parameters) {
    return Message.developer(
        new Content.DeveloperContent(
            Optional.empty(),
            List.of(
                new Content.ToolNamespace(
                    "functions",
                    Optional.empty(),
                    List.of(new Content.Tool("f", "d", Optional.of(parameters)))))));
  }

  private Rendered render(List<Message> conversation) {
    return new HarmonyRenderer(tokens).render(conversation, AS_IT_IS);
  }
}
