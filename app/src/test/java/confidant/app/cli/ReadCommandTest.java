package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  @Test
  void fieldsAreShownAsJson() {
    CommandRun run = CommandRun.of(home, "read", "--format", "fields", PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    JsonObject fields = Json.parseObject(run.out());
    assertEquals(Optional.of("payslip"), fields.string("kind"));
    assertEquals(Optional.of("800.00"), fields.string("federal_tax"));
    assertEquals(Optional.of("60,000.00"), fields.string("ytd_gross"));
    assertTrue(fields.array("checks").isPresent());
  }

  @Test
  void papersAreWrittenIntoAFolder() throws IOException {
    Path out = home.resolve("new").resolve("out");
    CommandRun run = CommandRun.of(home, "read", "--out", out.toString(), PAYSLIP, LEAFLET);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
    String page = Files.readString(out.resolve("payslip__paystub_gusto.pdf.md"));
    assertTrue(page.startsWith("<!-- page 1 -->\n"), page);
    String fields = Files.readString(out.resolve("payslip__paystub_gusto.pdf.fields.json"));
    assertEquals(Optional.of("payslip"), Json.parseObject(fields).string("kind"));
    assertTrue(Files.exists(out.resolve("medical__medicine.pdf.fields.json")));
  }

  @Test
  void onlyTheFormatAskedForIsWritten() {
    Path out = home.resolve("out");
    CommandRun.of(home, "read", "--format=md", "--out", out.toString(), PAYSLIP);
    assertTrue(Files.exists(out.resolve("payslip__paystub_gusto.pdf.md")));
    assertFalse(Files.exists(out.resolve("payslip__paystub_gusto.pdf.fields.json")));
  }

  @Test
  void papersOfOneNameAreNotWrittenOverEachOther() {
    CommandRun run = CommandRun.of(home, "read", "--out", home.toString(), PAYSLIP, PAYSLIP);
    assertEquals(ExitCode.USAGE.code(), run.exitCode());
    assertTrue(run.err().contains("payslip__paystub_gusto.pdf"), run.err());
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    CommandRun run = CommandRun.of(home, "read", "--out", file.toString(), PAYSLIP);
    assertEquals(ExitCode.INPUT_OUTPUT.code(), run.exitCode(), run.err());
  }
}
