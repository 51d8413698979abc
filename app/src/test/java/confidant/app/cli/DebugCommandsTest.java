package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugCommandsTest {
  @TempDir private Path home;

  @Test
  void tokensThereAndBack() {
    List<JsonObject> answers =
        run(
            """
            {"text":"Hello<|end|>"}
            {"ids":[13225,200007]}
            {"text":"Gr\\u00fc\\u00dfe \\ud800"}
            {"ids":[172]}
            """,
            "debug",
            "tokens");
    assertTrue(ids(answers.get(0)).length > 2, "text is never a special token");
    assertEquals("Hello<|end|>", answers.get(1).string("text").orElseThrow());
    assertEquals("48656c6c6f3c7c656e647c3e", answers.get(1).string("bytes_hex").orElseThrow());
    assertTrue(ids(answers.get(2)).length > 0, "a lone surrogate is encoded as U+FFFD");
    assertEquals("\uFFFD", answers.get(3).string("text").orElseThrow(), "half a character");
  }

  @Test
  void specialTokensAreRecognisedOnDemand() {
    JsonObject answer =
        run("{\"text\":\"Hello<|end|>\"}\n", "debug", "tokens", "--special").getFirst();
    assertArrayEquals(new int[] {13225, 200007}, ids(answer));
  }

  @Test
  void aBadLineGetsAnErrorAndTheRestGoesOn() {
    List<JsonObject> answers =
        run(
            "nonsense\n[]\n{\"ids\":[1.5]}\n{\"ids\":[9999999]}\n{}\n{\"text\":\"a\"}\n",
            "debug",
            "tokens");
    assertEquals(6, answers.size());
    for (JsonObject answer : answers.subList(0, 5)) {
      assertTrue(answer.string("error").isPresent(), answer::toString);
    }
    assertEquals(1, ids(answers.getLast()).length);
  }

  @Test
  void idsOutOfRangeAndContextsTooLongAreNamed() {
    JsonObject id = run("{\"ids\":[2147483648]}\n", "debug", "tokens").getFirst();
    assertEquals("2147483648 in \"ids\" is out of range", id.string("error").orElseThrow());
    JsonObject context =
        run("{\"tokens\":[1],\"greedy\":2147483647}\n", "debug", "logits").getFirst();
    String error = context.string("error").orElseThrow();
    assertTrue(error.contains("2,147,483,648 tokens"), error);
  }

  @Test
  void aLineThatExhaustsTheMemoryOrTheStackGetsAnErrorAndTheRestGoesOn() {
    String input = "{\"kind\":1}\n{\"kind\":2}\n{\"kind\":3}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exitCode = answer(input, out);
    List<JsonObject> answers =
        out.toString(StandardCharsets.UTF_8).lines().map(Json::parseObject).toList();
    assertEquals(0, exitCode);
    assertTrue(answers.get(0).string("error").orElseThrow().contains("memory"));
    assertTrue(answers.get(1).string("error").orElseThrow().contains("deeply"));
    assertTrue(answers.get(2).bool("fine").orElseThrow());
  }

  private int answer(String input, ByteArrayOutputStream out) {
    AppDirs dirs = new AppDirs(home, home, home);
    SettingsStore settings = new SettingsStore(dirs);
    Terminal terminal =
        Terminal.of(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            System.err,
            StandardCharsets.UTF_8,
            false);
    CommandContext context =
        new CommandContext(
            terminal,
            new ModelRegistry(dirs, settings, Map.of()),
            settings,
            new FailureLog(dirs),
            new Interruption());
    try {
      return JsonLines.answerAll(
              context,
              request ->
                  switch (request.integer("kind").orElseThrow()) {
                    case 1 -> throw new OutOfMemoryError();
                    case 2 -> throw new StackOverflowError();
                    default -> JsonValue.object().put("fine", true).build();
                  })
          .code();
    } catch (CommandFailure e) {
      return e.exitCode().code();
    }
  }

  @Test
  void harmonyThereAndBack() {
    JsonObject rendered =
        run(
                """
                {"conversation":{"messages":[{"role":"user","content":"Hi"}]},"mode":"completion",\
                "next_role":"assistant"}
                """,
                "debug",
                "harmony-render")
            .getFirst();
    assertEquals(
        "<|start|>user<|message|>Hi<|end|><|start|>assistant",
        rendered.string("text").orElseThrow());
    JsonObject parsed =
        run(
                "{\"tokens\":[200006,1428,200008,12194,200007],\"strict\":true}\n",
                "debug",
                "harmony-parse")
            .getFirst();
    assertEquals(1, parsed.array("messages").orElseThrow().items().size(), parsed::toString);
  }

  @Test
  void logitsOfTheLastOrOfAllPositionsAndGreedyTokens() {
    List<JsonObject> answers =
        run(
            """
            {"tokens":[1,2,3]}
            {"tokens":[1,2,3],"positions":"all"}
            {"tokens":[1,2,3],"greedy":4}
            {"tokens":[]}
            {"tokens":[1],"positions":"some"}
            {"tokens":[123456789]}
            """,
            "debug",
            "logits");
    assertEquals(1, rows(answers.get(0)).size());
    assertEquals(3, rows(answers.get(1)).size());
    assertArrayEquals(last(answers.get(0)), last(answers.get(1)), 1e-4);
    assertEquals(4, ids(answers.get(2)).length);
    for (JsonObject answer : answers.subList(3, 6)) {
      assertTrue(answer.string("error").isPresent(), answer::toString);
    }
  }

  @Test
  void scalarAndFastKernelsAgree() {
    String line = "{\"tokens\":[5,6,7],\"greedy\":6}\n";
    assertArrayEquals(
        ids(run(line, "debug", "logits", "--kernels", "scalar").getFirst()),
        ids(run(line, "debug", "logits", "--kernels", "auto", "--threads", "1").getFirst()));
  }

  private List<JsonObject> run(String input, String... args) {
    CommandRun run = CommandRun.withInput(home, input, args);
    assertEquals(0, run.exitCode(), run.err());
    return run.json();
  }

  private static double[] last(JsonObject answer) {
    JsonArray row = (JsonArray) rows(answer).getLast();
    return row.items().stream().mapToDouble(value -> ((JsonNumber) value).asDouble()).toArray();
  }

  private static List<?> rows(JsonObject answer) {
    return answer.array("logits").orElseThrow().items();
  }

  private static int[] ids(JsonObject answer) {
    JsonArray array = answer.array("ids").orElseThrow();
    return array.items().stream().mapToInt(id -> (int) ((JsonNumber) id).asLong()).toArray();
  }
}
