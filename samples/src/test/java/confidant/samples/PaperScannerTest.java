package confidant.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.samples.scan.ScanPlan;
import confidant.samples.scan.ScanPlan.Form;
import confidant.samples.words.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperScannerTest {

  @TempDir private Path folder;

  @Test
  void aScanIsTheSameAgainAndKeepsTheTruth() {
    Paper paper = PaperMaker.make(PaperMakerTest.template("payslip/list"), Language.DE, 4);
    ScanPlan plan = new ScanPlan(100, 1.5, 0, 1, 8, 0.2, 0.6, Form.JPEG);
    Paper scan = PaperScanner.scan(paper, plan);
    assertArrayEquals(scan.bytes(), PaperScanner.scan(paper, plan).bytes());
    assertEquals(paper.truth().figures(), scan.truth().figures());
    assertTrue(scan.truth().scan().contains("100 dpi"));
    assertTrue(scan.fileName().endsWith("-scan.jpeg"));
  }

  @Test
  void aQuarterTurnSwapsTheSidesOfThePicture() throws IOException {
    Paper paper = PaperMaker.make(PaperMakerTest.template("invoice/grid"), Language.IT, 4);
    BufferedImage level = picture(paper, 0);
    BufferedImage turned = picture(paper, 1);
    assertEquals(level.getWidth(), turned.getHeight());
    assertEquals(level.getHeight(), turned.getWidth());
  }

  @Test
  void aScannedPdfHasNoText() throws IOException {
    Paper paper = PaperMaker.make(PaperMakerTest.template("invoice/grid"), Language.ES, 4);
    Paper scan = PaperScanner.scan(paper, new ScanPlan(100, 0, 0, 0, 0, 0, 0.5, Form.PDF));
    try (PDDocument document = Loader.loadPDF(scan.bytes())) {
      assertEquals("", new PDFTextStripper().getText(document).strip());
    }
  }

  @Test
  void theCommandWritesPapersWithTheirTruths() throws IOException {
    SampleWriter.main(new String[] {"3", folder.toString(), "40"});
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(6, names.size());
      assertEquals(3, names.stream().filter(name -> name.endsWith(".pdf.json")).count());
    }
  }

  private static BufferedImage picture(Paper paper, int quarters) throws IOException {
    ScanPlan plan = new ScanPlan(100, 0, quarters, 0, 0, 0, 0.5, Form.PNG);
    return ImageIO.read(new ByteArrayInputStream(PaperScanner.scan(paper, plan).bytes()));
  }
}
