package confidant.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Makes small PDF files out of operators. */
final class TestPdf {

  private TestPdf() {}

  /** Something done to a document before it is saved. */
  @FunctionalInterface
  interface Content {
    void addTo(PDDocument document) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    try (PDDocument document = new PDDocument()) {
      content.addTo(document);
      document.save(file.toFile());
    }
  }

  /** Adds an A4 page with text operators in Helvetica of 10 points, as font F1. */
  static PDPage page(PDDocument document, String textOperators) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    page.setResources(resources);
    PDStream stream = new PDStream(document);
    try (var out = stream.createOutputStream()) {
      out.write(("BT /F1 10 Tf " + textOperators + " ET ").getBytes(StandardCharsets.ISO_8859_1));
    }
    page.setContents(stream);
    return page;
  }

  /** Adds operators after the content of a page. */
  static void append(PDDocument document, PDPage page, String operators) throws IOException {
    PDStream stream = new PDStream(document);
    try (var out = stream.createOutputStream()) {
      out.write((operators + " ").getBytes(StandardCharsets.ISO_8859_1));
    }
    List<PDStream> contents = new ArrayList<>();
    page.getContentStreams().forEachRemaining(contents::add);
    contents.add(stream);
    page.setContents(contents);
  }
}
