package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.JsonValue.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a model of random weights. */
class AnswerCommandsTest {
  private static final String PAYSLIP = CommandRun.paper("payslip__paystub_gusto.pdf").toString();
  @TempDir private static Path models;
  private static String model = "";
  @TempDir private Path home;

  @BeforeAll
  static void makeModel() {
    model = CommandRun.untrainedModel(models).toString();
  }

  private CommandRun run(String... command) {
    return withInput("", command);
  }

  private CommandRun withInput(String input, String... command) {
    return CommandRun.withInput(home, input, with(command, "--model", model));
  }

  @Test
  void summariseWritesTheAnswerToStdoutAndAllElseToStderr() {
    CommandRun run = run("summarise", PAYSLIP, "--seed", "5", "--max-tokens", "40");
    assertEquals(0, run.exitCode(), run.err());
    assertFalse(run.out().isBlank());
    assertTrue(run.out().endsWith("\n"));
    assertFalse(run.out().contains("<|"), run.out());
    assertTrue(run.err().contains("untrained test model"), run.err());
    assertTrue(run.err().contains("Reading payslip__paystub_gusto.pdf: page 1 of 1"), run.err());
    assertTrue(run.err().contains("Reading the prompt"), run.err());
  }

  @Test
  void statsStandAtTheEndAndBeforeTheResult() {
    CommandRun plain = run("summarise", PAYSLIP, "--seed", "5", "--max-tokens", "9", "--stats");
    assertEquals(0, plain.exitCode(), plain.err());
    assertTrue(plain.err().contains("Speed: read "), plain.err());
    assertTrue(plain.err().contains("Memory: "), plain.err());
    List<JsonObject> events =
        run("summarise", PAYSLIP, "--max-tokens", "9", "--stats", "--json").json();
    JsonObject memory = events.get(events.size() - 2);
    assertEquals("memory", memory.string("event").orElseThrow());
    assertTrue(memory.integer("cache_bytes").orElseThrow() > 0);
    assertEquals(5, memory.array("parts").orElseThrow().objects().size());
    assertEquals("result", events.getLast().string("event").orElseThrow());
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    String[] command = {"ask", PAYSLIP, "How much?", "--max-tokens", "20", "--seed"};
    assertEquals(ask(command, "1"), ask(command, "1"));
    assertNotEquals(ask(command, "1"), ask(command, "2"));
  }

  @Test
  void jsonEndsWithTheResult() {
    CommandRun run =
        run("ask", PAYSLIP, "How much?", "--json", "--seed", "3", "--max-tokens", "30");
    assertEquals(0, run.exitCode(), run.err());
    List<JsonObject> events = run.json();
    List<String> kinds = events.stream().map(e -> e.string("event").orElseThrow()).toList();
    assertTrue(
        kinds.containsAll(List.of("reading", "model", "prefill", "result")), kinds::toString);
    JsonObject result = events.getLast();
    assertEquals("result", result.string("event").orElseThrow());
    assertEquals(true, result.bool("untrained").orElseThrow());
    assertEquals(false, result.bool("demo").orElseThrow());
    assertTrue(result.string("notice").orElseThrow().contains("gpt-oss-20b"));
    JsonObject usage = result.object("usage").orElseThrow();
    assertTrue(usage.integer("prompt_tokens").orElseThrow() > 100);
    assertTrue(
        usage.integer("accepted_tokens").orElseThrow()
            <= usage.integer("drafted_tokens").orElseThrow());
    String streamed =
        events.stream()
            .filter(e -> e.string("event").orElseThrow().equals("answer"))
            .map(e -> e.string("text").orElseThrow())
            .reduce("", String::concat);
    assertEquals(streamed, result.string("answer").orElseThrow());
    JsonObject paper = result.array("papers").orElseThrow().objects().getFirst();
    assertEquals("payslip", paper.string("kind").orElseThrow());
    assertTrue(paper.integer("passed").orElseThrow() > 0);
    assertEquals(List.of(), paper.array("failed").orElseThrow().strings());
    assertTrue(result.get("coverage").isEmpty(), "all of it was read");
  }

