package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir private Path home;

  @Test
  void measuresTheEmbeddedModelAndWritesOneObject() throws Exception {
    CommandRun run =
        CommandRun.of(
            home,
            "bench",
            "--json",
            "--runs=1",
            "--shrink=256",
            "--out=" + home.resolve("out.json"),
            "--only=prefill,decode,repeats,second-question,open,warm-up,memory,growth");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(run.out(), Files.readString(home.resolve("out.json")));
    JsonObject result = Json.parseObject(run.out());
    assertEquals(
        Set.of("machine", "model", "engines", "limits", "measurements", "ratios"),
        result.members().keySet());
    JsonObject machine = result.object("machine").orElseThrow();
    assertEquals(
        Set.of("processor", "cores", "memory_bytes", "system", "java", "flags"),
        machine.members().keySet());
    assertTrue(result.object("engines").orElseThrow().string("Confidant").isPresent());
    List<String> names = new ArrayList<>();
    for (JsonObject measurement : result.array("measurements").orElseThrow().objects()) {
      names.add(measurement.string("name").orElseThrow());
      assertEquals("Confidant", measurement.string("engine").orElseThrow());
      assertTrue(
          Set.of("tokens/s", "s", "MiB", "share")
              .contains(measurement.string("unit").orElseThrow()));
      assertEquals(1, measurement.array("runs").orElseThrow().items().size());
      assertTrue(measurement.number("median").orElseThrow() >= 0);
      assertTrue(measurement.members().containsKey("foreign_load"));
    }
    assertTrue(
        names.containsAll(
            List.of(
                "prefill 1",
                "prefill 8",
                "decode 1 at depth 0",
                "decode 1 at depth 64",
                "decode 1 on text that repeats its prompt",
                "decode 1 on text that repeats its prompt, no drafts",
                "decode 1 on text that repeats nothing",
                "second question of 1 on a paper of 8",
                "open the model",
                "heap when ready",
                "first prompt of 1 against the fifth",
                "resident beyond the file, 64 held",
                "whole prompt of 128")),
        names.toString());
    assertTrue(run.err().contains("Confidant, prefill 8: "), run.err());
  }

  @Test
  void anEarlierResultIsShownAsATableAndDrawn() throws Exception {
    Path chart = home.resolve("chart.svg");
    CommandRun run =
        CommandRun.of(home, "bench", "--from", result().toString(), "--chart", chart.toString());
    assertEquals(0, run.exitCode(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.contains("- machine: Test CPU, 2 cores, 16.0 GiB, Linux 6"), run.out());
    assertTrue(
        lines.contains("- limits, 2 threads: 354 GFLOP/s float32 multiply-add, 30.0 GB/s read"),
        run.out());
    assertTrue(
        lines.contains(
            "| figure | unit | Confidant | of limit | llama.cpp | of limit | ratio | disturbed |"),
        run.out());
    assertTrue(
        lines.contains(
            "| prefill 2048 | tokens/s | **39.0** (38.0–40.0) | 66.8 % | **13.0** | 22.3 % | 3.00 ×"
                + " | 1 of 4 |"),
        run.out());
    assertTrue(
        lines.contains("| open the model | s | **0.500** | – | **20.0** | – | 40.0 × | 0 of 2 |"),
        run.out());
    assertTrue(
        lines.contains(
            "- Confidant: decode 32 at depth 4096 against decode 32 at depth 0: 0.900 ×"),
        run.out());

    String svg = Files.readString(chart);
    assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), svg);
    assertTrue(svg.contains(">prefill 2048</text>"), svg);
    assertTrue(svg.contains(">39.0</text>"), svg);
    assertTrue(svg.contains("<polyline "), svg);
    assertFalse(svg.contains("NaN"), svg);
    assertTrue(svg.endsWith("</svg>\n"), svg);
    assertEquals(svg.split("<text ", -1).length, svg.split("</text>", -1).length);
  }

  @Test
  void anEarlierResultGoesThroughJsonUnchanged() throws Exception {
    Path file = result();
    CommandRun run = CommandRun.of(home, "bench", "--json", "--from", file.toString());
    assertEquals(
        Json.parse(Files.readString(file)), Json.parse(run.out()), "read and written again");
  }

  @Test
  void laterPartsCountMore() throws Exception {
    String whole = Files.readString(result());
    Path first = Files.writeString(home.resolve("first.json"), whole);
    Path second =
        Files.writeString(home.resolve("second.json"), whole.replace("Linux 6", "Linux 7"));
    Path out = home.resolve("merged.json");
    CommandRun run =
        CommandRun.of(
            home,
            "bench",
            "--from",
            first.toString(),
            second.toString(),
            "--out",
            out.toString(),
            "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(run.out(), Files.readString(out));
    assertEquals(
        Json.parseObject(whole).array("measurements"),
        Json.parseObject(run.out()).array("measurements"));
    assertTrue(run.out().contains("Linux 7"), run.out());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidBeforeAnythingRuns() {
    Path out = home.resolve("missing/out.json");
    CommandRun run = CommandRun.of(home, "bench", "--out", out.toString());
    assertEquals(ExitCode.INPUT_OUTPUT.code(), run.exitCode());
    assertEquals(
        "The result cannot be written to " + out + "; name a file in a folder that is there.",
        run.err().strip());
  }

  @Test
  void whatIsNoResultIsRefused() throws Exception {
    Path file = Files.writeString(home.resolve("other.json"), "{\"machine\":{}}");
    CommandRun run = CommandRun.of(home, "bench", "--from", file.toString());
    assertEquals(ExitCode.USAGE.code(), run.exitCode());
    assertEquals(
        file + " is no result of confidant bench: \"engines\" is missing.", run.err().strip());
  }

  @Test
  void aMissingModelIsSaidBeforeAnythingRuns() {
    CommandRun run = CommandRun.of(home, "bench", "--model", home.resolve("none.gguf").toString());
    assertEquals(ExitCode.MODEL_NOT_FOUND.code(), run.exitCode());
    assertTrue(run.err().contains("none.gguf"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void numbersThatMakeNoSenseAreUsageErrors() {
    for (String option :
        List.of("--runs=0", "--shrink=0", "--threads=-1", "--context=-1", "--only=speed")) {
      CommandRun run = CommandRun.of(home, "bench", option);
      assertEquals(ExitCode.USAGE.code(), run.exitCode(), option);
    }
  }

  @Test
  void evaluationAnswersLineByLine() {
    CommandRun run =
        CommandRun.withInput(
            home,
            """
            {"op":"read","tokens":[1,2,3]}
            {"op":"write","tokens":[4]}
            {"op":"truncate","position":2}
            {"op":"replay","prompt":[5],"tokens":[1,2,3]}
            {"op":"memory"}
            {"op":"sing"}
            {"op":"read"}
            """,
            "debug",
            "evaluate",
            "--context=16");
    assertEquals(0, run.exitCode(), run.err());
    List<JsonObject> answers = run.out().lines().map(Json::parseObject).toList();
    assertEquals(1, answers.getFirst().integer("ready").orElseThrow());
    assertEquals(3, answers.get(1).integer("position").orElseThrow());
    assertEquals(4, answers.get(2).integer("position").orElseThrow());
    assertEquals(2, answers.get(3).integer("position").orElseThrow());
    assertEquals(5, answers.get(4).integer("position").orElseThrow());
    assertTrue(answers.get(4).integer("passes").orElseThrow() <= 2);
    assertTrue(answers.get(5).number("heap").orElseThrow() > 0);
    assertEquals("unknown op \"sing\"", answers.get(6).string("error").orElseThrow());
    assertEquals("\"tokens\" is missing", answers.get(7).string("error").orElseThrow());
  }

  private static Path result() throws java.net.URISyntaxException {
    return Path.of(
        Objects.requireNonNull(BenchCommandTest.class.getResource("bench-result.json")).toURI());
  }
}
