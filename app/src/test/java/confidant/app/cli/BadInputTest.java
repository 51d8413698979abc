package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sentence and an exit code for each thing that can be wrong. */
class BadInputTest {
  private static final String PAYSLIP = CommandRun.paper("payslip__paystub_gusto.pdf").toString();
  @TempDir private Path home;

  static Stream<Arguments> commands() {
    return Stream.of(
        bad(ExitCode.USAGE, "--help", "frobnicate"),
        bad(ExitCode.USAGE, "FILE", "summarise"),
        bad(ExitCode.USAGE, "QUESTION", "ask", PAYSLIP),
        bad(ExitCode.USAGE, "QUESTION", "ask", PAYSLIP, PAYSLIP),
        bad(ExitCode.USAGE, "--effort", "summarise", PAYSLIP, "--effort", "extreme"),
        bad(ExitCode.USAGE, "--pages", "read", PAYSLIP, "--pages", "seven"),
        bad(ExitCode.USAGE, "name of a file", "read", "a\0b"),
        bad(ExitCode.USAGE, "temperature", "summarise", PAYSLIP, "--temperature", "-1"),
        bad(ExitCode.USAGE, "--top-p", "summarise", "missing.pdf", "--top-p", "0"),
        bad(ExitCode.USAGE, "--temperature", "summarise", "missing.pdf", "--temperature", "1e40"),
        bad(ExitCode.USAGE, "--min-p", "summarise", "missing.pdf", "--min-p", "NaN"),
        bad(ExitCode.USAGE, "--top-k", "summarise", "missing.pdf", "--top-k", "-1"),
        bad(ExitCode.USAGE, "--max-tokens", "summarise", "missing.pdf", "--max-tokens", "0"),
        bad(ExitCode.USAGE, "--threads", "summarise", "missing.pdf", "--threads", "1000000"),
        bad(ExitCode.USAGE, "--context", "summarise", "missing.pdf", "--context", "0"),
        bad(ExitCode.USAGE, "no terminal", "read", "--password", PAYSLIP),
        bad(ExitCode.PAPER_NOT_READABLE, "empty name", "read", ""),
        bad(ExitCode.PAPER_NOT_READABLE, "empty name", "ask", "", "How much?"),
        bad(ExitCode.USAGE, "--context", "summarise", "missing.pdf", "--context", "9999999"),
        bad(ExitCode.USAGE, "--threads", "summarise", PAYSLIP, "--threads", "-3"),
        bad(ExitCode.USAGE, "gpt-oss-20b", "model", "synth", "--preset", "x", "--out", "x"),
        bad(ExitCode.PAPER_NOT_READABLE, "missing.pdf", "summarise", "missing.pdf"),
        bad(
            ExitCode.PAPER_REFUSED,
            "--password",
            "read",
            paper("encrypted__PasswordSample-256bit.pdf")),
        bad(
            ExitCode.PAPER_REFUSED,
            "PasswordSample-256bit.pdf",
            "read",
            "--password=wrong",
            paper("encrypted__PasswordSample-256bit.pdf")),
        bad(ExitCode.MODEL_NOT_FOUND, "/no/model", "summarise", PAYSLIP, "--model", "/no/model"),
        bad(ExitCode.MODEL_NOT_FOUND, "/no/model", "model", "inspect", "/no/model"),
        bad(ExitCode.MODEL_NOT_FOUND, "/no/model", "debug", "logits", "--model", "/no/model"),
        bad(ExitCode.NO_DISPLAY, "display", new String[0]));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isSaidInOneSentence(ExitCode code, String mention, List<String> args) {
    assertSentence(CommandRun.of(home, args.toArray(String[]::new)), code, mention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%PDF-1.7\nnothing of a PDF follows"})
  void aDamagedPaper(String content) throws IOException {
    Path file = Files.writeString(home.resolve("letter.pdf"), content);
    CommandRun run = CommandRun.of(home, "summarise", file.toString());
    assertSentence(run, ExitCode.PAPER_REFUSED, "letter.pdf");
  }

  @Test
  void withJsonAMisusedCommandIsAnEventToo() {
    CommandRun run = CommandRun.of(home, "summarise", PAYSLIP, "--json", "--frobnicate");
    assertSentence(run, ExitCode.USAGE, "--frobnicate");
    assertEquals("usage", run.json().getFirst().string("code").orElseThrow());
    assertEquals("", CommandRun.of(home, "read", "--frobnicate", "--", "--json").out());
  }

  @Test
  void aFileThatLooksLikeAnOptionCanBeNamedInAnotherWay() throws IOException {
    Path file = Files.writeString(Path.of("-xdash.txt"), "Dear Alex, rent is due.");
    try {
      CommandRun run = CommandRun.of(home, "read", "-xdash.txt");
      assertSentence(run, ExitCode.USAGE, "./-xdash.txt");
      assertEquals(0, CommandRun.of(home, "read", "./-xdash.txt").exitCode());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFileByItselfIsForTheWindowAsFileManagersNameIt() {
    List<Path> opened = new ArrayList<>();
    CommandRun run = CommandRun.withWindow(home, (request, files) -> opened.addAll(files), PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(List.of(Path.of(PAYSLIP)), opened);
  }

  @Test
  void anEmptyModelIsNone() {
    assertEquals(0, CommandRun.of(home, "self-test", "--model", "").exitCode());
  }

  @Test
  void aFolderWithoutAModel() {
    CommandRun run = CommandRun.of(home, "model", "inspect", home.toString());
    assertSentence(run, ExitCode.MODEL_NOT_FOUND, home.toString());
  }

  @Test
  void aModelThatIsCutShort() throws IOException {
    Path whole = CommandRun.untrainedModel(home);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = home.resolve("cut.gguf");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    CommandRun run = CommandRun.of(home, "summarise", PAYSLIP, "--model", cut.toString());
    assertSentence(run, ExitCode.MODEL_DAMAGED, "cut.gguf");
  }

  @Test
  void aFileThatIsNoModel() throws IOException {
    Path file = Files.writeString(home.resolve("letter.gguf"), "Dear Alex, this is no model.");
    CommandRun run = CommandRun.of(home, "model", "verify", file.toString());
    assertTrue(
        List.of(ExitCode.MODEL_DAMAGED.code(), ExitCode.MODEL_UNSUPPORTED.code())
            .contains(run.exitCode()),
        run.err());
    assertTrue(run.err().contains("letter.gguf"), run.err());
  }

  @Test
  void anUnexpectedFailureIsACodeAndAPlaceInTheLog() {
    CommandRun run =
        CommandRun.withWindow(
            home,
            (request, files) -> {
              throw new IllegalStateException("about a paper");
            });
    assertSentence(run, ExitCode.UNEXPECTED, "failures.log");
    assertTrue(run.err().contains("code C-"), run.err());
    assertFalse(run.err().contains("about a paper"), run.err());
  }

  @Test
  void debuggingShowsWhereItHappened() {
    CommandRun run =
        CommandRun.withWindow(
            home,
            (request, files) -> {
              throw new IllegalStateException("surprise");
            },
            "--debug");
    assertTrue(run.err().contains("at confidant.app"), run.err());
  }

  private static void assertSentence(CommandRun run, ExitCode code, String mention) {
    assertEquals(code.code(), run.exitCode(), run.err());
    List<String> lines = run.err().lines().filter(line -> !line.startsWith("Reading ")).toList();
    // The embedded model says what it is before it is asked something it cannot do.
    String sentence = lines.getLast();
    assertTrue(lines.size() <= 2, run.err());
    assertTrue(sentence.endsWith("."), sentence);
    assertTrue(sentence.contains(mention), sentence);
    assertNoTrace(run);
  }

  private static void assertNoTrace(CommandRun run) {
    assertFalse(run.err().contains("Exception"), run.err());
    assertFalse(run.err().contains("at confidant."), run.err());
  }

  private static Arguments bad(ExitCode code, String mention, String... args) {
    return Arguments.of(code, mention, List.of(args));
  }

  private static String paper(String name) {
    return CommandRun.paper(name).toString();
  }
}
