package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.JsonValue.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandsTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"gguf", "hf"})
  void aSynthesisedModelIsInspectedAndSound(String format) {
    String out = home.resolve("made here").toString();
    CommandRun made =
        CommandRun.of(home, "model", "synth", "--preset", "tiny", "--format", format, "--out", out);
    assertEquals(0, made.exitCode(), made.err());
    String path = made.out().strip();
    assertTrue(Files.exists(Path.of(path)), path);
    JsonObject info =
        CommandRun.of(home, "model", "inspect", path, "--json", "--context", "1000")
            .json()
            .getFirst();
    assertEquals(4, info.integer("layers").orElseThrow());
    assertEquals(8, info.integer("experts").orElseThrow());
    assertEquals(true, info.bool("untrained").orElseThrow());
    assertEquals(false, info.bool("demo").orElseThrow());
    assertEquals(
        info.integer("weight_bytes").orElseThrow() + info.integer("cache_bytes").orElseThrow(),
        info.integer("memory_bytes").orElseThrow());
    CommandRun verified = CommandRun.of(home, "model", "verify", path);
    assertEquals(0, verified.exitCode(), verified.out());
    assertTrue(verified.out().contains("sound"), verified.out());
  }

  @Test
  void aShallowerModelIsSynthesised() {
    String out = home.resolve("made").toString();
    CommandRun made =
        CommandRun.of(home, "model", "synth", "--preset", "tiny", "--layers", "2", "--out", out);
    assertEquals(0, made.exitCode(), made.err());
    JsonObject info =
        CommandRun.of(home, "model", "inspect", made.out().strip(), "--json").json().getFirst();
    assertEquals(2, info.integer("layers").orElseThrow());
  }

  @Test
  void inspectSaysWhatAPersonWantsToKnow() {
    String out = home.resolve("made").toString();
    String path =
        CommandRun.of(home, "model", "synth", "--preset", "tiny", "--out", out).out().strip();
    String text = CommandRun.of(home, "model", "inspect", path).out();
    for (String word : new String[] {"GGUF", "layers", "experts", "MXFP4", "memory", "untrained"}) {
      assertTrue(text.contains(word), text);
    }
  }

  @Test
  void inspectTellsHowMuchOfEachPartIsInMemory() {
    String out = home.resolve("made").toString();
    String path =
        CommandRun.of(home, "model", "synth", "--preset", "tiny", "--out", out).out().strip();
    String text = CommandRun.of(home, "model", "inspect", path, "--resident").out();
    assertTrue(text.contains("experts") && text.contains("in memory"), text);
    JsonObject info =
        CommandRun.of(home, "model", "inspect", path, "--resident", "--json").json().getFirst();
    long mapped =
        info.array("parts").orElseThrow().objects().stream()
            .mapToLong(part -> part.integer("mapped_bytes").orElseThrow())
            .sum();
    assertEquals(Path.of(path).toFile().length(), mapped);
  }

  @Test
  void selfTestReadsWritesAndNamesTheKernels() {
    CommandRun run = CommandRun.of(home, "self-test");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("kernels  "), run.out());
    assertTrue(run.out().endsWith("passed\n"), run.out());
  }

  @Test
  void versionSaysMoreOnDemand() {
    assertTrue(
        CommandRun.of(home, "--version").out().matches("confidant \\d+\\.\\d+\\.\\d+\\S*\n"));
    List<String> verbose = CommandRun.of(home, "--version", "-v").out().lines().toList();
    assertEquals(
        List.of("confidant", "java", "kernels", "threads", "memory", "start-up"),
        verbose.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    assertTrue(verbose.get(3).matches("threads +\\d+ on \\d+ physical cores?"), verbose::toString);
    assertEquals(verbose, CommandRun.of(home, "--version", "--verbose").out().lines().toList());
  }

  @Test
  void halfOfTheCoresHoldsForCommandsUnlessTheySayOtherwise() throws Exception {
    assertTrue(threads("--version", "-v", "--threads", "4").startsWith("4 on "));
    String all = threads("--version", "-v");
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/settings.json"), "{\"half_cores\":true}");
    int half = (Integer.parseInt(all.substring(0, all.indexOf(' '))) + 1) / 2;
    assertTrue(threads("--version", "-v").startsWith(half + " on "));
    assertTrue(threads("--version", "-v", "--threads", "4").startsWith("4 on "));
  }

  private String threads(String... args) {
    return CommandRun.of(home, args).out().lines().toList().get(3).replace("threads", "").strip();
  }

  @Test
  void everyCommandHasHelp() {
    String[][] commands = {
      {"summarise"}, {"ask"}, {"chat"}, {"read"}, {"model"}, {"model", "synth"}, {"debug", "logits"}
    };
    for (String[] command : commands) {
      String[] args = java.util.Arrays.copyOf(command, command.length + 1);
      args[command.length] = "--help";
      CommandRun run = CommandRun.of(home, args);
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().startsWith("Usage: confidant "), run.out());
    }
  }
}
