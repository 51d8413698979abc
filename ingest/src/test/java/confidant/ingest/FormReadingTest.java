package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.MarkdownWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormReadingTest {

  private static final String LABELS = "1 0 0 1 50 703 Tm (Wages) Tj 1 0 0 1 50 683 Tm (Name) Tj";

  @TempDir private Path folder;

  private static COSDictionary field(String value, double bottom) {
    COSDictionary widget = new COSDictionary();
    widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
    widget.setItem(COSName.FT, COSName.TX);
    widget.setString(COSName.DA, "/Helv 10 Tf 0 g");
    widget.setString(COSName.V, value);
    widget.setItem(COSName.RECT, new PDRectangle(200, (float) bottom, 100, 12).getCOSArray());
    return widget;
  }

  private String markdown(COSDictionary... widgets) throws IOException {
    Path file = folder.resolve("form.pdf");
    TestPdf.write(
        file,
        document -> {
          PDPage page = TestPdf.page(document, LABELS);
          List<PDAnnotation> annotations = new ArrayList<>();
          for (COSDictionary widget : widgets) {
            annotations.add(new PDAnnotationWidget(widget));
            if (widget.containsKey(COSName.AP)) {
              appear(document, widget);
            }
          }
          page.setAnnotations(annotations);
        });
    return MarkdownWriter.write(
        Reading.read(folder, "again.pdf", Files.readAllBytes(file)).document().pages().getFirst());
  }

  /** Gives the field an appearance that draws its value. */
  private static void appear(PDDocument document, COSDictionary widget) throws IOException {
    PDAppearanceStream stream = new PDAppearanceStream(document);
    stream.setBBox(new PDRectangle(100, 12));
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
    stream.setResources(resources);
    try (var out = stream.getContentStream().createOutputStream()) {
      String text = "BT /Helv 10 Tf 2 3 Td (" + widget.getString(COSName.V) + ") Tj ET";
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(stream);
    widget.setItem(COSName.AP, appearance);
  }

  @Test
  void showsValuesThatTheFileDoesNotDraw() throws IOException {
    String text = markdown(field("52,300.00", 700), field("Jane Q Roe", 680));
    assertTrue(text.lines().anyMatch(line -> line.matches("Wages +52,300\\.00")), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("Name +Jane Q Roe")), text);
  }

  @Test
  void showsDrawnValuesOnce() throws IOException {
    COSDictionary drawn = field("52,300.00", 700);
    drawn.setItem(COSName.AP, new COSDictionary());
    String text = markdown(drawn);
    assertEquals(1, text.split("52,300\\.00", -1).length - 1, text);
  }

  @Test
  void valuesComeFromTheFieldAbove() throws IOException {
    COSDictionary parent = field("17.25", 700);
    COSDictionary widget = new COSDictionary();
    widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
    widget.setItem(COSName.RECT, parent.getItem(COSName.RECT));
    widget.setItem(COSName.PARENT, parent);
    assertTrue(markdown(widget).contains("17.25"));
  }

  @Test
  void hidesPasswordsAndHiddenFields() throws IOException {
    COSDictionary password = field("secret", 700);
    password.setItem(COSName.FF, COSInteger.get(1 << 13));
    COSDictionary hidden = field("unseen", 680);
    hidden.setItem(COSName.F, COSInteger.get(2));
    String text = markdown(password, hidden);
    assertFalse(text.contains("secret"), text);
    assertFalse(text.contains("unseen"), text);
  }
}
