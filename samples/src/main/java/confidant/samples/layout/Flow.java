package confidant.samples.layout;

import confidant.samples.sheet.Fonts;
import confidant.samples.sheet.Pen;
import confidant.samples.sheet.Sheet;
import confidant.samples.sheet.SheetPage;
import confidant.samples.truth.Box;

/** Where the next section goes, and what it is set with. */
final class Flow {

  static final double MARGIN = 54;

  private static final double TOP = 56;
  private static final double BOTTOM = 62;

  /** Size and rise of a footnote's mark, in parts of the font size. */
  private static final double MARK_SIZE = 0.62;

  private static final double MARK_RISE = 0.38;

  private final Sheet sheet;
  private final Look look;
  private final Pen pen;
  private final FigureLog log = new FigureLog();
  private double y = TOP;

  Flow(Sheet sheet, Look look, Pen pen) {
    this.sheet = sheet;
    this.look = look;
    this.pen = pen;
  }

  Sheet sheet() {
    return sheet;
  }

  SheetPage page() {
    return sheet.page();
  }

  Fonts fonts() {
    return sheet.fonts();
  }

  Look look() {
    return look;
  }

  /** The pen for running text. */
  Pen pen() {
    return pen;
  }

  FigureLog log() {
    return log;
  }

  /** The whole width between the margins. */
  Area area() {
    return new Area(MARGIN, sheet.width() - 2 * MARGIN);
  }

  /** How far down the page is filled, in points. */
  double y() {
    return y;
  }

  /** Goes to another height of the same page. */
  void moveTo(double height) {
    y = height;
  }

  void skip(double height) {
    y += height;
  }

  boolean fits(double height) {
    return y + height <= sheet.height() - BOTTOM;
  }

  /** Goes on to the next page unless {@code height} is left on this one. */
  void need(double height) {
    if (!fits(height)) {
      breakPage();
    }
  }

  void breakPage() {
    sheet.addPage();
    y = TOP;
  }

  /** Sets one line of a cell; a figure is noted down with what says its meaning. */
  void set(Cell cell, String label, String header, double x, double baseline, Pen with) {
    if (cell.text().isEmpty()) {
      return;
    }
    if (!cell.isFigure()) {
      page().print(cell.text(), x, baseline, with);
      return;
    }
    Box box = page().printFigure(cell.text(), x, baseline, with);
    log.add(cell, label, header, page().number(), box);
    if (cell.noted() && look.has(Trait.FOOTNOTES)) {
      Pen raised = with.sized(MARK_SIZE * with.size());
      page().print("1", x + box.width() + 0.5, baseline - MARK_RISE * with.size(), raised);
    }
  }

  /** A stretch across the page, in points. */
  record Area(double left, double width) {
    double right() {
      return left + width;
    }
  }
}
