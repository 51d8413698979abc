package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.MarkdownWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, or made to do harm: they end in a sentence, or in their text. */
class HarmfulFilesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hostile__bad-xref.pdf, Potato",
    "hostile__damaged-stream.pdf, Potato",
    "hostile__append-xref-loop.pdf, Potato 14",
    "hostile__outlines-with-loop.pdf, Salad 16",
    "hostile__pages-loop.pdf, Potato",
    "hostile__Pages-tree-refs.pdf, Pages loop"
  })
  void readsWhatCanBeMended(String file, String text) {
    Read read = assertInstanceOf(Read.class, read(Corpus.path(file)));
    assertTrue(MarkdownWriter.write(read.document()).contains(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile__REDHAT-1531897-0.pdf",
        "hostile__bad1.pdf",
        "hostile__fuzz-16214.pdf",
        "hostile__issue9105_other.pdf",
        "hostile__poppler-395-0-fuzzed.pdf",
        "hostile__poppler-85140-0.pdf"
      })
  void refusesWhatIsDamagedBeyondRepair(String file) {
    assertRefused(Reason.DAMAGED, Corpus.path(file));
  }

  @Test
  void readsWhatIsLeftOfAMalformedPage() {
    assertInstanceOf(Read.class, read(Corpus.path("hostile__malformed-from-issue-932.pdf")));
  }

  @Test
  void refusesAPictureThatStandsForPageContent() {
    assertRefused(Reason.TOO_LARGE, Corpus.path("hostile__bomb_giant.pdf"));
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("nothing.pdf"));
    assertRefused(Reason.EMPTY, file);
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(Corpus.path("invoice__coolblue1.pdf"));
    Path file = folder.resolve("half.pdf");
    Files.write(file, Arrays.copyOf(whole, 900));
    assertRefused(Reason.DAMAGED, file);
  }

  @Test
  void doesNotTakeHalfAFileForAScan() throws IOException {
    byte[] whole =
        Files.readAllBytes(Path.of("src", "test", "resources", "papers", "electricity-bill.pdf"));
    Path file = folder.resolve("half-bill.pdf");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(Reason.DAMAGED, file);
  }

  @Test
  void doesNotTakeBrokenPageContentForAScan() throws IOException {
    Path file = folder.resolve("broken.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, "1 0 0 1 50 700 Tm (net pay 1,234.56) Tj");
          COSStream content = document.getDocument().createCOSStream();
          try (var raw = content.createRawOutputStream()) {
            raw.write("no packed bytes".getBytes(StandardCharsets.US_ASCII));
          }
          content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
          page.getCOSObject().setItem(COSName.CONTENTS, content);
        });
    assertRefused(Reason.DAMAGED, file);
  }

  @Test
  void doesNotTakeAbsurdlyNestedPageContentForAScan() throws IOException {
    Path file = folder.resolve("nested.pdf");
    String text = "[".repeat(100_000) + " TJ";
    TestPdf.write(file, document -> TestPdf.page(document, text));
    assertRefused(Reason.DAMAGED, file);
  }

  @Test
  void refusesPageContentThatUnpacksToTooMuch() throws IOException {
    Path file = folder.resolve("bomb.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      page.getCOSObject().setItem(COSName.CONTENTS, bomb(document));
      document.save(file.toFile());
    }
    assertRefused(Reason.TOO_LARGE, file);
  }

  @Test
  void refusesAFontProgramThatUnpacksToTooMuch() throws IOException {
    Path file = folder.resolve("font.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, "1 0 0 1 100 700 Tm (net pay 1,234.56) Tj");
          page.getResources()
              .getCOSObject()
              .getCOSDictionary(COSName.FONT)
              .getCOSDictionary(COSName.getPDFName("F1"))
              .setItem(COSName.TO_UNICODE, bomb(document));
        });
    assertRefused(Reason.TOO_LARGE, file);
  }

  @Test
  void refusesAPageOfFarTooManyGlyphs() throws IOException {
    Path file = folder.resolve("glyphs.pdf");
    String text = "1 0 0 1 50 700 Tm (0123456789) Tj ".repeat(6000);
    TestPdf.write(file, document -> TestPdf.page(document, text));
    assertRefused(Reason.TOO_LARGE, file);
  }

  @Test
  void readsManyTextsDrawnOverEachOther() throws IOException {
    Path file = folder.resolve("heap.pdf");
    String text = "1 0 0 1 50 700 Tm (0) Tj 1 0 0 1 49 700 Tm (1) Tj ".repeat(10_000);
    TestPdf.write(file, document -> TestPdf.page(document, text));
    Read read = assertInstanceOf(Read.class, read(file));
    assertEquals(List.of(), read.report().notices());
  }

  @Test
  void stopsAFormThatDrawsItself() throws IOException {
    Path file = folder.resolve("self.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = TestPdf.page(document, "1 0 0 1 100 700 Tm (once) Tj");
      PDFormXObject form = new PDFormXObject(document);
      form.setBBox(page.getMediaBox());
      PDResources resources = new PDResources();
      COSName name = resources.add(form);
      form.setResources(resources);
      page.getResources().put(name, form);
      try (var out = form.getContentStream().createOutputStream()) {
        out.write(("/" + name.getName() + " Do").getBytes(StandardCharsets.US_ASCII));
      }
      TestPdf.append(document, page, "/" + name.getName() + " Do");
      document.save(file.toFile());
    }
    Read read = assertInstanceOf(Read.class, read(file));
    assertTrue(MarkdownWriter.write(read.document()).contains("once"));
  }

  @Test
  void asksForThePasswordRefusesAWrongOneAndOpensWithTheRightOne() {
    Path file = Corpus.path("encrypted__PasswordSample-256bit.pdf");
    Refused none = assertRefused(Reason.ENCRYPTED, file);
    Refused wrong = assertInstanceOf(Refused.class, read(file, Optional.of("guess")));
    assertEquals(Reason.ENCRYPTED, wrong.reason());
    assertTrue(none.message().contains("with its password"));
    assertTrue(wrong.message().contains("does not open with this password"));
    assertInstanceOf(Read.class, read(file, Optional.of("user")));
  }

  private static COSStream bomb(PDDocument document) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    byte[] blanks = new byte[1 << 20];
    try (var raw = stream.createRawOutputStream();
        var packed = new DeflaterOutputStream(raw)) {
      for (int megabyte = 0; megabyte < 64; megabyte++) {
        packed.write(blanks);
      }
    }
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return stream;
  }

  private static ReadResult read(Path file) {
    return read(file, Optional.empty());
  }

  private static ReadResult read(Path file, Optional<String> password) {
    return new DocumentReader()
        .read(file, new ReadOptions(password, Optional.empty()), ReadProgress.none());
  }

  private static Refused assertRefused(Reason reason, Path file) {
    Refused refused = assertInstanceOf(Refused.class, read(file));
    assertEquals(reason, refused.reason());
    assertTrue(refused.message().contains(String.valueOf(file.getFileName())));
    return refused;
  }
}
