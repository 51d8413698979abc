package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReadingTest {

  @TempDir private Path folder;

  @Test
  void joinsLettersDrawnOneByOneAndKeepsFiguresApart() throws IOException {
    String text =
        "1 0 0 1 50 700 Tm (F) Tj 1 0 0 1 56.2 700 Tm (actuur) Tj"
            + " 1 0 0 1 200 700 Tm (1.00) Tj 1 0 0 1 224 700 Tm (42.00) Tj";
    assertEquals("Factuur  1.00  42.00\n", markdown(text));
  }

  @Test
  void dropsASecondCopyOfBoldLetters() throws IOException {
    assertEquals(
        "Total 100\n",
        markdown("1 0 0 1 50 700 Tm (Total 100) Tj 1 0 0 1 50.3 700 Tm (Total 100) Tj"));
  }

  @Test
  void keepsADigitThatFallsOnAnEqualOneOfAnotherText() throws IOException {
    String markdown =
        markdown("1 0 0 1 50 700 Tm (xxx4xxxx) Tj 1 0 0 1 49.44 700 Tm (26406576) Tj");
    assertTrue(markdown.contains("26406576"), markdown);
  }

  @Test
  void keepsEqualFiguresThatStandSideBySide() throws IOException {
    assertEquals("1100 11\n", markdown("1 0 0 1 50 700 Tm (1100 11) Tj"));
  }

  @Test
  void readsInvisibleTextOnlyWhereNothingIsVisible() throws IOException {
    String hidden = "3 Tr 1 0 0 1 50 600 Tm (scanned 12.50) Tj 0 Tr ";
    assertEquals("seen\n", markdown(hidden + "1 0 0 1 50 700 Tm (seen) Tj"));
    assertEquals("scanned 12.50\n", markdown(hidden));
  }

  @Test
  void separatesTheMarkOfAFootnoteFromItsFigure() throws IOException {
    assertEquals(
        "24.9 1\n", markdown("1 0 0 1 50 700 Tm (24.9) Tj /F1 6 Tf 1 0 0 1 70 704 Tm (1) Tj"));
  }

  @Test
  void turnsAPageSoThatItsTextIsLevel() throws IOException {
    Read read = read(document("0 1 -1 0 100 100 Tm (Net pay 1,234.56) Tj"));
    Page page = read.document().pages().getFirst();
    assertEquals("Net pay 1,234.56\n", MarkdownWriter.write(page));
    assertTrue(page.width() > page.height());
  }

  @Test
  void honoursTheRotationOfAPage() throws IOException {
    Path file = folder.resolve("turned.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, "0 1 -1 0 100 100 Tm (Balance 7.00) Tj");
          page.setRotation(90);
        });
    Page page = read(file).document().pages().getFirst();
    assertEquals("Balance 7.00\n", MarkdownWriter.write(page));
    assertTrue(page.blocks().getFirst().box().left() >= 0);
  }

  @Test
  void marginTextHasItsPlaceOnThePage() throws IOException {
    Read read = read(document("1 0 0 1 50 700 Tm (level) Tj 0 1 -1 0 20 300 Tm (side) Tj"));
    Page page = read.document().pages().getFirst();
    BoundingBox side = page.blocks().get(1).box();
    assertTrue(side.height() > side.width());
    assertTrue(side.left() > 0 && side.right() < 40);
    assertTrue(side.bottom() < page.height() - 290 && side.top() > page.height() - 340);
  }

  @Test
  void replacesLeadersByAGap() throws IOException {
    assertEquals("Fee  5.00\n", markdown("1 0 0 1 50 700 Tm (Fee..............5.00) Tj"));
  }

  @Test
  void readsOnlyThePagesAskedForAndTellsProgress() throws IOException {
    Path file = folder.resolve("three.pdf");
    TestPdf.write(
        file,
        document -> {
          for (int number = 1; number <= 3; number++) {
            TestPdf.page(document, "1 0 0 1 50 700 Tm (sheet " + number + ") Tj");
          }
        });
    List<String> progress = new ArrayList<>();
    ReadOptions options = new ReadOptions(Optional.empty(), Optional.of(new PageRange(2, 3)));
    Read read =
        assertInstanceOf(
            Read.class,
            new DocumentReader()
                .read(file, options, (page, pages) -> progress.add(page + "/" + pages)));
    assertEquals(List.of("2/3", "3/3"), progress);
    assertEquals(List.of(2, 3), read.document().pages().stream().map(Page::number).toList());
    assertEquals(3, read.report().pages());
  }

  @Test
  void readsAFewPagesOfAFileOfFarTooMany() throws IOException {
    Path file = folder.resolve("long.pdf");
    TestPdf.write(
        file,
        document -> {
          for (int number = 1; number < 3200; number++) {
            document.addPage(new PDPage());
          }
          TestPdf.page(document, "1 0 0 1 50 700 Tm (last) Tj");
        });
    Refused whole =
        assertInstanceOf(
            Refused.class,
            new DocumentReader().read(file, ReadOptions.defaults(), ReadProgress.none()));
    assertEquals(Reason.TOO_LARGE, whole.reason());
    Read read = read(file, new PageRange(3200, 4000));
    assertEquals("last\n", MarkdownWriter.write(read.document().pages().getFirst()));
    assertTrue(read.report().notices().getFirst().startsWith("long.pdf ends with page 3200"));
  }

  @Test
  void leavesNothingInTheTextOfAPdfThatATerminalObeys() throws IOException {
    Path file = folder.resolve("escape.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, "1 0 0 1 50 700 Tm (ABCD) Tj");
          COSStream meanings = document.getDocument().createCOSStream();
          try (var out = meanings.createOutputStream()) {
            out.write(
                ("begincmap 1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar"
                        + " <41> <001B> <42> <202E> <43> <009B> <44> <0037> endbfchar endcmap")
                    .getBytes(StandardCharsets.US_ASCII));
          }
          page.getResources()
              .getCOSObject()
              .getCOSDictionary(COSName.FONT)
              .getCOSDictionary(COSName.getPDFName("F1"))
              .setItem(COSName.TO_UNICODE, meanings);
        });
    assertEquals("7\n", MarkdownWriter.write(read(file).document().pages().getFirst()));
  }

  @Test
  void endsWhenCancelled() throws IOException {
    Path file = document("1 0 0 1 50 700 Tm (x) Tj");
    ReadProgress cancelled =
        new ReadProgress() {
          @Override
          public void page(int page, int pages) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Refused refused =
        assertInstanceOf(
            Refused.class, new DocumentReader().read(file, ReadOptions.defaults(), cancelled));
    assertEquals(Reason.CANCELLED, refused.reason());
  }

  @Test
  void namesPagesWithoutText() throws IOException {
    Path file = folder.resolve("mixed.pdf");
    TestPdf.write(
        file,
        document -> {
          TestPdf.page(document, "1 0 0 1 50 700 Tm (text) Tj");
          document.addPage(new PDPage());
        });
    Read read = read(file);
    assertEquals(List.of(2), read.report().pagesWithoutText());
    assertTrue(read.report().notices().getFirst().contains("Page 2"));
  }

  private String markdown(String textOperators) throws IOException {
    return MarkdownWriter.write(read(document(textOperators)).document().pages().getFirst());
  }

  private Path document(String textOperators) throws IOException {
    Path file = folder.resolve("page.pdf");
    TestPdf.write(file, document -> TestPdf.page(document, textOperators));
    return file;
  }

  private static Read read(Path file) {
    return assertInstanceOf(
        Read.class, new DocumentReader().read(file, ReadOptions.defaults(), ReadProgress.none()));
  }

  private static Read read(Path file, PageRange pages) {
    ReadOptions options = new ReadOptions(Optional.empty(), Optional.of(pages));
    return assertInstanceOf(
        Read.class, new DocumentReader().read(file, options, ReadProgress.none()));
  }
}
