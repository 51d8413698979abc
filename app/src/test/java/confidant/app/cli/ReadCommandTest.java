package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void everythingIsShownAsOneLineOfJsonPerPaper() {
    CommandRun run = CommandRun.of(home, "read", "--format=json", PAYSLIP, LEAFLET);
    assertEquals(0, run.exitCode(), run.err());
    JsonObject paper = run.json().getFirst();
    assertEquals(Optional.of("confidant-reading"), paper.string("format"));
    assertEquals(Optional.of(1), paper.integer("version"));
    JsonObject document = paper.object("document").orElseThrow();
    assertEquals(Optional.of("payslip__paystub_gusto.pdf"), document.string("name"));
    JsonObject page = document.array("pages").orElseThrow().objects().getFirst();
    assertEquals(Optional.of("TEXT"), page.string("origin"));
    JsonObject block = page.array("blocks").orElseThrow().objects().getFirst();
    assertTrue(block.object("box").orElseThrow().number("left").isPresent());
    assertTrue(paper.object("report").orElseThrow().integer("pages").isPresent());
    JsonObject findings = paper.object("findings").orElseThrow();
    assertEquals(Optional.of("PAYSLIP"), findings.string("kind"));
    assertEquals(2, run.json().size());
  }

  @Test
  void plainTextHasNoMarks() {
    CommandRun run = CommandRun.of(home, "read", "--format=text", PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("5,000.00"), run.out());
    assertFalse(run.out().contains("<!--") || run.out().contains("| ---"), run.out());
  }

  @Test
  void aFolderStandsForItsFilesAndTheStatusTellsOfEach() throws IOException {
    Path papers = Files.createDirectory(home.resolve("papers"));
    Files.copy(Path.of(PAYSLIP), papers.resolve("b.pdf"));
    Files.writeString(papers.resolve("a.txt"), "Total 12.50");
    Files.writeString(papers.resolve("c.pdf"), "no PDF");
    Files.writeString(papers.resolve(".hidden"), "not read");
    Path out = home.resolve("out");
    CommandRun run = CommandRun.of(home, "read", "--out", out.toString(), papers.toString());
    assertEquals(ExitCode.PAPER_REFUSED.code(), run.exitCode(), run.err());
    JsonObject status = status(out);
    assertEquals(List.of("a.txt", "b.pdf", "c.pdf"), List.copyOf(status.members().keySet()));
    assertEquals(Optional.of("ok"), status.object("b.pdf").orElseThrow().string("status"));
    assertTrue(status.object("b.pdf").orElseThrow().integer("ms").isPresent());
    assertEquals(Optional.of("error"), status.object("c.pdf").orElseThrow().string("status"));
    assertTrue(Files.exists(out.resolve("a.txt.md")));
    assertFalse(Files.exists(out.resolve("c.pdf.md")));
  }

  @Test
  void theStatusOfOtherPapersStays() throws IOException {
    String out = home.resolve("out").toString();
    CommandRun.of(home, "read", "--out", out, PAYSLIP);
    CommandRun.of(home, "read", "--out", out, LEAFLET);
    assertEquals(2, status(home.resolve("out")).members().size());
  }

  private static JsonObject status(Path folder) throws IOException {
    return Json.parseObject(Files.readString(folder.resolve("STATUS.json")));
  }

  @Test
  void thePasswordCanComeFromStdin() {
    String file = CommandRun.paper("encrypted__PasswordSample-256bit.pdf").toString();
    CommandRun run = CommandRun.withInput(home, "user\n", "read", "--password-stdin", file);
    assertEquals(0, run.exitCode(), run.err());
    run = CommandRun.withInput(home, "", "read", "--password-stdin", file);
    assertEquals(ExitCode.USAGE.code(), run.exitCode(), run.err());
    run = CommandRun.of(home, "read", "--password-stdin", "--password=user", file);
    assertEquals(ExitCode.USAGE.code(), run.exitCode(), run.err());
  }

  @Test
  void pagesAreDrawnWithWhatWasFound() throws IOException {
    Path out = home.resolve("out");
    CommandRun run = CommandRun.of(home, "read", "--overlay", "--out", out.toString(), PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    ByteBuffer png =
        ByteBuffer.wrap(Files.readAllBytes(out.resolve("payslip__paystub_gusto.pdf.page-1.png")));
    assertEquals(0x89504E47, png.getInt(0), "the signature of PNG");
    assertTrue(png.getInt(16) > 600 && png.getInt(20) > 600, "width and height");
    assertFalse(Files.exists(out.resolve("payslip__paystub_gusto.pdf.md")));
  }

  @Test
  void anOverlayNeedsAFolder() {
    CommandRun run = CommandRun.of(home, "read", "--overlay", PAYSLIP);
    assertEquals(ExitCode.USAGE.code(), run.exitCode());
    assertTrue(run.err().contains("--out"), run.err());
  }
}
