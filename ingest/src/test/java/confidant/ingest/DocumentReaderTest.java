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
import org.junit.jupiter.api.Test;
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
    "photo.png, 89504E470D0A1A0A0000000D49484452, a picture",
    "letter.rtf, 7B5C727466317D, an office document",
    "mail.eml, 46726F6D3A20610A546F3A20620A5375626A6563743A20630A0A64, an e-mail",
    "page.html, 3C68746D6C3E3C626F64793E783C2F626F64793E3C2F68746D6C3E, a web page"
  })
  void namesTheKindItDoesNotReadAndThoseItDoes(String name, String bytes, String kind)
      throws IOException {
    Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(bytes));
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertTrue(refused.message().startsWith(name + " is " + kind), refused.message());
    assertTrue(refused.message().contains("PDF"));
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
  }

  @Test
  void refusesEmptyText() throws IOException {
    Path file = Files.writeString(folder.resolve("blank.txt"), " \n\n");
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(Reason.EMPTY, refused.reason());
  }

  private String markdown(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("note.txt"), bytes);
    Read read = assertInstanceOf(Read.class, read(file));
    return MarkdownWriter.write(read.document().pages().getFirst());
  }

  private static ReadResult read(Path file) {
    return new DocumentReader().read(file, ReadOptions.defaults(), ReadProgress.none());
  }
}
