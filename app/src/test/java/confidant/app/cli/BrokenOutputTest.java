package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that cannot be written is said, unless whoever read it went away. */
class BrokenOutputTest {
  private static final String PAYSLIP = CommandRun.paper("payslip__paystub_gusto.pdf").toString();
  @TempDir private Path home;

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("--version"),
        List.of("--help"),
        List.of("self-test"),
        List.of("read", PAYSLIP, PAYSLIP),
        List.of("summarise", PAYSLIP, "--max-tokens", "20", "--seed", "5"),
        List.of("summarise", PAYSLIP, "--max-tokens", "20", "--seed", "5", "--json"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFullDiskIsSaidOnce(List<String> command) {
    CommandRun run = run("No space left on device", command);
    assertEquals(ExitCode.OUT_OF_SPACE.code(), run.exitCode(), run.err());
    List<String> said = said(run);
    assertEquals(1, said.size(), run.err());
    assertTrue(said.getFirst().contains("No space left on device"), said.getFirst());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aReaderWhoWentAwayIsNotTalkedAbout(List<String> command) {
    CommandRun run = run("Broken pipe", command);
    assertEquals(ExitCode.OUTPUT_CLOSED.code(), run.exitCode(), run.err());
    assertEquals(List.of(), said(run));
  }

  @Test
  void anyOtherFailureIsOneOfTheDevice() {
    CommandRun run = run("Input/output error", List.of("--version"));
    assertEquals(ExitCode.INPUT_OUTPUT.code(), run.exitCode(), run.err());
    assertTrue(run.err().contains("Input/output error"), run.err());
  }

  private CommandRun run(String reason, List<String> command) {
    return CommandRun.withOutput(home, new Broken(reason), command.toArray(String[]::new));
  }

  private static List<String> said(CommandRun run) {
    return run.err().lines().filter(line -> line.contains("could not be written")).toList();
  }

  /** Fails at the first byte. */
  private static final class Broken extends OutputStream {
    private final String reason;

    Broken(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
