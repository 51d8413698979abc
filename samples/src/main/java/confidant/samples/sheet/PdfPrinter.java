package confidant.samples.sheet;

import confidant.samples.chance.Dice;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Adds the pages of a sheet to a PDF document. */
public final class PdfPrinter {

  /** How far the second copy of doubled text lies from the first, in points. */
  private static final double DOUBLE_SHIFT = 0.3;

  private final Sheet sheet;
  private final PrintManner manner;
  private final AffineTransform pose;

  private PdfPrinter(Sheet sheet, PrintManner manner) {
    this.sheet = sheet;
    this.manner = manner;
    this.pose = manner.pose().transform(sheet.width(), sheet.height());
  }

  /**
   * Prints all pages.
   *
   * @param document the one for which the sheet's fonts were made
   */
  public static void print(Sheet sheet, PrintManner manner, PDDocument document, Dice dice)
      throws IOException {
    PdfPrinter printer = new PdfPrinter(sheet, manner);
    for (SheetPage page : sheet.pages()) {
      printer.print(page, document, dice);
    }
  }

  private void print(SheetPage from, PDDocument document, Dice dice) throws IOException {
    boolean swapped = manner.pose().swapsSides();
    PDPage page =
        new PDPage(
            new PDRectangle(
                (float) (swapped ? sheet.height() : sheet.width()),
                (float) (swapped ? sheet.width() : sheet.height())));
    page.setRotation(manner.pose().rotation());
    document.addPage(page);
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.OVERWRITE, true)) {
      List<Mark.Text> texts = new ArrayList<>();
      for (Mark mark : from.marks()) {
        switch (mark) {
          case Mark.Bar bar -> draw(bar, out);
          case Mark.Rule rule -> draw(rule, out);
          case Mark.Text text -> texts.add(text);
        }
      }
      for (Mark.Text text : manner.order().sort(texts, dice)) {
        draw(text, out);
      }
    }
  }

  private void draw(Mark.Bar bar, PDPageContentStream out) throws IOException {
    Point2D one = place(bar.left(), bar.top());
    Point2D other = place(bar.left() + bar.width(), bar.top() + bar.height());
    out.setNonStrokingColor((float) bar.shade());
    out.addRect(
        (float) Math.min(one.getX(), other.getX()),
        (float) Math.min(one.getY(), other.getY()),
        (float) Math.abs(one.getX() - other.getX()),
        (float) Math.abs(one.getY() - other.getY()));
    out.fill();
  }

  private void draw(Mark.Rule rule, PDPageContentStream out) throws IOException {
    Point2D from = place(rule.x1(), rule.y1());
    Point2D to = place(rule.x2(), rule.y2());
    out.setStrokingColor(0f);
    out.setLineWidth((float) rule.thickness());
    out.moveTo((float) from.getX(), (float) from.getY());
    out.lineTo((float) to.getX(), (float) to.getY());
    out.stroke();
  }

  private void draw(Mark.Text text, PDPageContentStream out) throws IOException {
    show(text, 0, out);
    if (sheet.fonts().doubles(text.pen())) {
      show(text, DOUBLE_SHIFT, out);
    }
  }

  private void show(Mark.Text text, double shift, PDPageContentStream out) throws IOException {
    Pen pen = text.pen();
    out.beginText();
    out.setFont(sheet.fonts().font(pen), (float) pen.size());
    out.setCharacterSpacing((float) pen.spacing());
    out.setNonStrokingColor((float) pen.ink());
    if (manner.letterByLetter()) {
      showLetters(text, shift, out);
    } else {
      out.setTextMatrix(matrix(text, shift));
      out.showTextWithPositioning(adjusted(text.text()));
    }
    out.endText();
  }

  private void showLetters(Mark.Text text, double shift, PDPageContentStream out)
      throws IOException {
    String whole = text.text();
    for (int i = 0; i < whole.length(); i++) {
      String letter = whole.substring(i, i + 1);
      if (!Fonts.drawn(letter).isBlank()) {
        double before = sheet.fonts().width(whole.substring(0, i), text.pen());
        out.setTextMatrix(matrix(text, before + shift));
        out.showText(letter);
      }
    }
  }

  /** Text with gaps, in thousandths of the font size to the left, where thin spaces stand. */
  private static Object[] adjusted(String text) {
    List<Object> pieces = new ArrayList<>();
    for (String part : Fonts.parts(text)) {
      if (!pieces.isEmpty()) {
        pieces.add((float) (-1000 * Fonts.THIN_SPACE));
      }
      pieces.add(part);
    }
    return pieces.toArray();
  }

  private Matrix matrix(Mark.Text text, double along) {
    AffineTransform transform = new AffineTransform(pose);
    transform.translate(text.x(), sheet.height() - text.y());
    if (text.upwards()) {
      transform.rotate(0, 1);
    }
    transform.translate(along, 0);
    return new Matrix(transform);
  }

  private Point2D place(double x, double y) {
    return pose.transform(new Point2D.Double(x, sheet.height() - y), null);
  }
}
