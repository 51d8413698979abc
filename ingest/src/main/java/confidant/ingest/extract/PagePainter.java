package confidant.ingest.extract;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Paints pages within {@link Limits}, without what costs much and holds no letters. */
final class PagePainter extends PDFRenderer {

  private final StreamGuard guard;
  private final Deadline deadline;

  PagePainter(PDDocument document, StreamGuard guard, Deadline deadline) {
    super(document);
    this.guard = guard;
    this.deadline = deadline;
    setSubsamplingAllowed(true);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {

    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      deadline.check();
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      if ((long) image.getWidth() * image.getHeight() <= Limits.PICTURE_PIXELS) {
        super.drawImage(image);
      }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
      guard.check(form.getCOSObject());
      super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
      guard.check(form.getCOSObject());
      super.showTransparencyGroup(form);
    }

    /** Shades from one colour to another lie behind letters. */
    @Override
    public void shadingFill(COSName name) {}
  }
}
