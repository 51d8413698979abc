package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.MarkdownWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void findsTheEncodingOfText(String encoding) throws IOException {
    assertEquals("Größe: 5 €\n", markdown("Größe: 5 €".getBytes(Charset.forName(encoding))));
  }

  @Test
  void heedsByteOrderMarks() throws IOException {
    assertEquals("Zoë\n", markdown("\uFEFFZoë".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("Zoë\n", markdown("\uFEFFZoë".getBytes(StandardCharsets.UTF_16BE)));
    assertEquals("Zoë\n", markdown("\uFEFFZoë".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void heedsByteOrderMarksOfUtf32(String encoding) throws IOException {
    byte[] bytes = "\uFEFFTotal: 1,234.56 €".getBytes(Charset.forName(encoding));
    assertEquals("Total: 1,234.56 €\n", markdown(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void knowsUtf16WithoutAMarkByItsZeroBytes(String encoding) throws IOException {
    byte[] bytes = "Größe: 5 €\nИтого 7\n".getBytes(Charset.forName(encoding));
    assertEquals("Größe: 5 €\nИтого 7\n", markdown(bytes));
  }

  @Test
  void keepsUtf8WithABadByteAndSaysHowMuchIsMissing() throws IOException {
    byte[] bytes = "Fee 5 € für 1?2".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0x80;
    Read read = readText(bytes);
    assertEquals(
        "Fee 5 € für 1\uFFFD2\n", MarkdownWriter.write(read.document().pages().getFirst()));
    assertEquals(1, read.report().notices().size());
    assertTrue(read.report().notices().getFirst().contains("1 character could not be read"));
  }

  @Test
  void saysThatAnEncodingWasGuessed() throws IOException {
    Read guessed = readText("Größe: 5 €".getBytes(Charset.forName("windows-1252")));
    assertTrue(guessed.report().notices().getFirst().contains("guessed"));
    assertEquals(List.of(), readText("Größe".getBytes(StandardCharsets.UTF_8)).report().notices());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6162630064656667", "0102030405060E0F414243", "00000001000000020000"})
  void refusesBytesThatAreCalledText(String bytes) throws IOException {
    Path file = Files.write(folder.resolve("junk.txt"), HexFormat.of().parseHex(bytes));
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertTrue(refused.message().startsWith("junk.txt "), refused.message());
  }

  @Test
  void keepsLinesAndParagraphsOfText() throws IOException {
    assertEquals("a\nb\n\nc\n", markdown("a\r\nb\r\n\r\n\r\nc".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "notes.md", "list.csv", "LIST.CSV"})
  void readsKindsOfText(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "Date;Amount\n1 May;5.00\n");
    Read read = assertInstanceOf(Read.class, read(file));
    assertEquals(name, read.document().name());
    assertTrue(read.document().mediaType().startsWith("text/"));
  }

  @ParameterizedTest
  @CsvSource({
    "papers.gz, 1F8B0800000000000003, an archive",
    "memo.mp3, 49443303000000000000, a sound recording"
  })
  void namesTheKindItDoesNotReadAndThoseItDoes(String name, String bytes, String kind)
      throws IOException {
    Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(bytes));
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertTrue(refused.message().startsWith(name + " is " + kind), refused.message());
    assertTrue(refused.message().contains("PDF") && refused.message().contains("e-mails"));
  }

  @Test
  void saysThatAFileIsMissing() {
    Refused refused = assertInstanceOf(Refused.class, read(folder.resolve("none.pdf")));
    assertEquals(Reason.NOT_FOUND, refused.reason());
    assertTrue(refused.message().contains("none.pdf"));
  }

  @Test
  void refusesAFolder() {
    Refused refused = assertInstanceOf(Refused.class, read(folder));
    assertEquals(Reason.NOT_READABLE, refused.reason());
    assertTrue(refused.message().endsWith("is a folder; name the files in it."));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void refusesAPipeWithoutWaitingForIt() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.txt");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Refused refused = assertInstanceOf(Refused.class, read(pipe));
    assertEquals(Reason.NOT_READABLE, refused.reason());
    assertTrue(refused.message().startsWith("pipe.txt is no file"), refused.message());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void followsLinksAndSaysWhichLeadNowhere() throws IOException {
    Path file = Files.writeString(folder.resolve("bill.txt"), "5.00");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    assertInstanceOf(Read.class, read(link));
    Files.delete(file);
    Refused refused = assertInstanceOf(Refused.class, read(link));
    assertEquals(Reason.NOT_FOUND, refused.reason());
    assertTrue(refused.message().startsWith("link.txt is a link"), refused.message());
  }

  @Test
  void textIsOnePage() throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "5.00");
    Refused refused = assertInstanceOf(Refused.class, read(file, new PageRange(99, 99)));
    assertEquals(
        "note.txt has none of the pages asked for; choose other pages.", refused.message());
    Read clipped = assertInstanceOf(Read.class, read(file, new PageRange(1, 3)));
    assertTrue(clipped.report().notices().getFirst().startsWith("note.txt ends with page 1"));
    Read whole = assertInstanceOf(Read.class, read(file, new PageRange(1, 1)));
    assertEquals(List.of(), whole.report().notices());
  }

  @Test
  void leavesNothingInTextThatATerminalObeys() throws IOException {
    String text = "Paid\u001B[2J 1\b2 \u202E34\u2069 \u009B\u007F\tend of the page\fnext";
    assertEquals(
        "Paid\uFFFD[2J 1\uFFFD2 34 \uFFFD\uFFFD\tend of the page\nnext\n",
        markdown(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesEmptyText() throws IOException {
    Path file = Files.writeString(folder.resolve("blank.txt"), " \n\n");
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(Reason.EMPTY, refused.reason());
  }

  private String markdown(byte[] bytes) throws IOException {
    return MarkdownWriter.write(readText(bytes).document().pages().getFirst());
  }

  private Read readText(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("note.txt"), bytes);
    return assertInstanceOf(Read.class, read(file));
  }

  private static ReadResult read(Path file) {
    return new DocumentReader().read(file, ReadOptions.defaults(), ReadProgress.none());
  }

  private static ReadResult read(Path file, PageRange pages) {
    ReadOptions options = new ReadOptions(Optional.empty(), Optional.of(pages));
    return new DocumentReader().read(file, options, ReadProgress.none());
  }
}
