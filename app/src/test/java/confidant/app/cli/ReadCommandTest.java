package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  private static final String PAYSLIP = CommandRun.paper("payslip__paystub_gusto.pdf").toString();
  private static final String LEAFLET = CommandRun.paper("medical__medicine.pdf").toString();
  @TempDir private Path home;

  @Test
  void showsThePagesAsMarkdownWithAnchors() {
    CommandRun run = CommandRun.of(home, "read", PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("<!-- page 1 -->\n"), run.out());
    assertTrue(run.out().contains("5,000.00"), run.out());
  }

  @Test
  void severalFilesAreToldApart() {
    CommandRun run = CommandRun.of(home, "read", PAYSLIP, LEAFLET, "--pages", "1");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("<!-- file payslip__paystub_gusto.pdf -->"), run.out());
    assertTrue(run.out().contains("<!-- file medical__medicine.pdf -->"), run.out());
  }

  @Test
  void aFileThatCannotBeReadDoesNotHideTheOthers() {
    CommandRun run = CommandRun.of(home, "read", "missing.pdf", PAYSLIP);
    assertEquals(ExitCode.PAPER_NOT_READABLE.code(), run.exitCode());
    assertTrue(run.out().contains("5,000.00"), run.out());
    assertTrue(run.err().contains("missing.pdf"), run.err());
  }

  @Test
  void aPasswordOpensAnEncryptedFile() {
    String file = CommandRun.paper("encrypted__PasswordSample-256bit.pdf").toString();
    assertEquals(
        ExitCode.PAPER_REFUSED.code(), CommandRun.of(home, "read", file).exitCode(), "without");
    CommandRun run = CommandRun.of(home, "read", "--password=user", file);
    assertEquals(0, run.exitCode(), run.err());
  }
}
