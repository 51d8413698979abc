package confidant.ingest.extract;

import confidant.ingest.codec.CodecException;
import confidant.ingest.extract.PageView.Gap;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints a page within {@link Limits}. What cannot be painted is left out, and {@link #gap} tells.
 */
final class PagePainter extends PDFRenderer {

  private static final Logger log = LoggerFactory.getLogger(PagePainter.class);

  /** What becomes of shades from one colour to another. */
  enum Shades {
    PAINTED,
    /** They cost much and hold no letters. */
    LEFT_OUT
  }

  private final StreamGuard guard;
  private final Deadline deadline;
  private final Shades shades;
  private Gap gap = Gap.NONE;

  PagePainter(PDDocument document, StreamGuard guard, Deadline deadline, Shades shades) {
    super(document);
    this.guard = guard;
    this.deadline = deadline;
    this.shades = shades;
    // Scans hold more dots than are painted.
    setSubsamplingAllowed(true);
  }

  /** Whether pictures are missing on what was painted. */
  Gap gap() {
    return gap;
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
      if ((long) image.getWidth() * image.getHeight() > Limits.PICTURE_PIXELS) {
        gap = Gap.TOO_LARGE;
        return;
      }
      if (image.getCOSObject() instanceof COSStream stream) {
        guard.checkPicture(stream);
      }
      try {
        super.drawImage(image);
      } catch (LimitExceededException e) {
        throw e;
      } catch (RuntimeException e) {
        // Decoders throw all kinds of runtime exceptions at damaged pictures.
        throw new IOException("A picture cannot be decoded", e);
      }
    }

    /** The library goes on without a picture that fails. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
        throws IOException {
      if (operator.getName().equals(OperatorName.DRAW_OBJECT)) {
        log.debug("Part of a page cannot be painted", failure);
        gap = CodecException.tellsOfSize(failure) ? Gap.TOO_LARGE : Gap.UNREADABLE;
      }
      super.operatorException(operator, operands, failure);
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

    @Override
    public void shadingFill(COSName name) throws IOException {
      if (shades == Shades.PAINTED) {
        super.shadingFill(name);
      }
    }
  }
}