  @Test
  void chatAnswersLineByLineAndRemembers() {
    CommandRun run =
        withInput(
            "How much?\n\nAnd when?\n/new\nWho?\n/quit\nnever asked\n",
            "chat",
            PAYSLIP,
            "--json",
            "--seed",
            "3",
            "--max-tokens",
            "20");
    assertEquals(0, run.exitCode(), run.err());
    List<JsonObject> results =
        run.json().stream().filter(e -> e.string("event").orElseThrow().equals("result")).toList();
    assertEquals(3, results.size());
    assertEquals(0, reused(results.get(0)));
    assertTrue(reused(results.get(1)) > 100, "the paper is not read again");
  }

  @Test
  void chatEndsWithItsInput() {
    CommandRun run = withInput("Hello?", "chat", "--max-tokens", "5");
    assertEquals(0, run.exitCode(), run.err());
  }

  @Test
  void aPromptThatDoesNotFitSaysHowMuchDoes() {
    CommandRun run = run("summarise", PAYSLIP, "--context", "600", "--max-tokens", "20", "--json");
    assertEquals(ExitCode.PROMPT_TOO_LONG.code(), run.exitCode(), run.err());
    assertTrue(run.err().contains("--context "), run.err());
    JsonObject error = run.json().getLast();
    assertEquals("prompt_too_long", error.string("code").orElseThrow());
    assertEquals(8, error.integer("exit_code").orElseThrow());
  }

  @Test
  void aLongPaperIsSummarisedInPartsAndSaysWhichPagesItRead() {
    String[] command = {
      "summarise", longPaper().toString(), "--context", "2048", "--max-tokens", "25", "--seed", "5"
    };
    CommandRun run = run(command);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("Part 1 of "), run.err());
    assertTrue(run.err().contains("long.pdf: of 30 pages "), run.err());
    List<JsonObject> events = run(with(command, "--json")).json();
    List<JsonObject> parts =
        events.stream().filter(e -> e.string("event").orElseThrow().equals("part")).toList();
    assertTrue(parts.size() > 2);
    assertEquals(parts.size(), parts.getFirst().integer("parts").orElseThrow());
    assertEquals(
        1, events.stream().filter(e -> e.string("event").orElseThrow().equals("result")).count());
    JsonObject coverage = events.getLast().array("coverage").orElseThrow().objects().getFirst();
    assertEquals(30, coverage.integer("pages").orElseThrow());
    int told =
        coverage.array("read").orElseThrow().strings().size()
            + coverage.array("missed").orElseThrow().strings().size();
    assertTrue(told >= parts.size(), "of every part it is said what became of it");
  }

  @Test
  void aQuestionAboutALongPaperSaysWhichPagesItRead() {
    CommandRun run =
        run(
            "ask",
            longPaper().toString(),
            "What does the seventeenth clause say of umbrellas?",
            "--context",
            "2048",
            "--max-tokens",
            "20");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("long.pdf: of 30 pages read were pages 1, 17."), run.err());
  }

  @Test
  void explainAnswersToo() {
    CommandRun run = run("explain", PAYSLIP, "--max-tokens", "5");
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Thirty pages; the seventeenth speaks of umbrellas. */
  private Path longPaper() {
    List<List<String>> pages = new ArrayList<>();
    for (int page = 1; page <= 30; page++) {
      List<String> lines = new ArrayList<>();
      for (int line = 1; line <= 8; line++) {
        lines.add("Clause %d.%d of the contract says what both sides owe.".formatted(page, line));
      }
      if (page == 17) {
        lines.set(7, "Umbrellas are left in the stand beside the door of the house.");
      }
      pages.add(lines);
    }
    return TextPdf.write(home.resolve("long.pdf"), pages);
  }

  private static String[] with(String[] command, String... options) {
    return Stream.of(command, options).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private String ask(String[] command, String seed) {
    return run(with(command, seed)).out();
  }

  private static int reused(JsonObject result) {
    return result.object("usage").orElseThrow().integer("reused_tokens").orElseThrow();
  }
}
