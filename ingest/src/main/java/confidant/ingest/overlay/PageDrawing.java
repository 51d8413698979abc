package confidant.ingest.overlay;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Field;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Lettering;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws one page: its picture, or its text where it has none, and what was understood over it. */
final class PageDrawing {

  private final Page page;
  private final Canvas canvas;

  private PageDrawing(Page page, Lettering lettering) {
    this.page = page;
    canvas = new Canvas(page.width(), page.height(), lettering);
  }

  /**
   * The page with marks and a legend.
   *
   * @param background the page as a person sees it, turned as the file has it
   * @param fields those of the page
   */
  static BufferedImage draw(
      Page page, Optional<BufferedImage> background, List<Field> fields, Lettering lettering) {
    PageDrawing drawing = new PageDrawing(page, lettering);
    background.ifPresentOrElse(
        picture -> drawing.canvas.background(Upright.turn(picture, page)), drawing::writeText);
    page.blocks().forEach(drawing::markBlock);
    fields.stream()
        .collect(Collectors.groupingBy(Field::box, LinkedHashMap::new, Collectors.toList()))
        .forEach(drawing::markFields);
    page.doubts().forEach(drawing::markDoubt);
    return drawing.canvas.withLegend();
  }

  private void writeText() {
    SetText.forEachLine(page, canvas::write);
  }

  private void markBlock(Block block) {
    switch (block) {
      case Paragraph paragraph -> {
        for (Line line : paragraph.lines()) {
          canvas.keepClear(line.box());
          canvas.mark(Mark.LINE, line.box());
        }
      }
      case Table table -> {
        for (int row = 0; row < table.rows().size(); row++) {
          markRow(table.rows().get(row), row < table.headerRows(), row % 2 == 0);
        }
      }
    }
  }

  /** Every other row is tinted, so that it shows which cells were taken for one row. */
  private void markRow(List<Cell> row, boolean heading, boolean tinted) {
    if (tinted && !heading) {
      row.stream()
          .map(Cell::box)
          .reduce(BoundingBox::union)
          .ifPresent(box -> canvas.mark(Mark.ROW, box));
    }
    for (Cell cell : row) {
      if (!cell.text().isEmpty()) {
        canvas.keepClear(cell.box());
      }
      canvas.mark(heading ? Mark.HEADING : Mark.CELL, cell.box());
    }
  }

  /** A figure can be several fields, such as a deduction and the income tax. */
  private void markFields(BoundingBox box, List<Field> atBox) {
    String names =
        atBox.stream().map(PageDrawing::name).distinct().collect(Collectors.joining(", "));
    canvas.mark(Mark.FIELD, box, names);
  }

  private static String name(Field field) {
    String name = field.name().substring(field.name().lastIndexOf('.') + 1).replace('_', ' ');
    return field.item() == 0 ? name : name + " " + field.item();
  }

  private void markDoubt(Doubt doubt) {
    canvas.mark(
        Mark.DOUBT, doubt.box(), doubt.other().isEmpty() ? "?" : "or " + doubt.other() + "?");
  }
}
