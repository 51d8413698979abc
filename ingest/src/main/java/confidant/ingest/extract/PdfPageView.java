package confidant.ingest.extract;

import confidant.ingest.codec.CodecException;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.extract.PagePainter.Shades;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/** What a page of a PDF looks like. */
final class PdfPageView implements PageView {

  private static final double POINTS_PER_INCH = 72;

  /** What text recognition is made for. */
  private static final double PIXELS_PER_INCH = 300;

  /** Coarser than this, no print can be read. */
  private static final double LEAST_PIXELS_PER_INCH = 50;

  /** Curves on a page that are no letters: those of logos and diagrams. */
  private static final int FEW_CURVES = 400;

  /** Share of the page that a scan covers, and of a scan that lies on the page. */
  private static final double SCAN_COVERS = 0.9;

  private final PDDocument document;
  private final PDPage page;
  private final int index;
  private final PageEngine engine;
  private final StreamGuard guard;
  private final TimedRead bytes;

  /**
   * The look of a page.
   *
   * @param index of the page in its document, from 0
   * @param engine has run the page
   * @param bytes of the file, which painting reads on
   */
  PdfPageView(
      PDDocument document,
      PDPage page,
      int index,
      PageEngine engine,
      StreamGuard guard,
      TimedRead bytes) {
    this.document = document;
    this.page = page;
    this.index = index;
    this.engine = engine;
    this.guard = guard;
    this.bytes = bytes;
  }

  @Override
  public boolean showsMore() {
    return engine.drawsPictures() || engine.curves() > FEW_CURVES;
  }

  @Override
  public Painting look() throws IOException {
    bytes.extend(Deadline.ofWork(Limits.PAINTING));
    Optional<PictureSpot> scan = scan();
    if (scan.isPresent()) {
      @Nullable BufferedImage image = decode(scan.get().stream());
      if (image != null) {
        double inches = scan.get().box().width() / POINTS_PER_INCH;
        return new Painting(
            QuarterTurns.clockwise(image, page.getRotation()), image.getWidth() / inches, Gap.NONE);
      }
    }
    return paint();
  }

  @Override
  public Painting paint() throws IOException {
    Deadline deadline = Deadline.ofWork(Limits.PAINTING);
    bytes.extend(deadline);
    PDRectangle visible = page.getCropBox();
    double squareInches =
        visible.getWidth() / POINTS_PER_INCH * (visible.getHeight() / POINTS_PER_INCH);
    double fine = Math.min(PIXELS_PER_INCH, Math.sqrt(Limits.PAINTED_PIXELS / squareInches));
    if (!(fine >= LEAST_PIXELS_PER_INCH)) {
      throw new LimitExceededException("a page is too large to be painted");
    }
    PagePainter painter = new PagePainter(document, guard, deadline, Shades.LEFT_OUT);
    BufferedImage image = painter.renderImageWithDPI(index, (float) fine, ImageType.GRAY);
    return new Painting(image, fine, painter.gap());
  }

  /** The picture of which the page consists, if it does and no text is to be seen. */
  private Optional<PictureSpot> scan() {
    List<PictureSpot> pictures = engine.pictures();
    if (pictures.size() != 1 || engine.showsText() || engine.curves() > FEW_CURVES) {
      return Optional.empty();
    }
    PDRectangle visible = page.getCropBox();
    PictureSpot picture = pictures.getFirst();
    BoundingBox box = picture.box();
    double width = overlap(box.left(), box.right(), visible.getWidth());
    double height = overlap(box.top(), box.bottom(), visible.getHeight());
    double seen = width * height;
    return picture.upright()
            && picture.stream() != null
            && seen >= SCAN_COVERS * visible.getWidth() * visible.getHeight()
            && seen >= SCAN_COVERS * box.width() * box.height()
        ? Optional.of(picture)
        : Optional.empty();
  }

  private static double overlap(double from, double to, double length) {
    return Math.max(0, Math.min(to, length) - Math.max(from, 0));
  }

  /** The pixels of a picture, at most as many as of a painted page; null if it is but a mask. */
  private @Nullable BufferedImage decode(@Nullable COSStream stream) throws IOException {
    if (stream == null || stream.getBoolean(COSName.IMAGE_MASK, false)) {
      return null;
    }
    long pixels =
        (long) stream.getInt(COSName.WIDTH, COSName.W) * stream.getInt(COSName.HEIGHT, COSName.H);
    if (pixels > Limits.PICTURE_PIXELS) {
      throw new LimitExceededException("a picture has too many pixels");
    }
    guard.checkPicture(stream);
    int step = (int) Math.ceil(Math.sqrt(pixels / (double) Limits.PAINTED_PIXELS));
    try {
      PDImageXObject image = new PDImageXObject(new PDStream(stream), page.getResources());
      return image.getImage(null, Math.max(1, step));
    } catch (IOException e) {
      if (CodecException.tellsOfSize(e)) {
        throw new LimitExceededException("a picture is too large to be decoded");
      }
      throw e;
    }
  }
}
