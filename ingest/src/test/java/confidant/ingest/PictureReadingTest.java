package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.ReadResult.Read;
import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import confidant.ingest.codec.PackedPictures;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import confidant.ingest.document.Page.Origin;
import confidant.samples.chance.Dice;
import confidant.samples.scan.ScanPlan;
import confidant.samples.scan.ScanPlan.Form;
import confidant.samples.scan.Scanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pictures with the text recognition that comes for this system. */
class PictureReadingTest {

  private static final String STATEMENT =
      "1 0 0 1 60 760 Tm (Statement of account 4711) Tj"
          + " 1 0 0 1 60 720 Tm (Opening balance) Tj 1 0 0 1 400 720 Tm (1,250.00) Tj"
          + " 1 0 0 1 60 700 Tm (Groceries at the corner) Tj 1 0 0 1 400 700 Tm (-84.35) Tj"
          + " 1 0 0 1 60 680 Tm (Salary for November) Tj 1 0 0 1 400 680 Tm (2,310.90) Tj"
          + " 1 0 0 1 60 660 Tm (Closing balance) Tj 1 0 0 1 400 660 Tm (3,476.55) Tj";

  @TempDir private Path folder;

  private static final DocumentReader READER = new DocumentReader();

  private static byte[] pdf(Path folder, String operators) throws IOException {
    Path file = folder.resolve("print.pdf");
    TestPdf.write(file, document -> TestPdf.page(document, operators));
    return Files.readAllBytes(file);
  }

  private byte[] scan(Form form, int quarters) throws IOException {
    ScanPlan plan = new ScanPlan(200, 0.7, quarters, 1, 4, 0.1, 0.8, form);
    return new Scanner(plan, new Dice(1)).scan(pdf(folder, STATEMENT));
  }

