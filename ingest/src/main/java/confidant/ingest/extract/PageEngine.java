package confidant.ingest.extract;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RuleLine;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operators of one page and collects its glyphs and ruling lines, in points from the top
 * left corner of the page's visible part, not yet turned.
 *
 * <p>Knows only the operators that place text, straight lines and pictures. Pictures, colours and
 * shadings are never decoded: they say nothing here, and their codecs are where harmful files aim.
 */
final class PageEngine extends PDFStreamEngine {

  /** Slant of a picture that makes no difference, in points. */
  private static final double SLANT = 1;

  /** Looking at the clock costs more than most operators and glyphs do. */
  private static final int STEPS_PER_CHECK = 64;

  private final StreamGuard guard;
  private final Deadline deadline;
  private final PDRectangle visible;
  private final GlyphRecorder glyphs;
  private final PathRecorder paths = new PathRecorder();
  private final List<PictureSpot> pictures = new ArrayList<>();
  private int curves;
  private boolean contentIsCut;
  private boolean insideText;
  private boolean drawsPictures;
  private int steps;

  PageEngine(PDPage page, StreamGuard guard, Deadline deadline) {
    this.guard = guard;
    this.deadline = deadline;
    this.visible = page.getCropBox();
    this.glyphs = new GlyphRecorder(visible);
    addOperator(new BeginText(this));
    addOperator(new Concatenate(this));
    addOperator(new DrawObject(this));
    addOperator(new EndText(this));
    addOperator(new GuardedFont());
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new Restore(this));
    addOperator(new Save(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetTextRenderingMode(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
  }

  /** Runs the page's own content, then what is shown of its annotations, such as form fields. */
  void run(PDPage page) throws IOException {
    PageContent content = PageContent.of(page, guard);
    contentIsCut = content.isCut();
    processPage(content.page());
    contentIsCut |= insideText;
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (!annotation.isHidden() && !annotation.isNoView()) {
        show(annotation);
      }
    }
  }

  /** Draws an annotation, or the value of a form field that the file does not draw. */
  private void show(PDAnnotation annotation) throws IOException {
    int before = glyphs.runs().size();
    showAnnotation(annotation);
    if (glyphs.isBlankAfter(before)) {
      glyphs.addAll(FormValue.runs(annotation.getCOSObject(), visible));
    }
  }

  List<GlyphRun> runs() {
    return glyphs.runs();
  }

  List<RuleLine> rules() {
    return paths.rules();
  }

  /** Glyphs of which the file does not say what they mean. */
  int unknownGlyphs() {
    return glyphs.unknown();
  }

  /**
   * Whether part of the page's content is lost: its packed bytes or its operators end too early.
   */
  boolean contentIsCut() {
    return contentIsCut;
  }

  boolean drawsPictures() {
    return drawsPictures;
  }

  /** Where pictures are drawn; of very many, the first. */
  List<PictureSpot> pictures() {
    return pictures;
  }

  /** Curved lines drawn, as letters have them that are drawn as shapes. */
  int curves() {
    return curves;
  }

  /** Whether a character is to be seen. */
  boolean showsText() {
    return runs().stream().anyMatch(run -> run.source() == Source.VISIBLE_TEXT && !run.isBlank());
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    step();
    switch (operator.getName()) {
      case OperatorName.MOVE_TO -> withPoint(operands, paths::moveTo);
      case OperatorName.LINE_TO -> withPoint(operands, paths::lineTo);
      case OperatorName.CURVE_TO,
          OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
          OperatorName.CURVE_TO_REPLICATE_FINAL_POINT -> {
        curves++;
        withPoint(operands, paths::curveTo);
      }
      case OperatorName.APPEND_RECT -> rectangle(operands);
      case OperatorName.CLOSE_PATH -> paths.close();
      case OperatorName.STROKE_PATH -> paths.stroke();
      case OperatorName.CLOSE_AND_STROKE,
          OperatorName.FILL_NON_ZERO_AND_STROKE,
          OperatorName.FILL_EVEN_ODD_AND_STROKE,
          OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
          OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE ->
          paths.stroke();
      case OperatorName.FILL_NON_ZERO,
          OperatorName.LEGACY_FILL_NON_ZERO,
          OperatorName.FILL_EVEN_ODD ->
          paths.fill();
      case OperatorName.ENDPATH -> paths.clear();
      case OperatorName.BEGIN_TEXT, OperatorName.END_TEXT -> {
        insideText = operator.getName().equals(OperatorName.BEGIN_TEXT);
        super.processOperator(operator, operands);
      }
      case OperatorName.BEGIN_INLINE_IMAGE -> addPicture(null);
      case OperatorName.DRAW_OBJECT -> {
        if (isPicture(operands)) {
          addPicture(stream(operands));
        }
        super.processOperator(operator, operands);
      }
      default -> super.processOperator(operator, operands);
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    check(form.getCOSObject());
    super.showForm(form);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    check(form.getCOSObject());
    super.showTransparencyGroup(form);
  }

  @Override
  protected void processAnnotation(PDAnnotation annotation, PDAppearanceStream appearance)
      throws IOException {
    check(appearance.getCOSObject());
    super.processAnnotation(annotation, appearance);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
    step();
    glyphs.add(
        matrix, font, code, displacement, getGraphicsState().getTextState().getRenderingMode());
  }

  private void step() {
    if (++steps % STEPS_PER_CHECK == 0) {
      deadline.check();
    }
  }

  /** Looks at a stream of operators before it is run, which may take long. */
  private void check(COSStream operators) throws IOException {
    deadline.check();
    guard.check(operators);
  }

  private boolean isPicture(List<COSBase> operands) {
    return !operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && getResources() != null
        && getResources().isImageXObject(name);
  }

  private @Nullable COSStream stream(List<COSBase> operands) {
    COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    return objects == null || !(operands.getFirst() instanceof COSName name)
        ? null
        : objects.getCOSStream(name);
  }

  /** A picture fills the square of one unit, as the current matrix lays it on the page. */
  private void addPicture(@Nullable COSStream stream) {
    drawsPictures = true;
    if (pictures.size() >= Limits.PICTURES_PER_PAGE) {
      return;
    }
    Point2D origin = point(0, 0);
    Point2D right = point(1, 0);
    Point2D up = point(0, 1);
    Point2D corner = point(1, 1);
    double left =
        Math.min(Math.min(origin.getX(), right.getX()), Math.min(up.getX(), corner.getX()));
    double top =
        Math.min(Math.min(origin.getY(), right.getY()), Math.min(up.getY(), corner.getY()));
    double width = Math.abs(right.getX() - origin.getX()) + Math.abs(up.getX() - origin.getX());
    double height = Math.abs(right.getY() - origin.getY()) + Math.abs(up.getY() - origin.getY());
    boolean level =
        Math.abs(right.getY() - origin.getY()) < SLANT
            && Math.abs(up.getX() - origin.getX()) < SLANT;
    boolean upright = level && right.getX() > origin.getX() && up.getY() < origin.getY();
    pictures.add(new PictureSpot(new BoundingBox(left, top, width, height), upright, stream));
  }

  private void withPoint(List<COSBase> operands, Consumer<Point2D> action) {
    int count = operands.size();
    if (count >= 2
        && operands.get(count - 2) instanceof COSNumber x
        && operands.get(count - 1) instanceof COSNumber y) {
      action.accept(point(x.floatValue(), y.floatValue()));
    }
  }

  private void rectangle(List<COSBase> operands) {
    if (operands.size() >= 4
        && operands.get(0) instanceof COSNumber x
        && operands.get(1) instanceof COSNumber y
        && operands.get(2) instanceof COSNumber width
        && operands.get(3) instanceof COSNumber height) {
      float right = x.floatValue() + width.floatValue();
      float upper = y.floatValue() + height.floatValue();
      paths.rectangle(
          point(x.floatValue(), y.floatValue()),
          point(right, y.floatValue()),
          point(right, upper),
          point(x.floatValue(), upper));
    }
  }

  private Point2D point(float x, float y) {
    Point2D.Float point = transformedPoint(x, y);
    return new Point2D.Double(
        point.getX() - visible.getLowerLeftX(), visible.getUpperRightY() - point.getY());
  }

  /** Loads a font only after its streams were looked at. */
  private final class GuardedFont extends SetFontAndSize {

    GuardedFont() {
      super(PageEngine.this);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (!operands.isEmpty()
          && operands.getFirst() instanceof COSName name
          && getResources() != null) {
        COSDictionary fonts = getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary font = fonts == null ? null : fonts.getCOSDictionary(name);
        if (font != null) {
          deadline.check();
          guard.checkFont(font);
        }
      }
      super.process(operator, operands);
    }
  }
}