  private Read read(String name, byte[] bytes, Ocr ocr) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    ReadOptions options = new ReadOptions(Optional.empty(), Optional.empty(), ocr);
    return assertInstanceOf(Read.class, READER.read(file, options, ReadProgress.none()));
  }

  private Refused refused(String name, byte[] bytes, Ocr ocr) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    ReadOptions options = new ReadOptions(Optional.empty(), Optional.empty(), ocr);
    return assertInstanceOf(Refused.class, READER.read(file, options, ReadProgress.none()));
  }

  private static void assertStatement(Read read) {
    String text = MarkdownWriter.write(read.document());
    for (String row :
        List.of(
            "Opening balance.*1,250\\.00",
            "Groceries at the corner.*-84\\.35",
            "Salary for November.*2,310\\.90",
            "Closing balance.*3,476\\.55")) {
      assertTrue(text.lines().anyMatch(line -> line.matches(".*" + row + ".*")), row + text);
    }
  }

  @Test
  void readsAPictureFileRowByRow() throws IOException {
    Read read = read("statement.png", scan(Form.PNG, 0), Ocr.AUTO);
    assertStatement(read);
    assertEquals("image/png", read.document().mediaType());
    Page page = read.document().pages().getFirst();
    assertEquals(Origin.PICTURE, page.origin());
    assertEquals(595, page.width(), 20);
    assertEquals(842, page.height(), 20);
    assertTrue(read.report().notices().getFirst().contains("Page 1 is read from a picture"));
  }

  @Test
  void readsAScanThatLiesOnItsSide() throws IOException {
    assertStatement(read("turned.jpg", scan(Form.JPEG, 3), Ocr.AUTO));
  }

  @Test
  void readsAPdfThatIsAScan() throws IOException {
    Read read = read("scan.pdf", scan(Form.PDF, 0), Ocr.AUTO);
    assertStatement(read);
    assertEquals(Origin.PICTURE, read.document().pages().getFirst().origin());
    assertEquals(List.of(), read.report().pagesWithoutText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JBIG2Decode", "JPXDecode"})
  void readsAPdfThatAnOfficeScannerPacked(String filter) throws IOException {
    // As finely as offices scan, since black and white is all there is of it.
    ScanPlan plan = new ScanPlan(300, 0.7, 0, 1, 4, 0.1, 0.8, Form.PNG);
    byte[] scan = new Scanner(plan, new Dice(1)).scan(pdf(folder, STATEMENT));
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(scan));
    Read read = read("packed.pdf", packed(page, filter), Ocr.AUTO);
    assertStatement(read);
    assertEquals(Origin.PICTURE, read.document().pages().getFirst().origin());
    assertEquals(List.of(), read.report().pagesWithoutText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jp2", "webp"})
  void readsPicturesThatJavaDoesNotKnow(String format) throws IOException {
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(scan(Form.PNG, 0)));
    byte[] file =
        format.equals("jp2") ? PackedPictures.jpeg2000(page, 5) : PackedPictures.webp(page, true);
    // The name does not tell.
    Read read = read("page.dat", file, Ocr.AUTO);
    assertStatement(read);
    assertEquals("image/" + format, read.document().mediaType());
  }

  @Test
  void saysThatAPictureOnAPageCouldNotBeDecoded() throws IOException {
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(scan(Form.PNG, 0)));
    byte[] whole = PackedPictures.jbig2(page);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Path file = folder.resolve("mixed.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage text = TestPdf.page(document, "1 0 0 1 60 780 Tm (Written 17.20 by hand) Tj");
          place(document, text, cut, "JBIG2Decode", page, 500, 700);
        });
    Read read = read("again.pdf", Files.readAllBytes(file), Ocr.AUTO);
    assertTrue(MarkdownWriter.write(read.document()).contains("17.20"));
    assertTrue(
        read.report().notices().stream().anyMatch(notice -> notice.contains("damaged")),
        read.report().notices()::toString);
  }

  @Test
  void aScanThatCannotBeDecodedIsRefusedInASentence() throws IOException {
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(scan(Form.PNG, 0)));
    byte[] jp2 = PackedPictures.jpeg2000(page, 5);
    Path file = folder.resolve("cut.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage empty = TestPdf.page(document, "");
          byte[] cut = Arrays.copyOf(jp2, jp2.length / 2);
          place(document, empty, cut, "JPXDecode", page, 595, 842);
        });
    Refused refused = refused("again.pdf", Files.readAllBytes(file), Ocr.AUTO);
    assertEquals(Reason.NO_TEXT, refused.reason());
    assertTrue(refused.message().contains("damaged"), refused.message());
  }

  /** An A4 page that is a picture. */
  private byte[] packed(BufferedImage page, String filter) throws IOException {
    byte[] stream =
        filter.equals("JBIG2Decode")
            ? PackedPictures.jbig2(page)
            : PackedPictures.jpeg2000(page, 5);
    Path file = folder.resolve("made.pdf");
    TestPdf.write(
        file,
        document -> place(document, TestPdf.page(document, ""), stream, filter, page, 595, 842));
    return Files.readAllBytes(file);
  }

  /** Lays a packed picture over the lower left corner of a page. */
  private static void place(
      PDDocument document,
      PDPage page,
      byte[] stream,
      String filter,
      BufferedImage like,
      int width,
      int height)
      throws IOException {
    PDImageXObject image =
        new PDImageXObject(
            document,
            new ByteArrayInputStream(stream),
            COSName.getPDFName(filter),
            like.getWidth(),
            like.getHeight(),
            filter.equals("JBIG2Decode") ? 1 : 8,
            PDDeviceGray.INSTANCE);
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      out.drawImage(image, 0, 0, width, height);
    }
  }

  @Test
  void refusesPicturesWhereRecognitionIsSwitchedOff() throws IOException {
    Refused scan = refused("scan.pdf", scan(Form.PDF, 0), Ocr.OFF);
    assertEquals(Reason.NO_TEXT, scan.reason());
    assertTrue(scan.message().contains("switched off"));
    Refused picture = refused("statement.png", scan(Form.PNG, 0), Ocr.OFF);
    assertEquals(Reason.NO_TEXT, picture.reason());
  }

  @Test
  void addsWhatAPictureOnATextPageSays() throws IOException {
    byte[] scan = scan(Form.PNG, 0);
    Path file = folder.resolve("mixed.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, "1 0 0 1 60 780 Tm (Written 17.20 by hand) Tj");
          draw(document, page, scan, 100, 100, 400, 560);
        });
    Read read = read("again.pdf", Files.readAllBytes(file), Ocr.AUTO);
    String text = MarkdownWriter.write(read.document());
    assertTrue(text.contains("Written 17.20 by hand"), text);
    assertStatement(read);
    assertEquals(Origin.MIXED, read.document().pages().getFirst().origin());
    assertEquals(1, text.split("17\\.20", -1).length - 1, text);
  }

  @Test
  void aGoodTextLayerIsNeverReplaced() throws IOException {
    byte[] scan = scan(Form.PNG, 0);
    Path file = folder.resolve("layer.pdf");
    String hidden = "3 Tr " + STATEMENT + " 1 0 0 1 60 640 Tm (Only in the layer 99.01) Tj";
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, hidden);
          draw(document, page, scan, 0, 0, 595, 842);
        });
    Read read = read("again.pdf", Files.readAllBytes(file), Ocr.AUTO);
    assertEquals(Origin.TEXT, read.document().pages().getFirst().origin());
    assertTrue(MarkdownWriter.write(read.document()).contains("99.01"));
  }

  @Test
  void aTextLayerWithoutMeaningIsReplaced() throws IOException {
    Path file = folder.resolve("garbage.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, STATEMENT);
          PDStream map = new PDStream(document);
          try (var out = map.createOutputStream()) {
            out.write(
                """
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                1 begincodespacerange <00> <ff> endcodespacerange
                1 beginbfrange <21> <7e> <e021> endbfrange
                endcmap end end
                """
                    .getBytes(StandardCharsets.US_ASCII));
          }
          page.getResources()
              .getFont(COSName.getPDFName("F1"))
              .getCOSObject()
              .setItem(COSName.TO_UNICODE, map);
        });
    Read read = read("again.pdf", Files.readAllBytes(file), Ocr.AUTO);
    assertStatement(read);
    assertEquals(Origin.PICTURE, read.document().pages().getFirst().origin());
  }

  @Test
  void readsATextPageAsAPictureWhenAskedTo() throws IOException {
    byte[] print = pdf(folder, STATEMENT);
    assertEquals(
        Origin.TEXT, read("print.pdf", print, Ocr.AUTO).document().pages().getFirst().origin());
    Read forced = read("print.pdf", print, Ocr.FORCE);
    assertStatement(forced);
    assertEquals(Origin.PICTURE, forced.document().pages().getFirst().origin());
  }

  @Test
  void readsPicturesInMails() throws IOException {
    String mail =
        """
        From: Bank <bank@example.org>
        Subject: Your statement
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        As attached.
        --b
        Content-Type: image/png; name="statement.png"
        Content-Disposition: attachment; filename="statement.png"
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(Base64.getMimeEncoder().encodeToString(scan(Form.PNG, 0)));
    Read read = read("mail.eml", mail.getBytes(StandardCharsets.US_ASCII), Ocr.AUTO);
    assertStatement(read);
    assertEquals(Origin.PICTURE, read.document().pages().getLast().origin());
  }

  @Test
  void saysWhatToDoWithOtherPictures() throws IOException {
    byte[] heic = new byte[64];
    byte[] start = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, heic, 0, start.length);
    Refused refused = refused("photo.heic", heic, Ocr.AUTO);
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertTrue(refused.message().contains("save it as JPEG"), refused.message());
    assertTrue(refused.message().contains("Most Compatible"), refused.message());
  }

  @Test
  void aPictureWithoutTextIsRefused() throws IOException {
    byte[] white =
        new Scanner(new ScanPlan(100, 0, 0, 0, 0, 0, 1, Form.PNG), new Dice(1))
            .scan(pdf(folder, ""));
    assertEquals(Reason.NO_TEXT, refused("white.png", white, Ocr.AUTO).reason());
  }

  private static void draw(
      PDDocument document, PDPage page, byte[] png, int x, int y, int width, int height)
      throws IOException {
    var image =
        LosslessFactory.createFromImage(document, ImageIO.read(new ByteArrayInputStream(png)));
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      out.drawImage(image, x, y, width, height);
    }
  }
}
