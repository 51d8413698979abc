package confidant.ingest.overlay;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;

/** Sets the text of pages that have no picture where it stands. */
final class SetText {

  /** Height of the largest letters, in points. */
  private static final double LARGEST = 12;

  private SetText() {}

  /** Tells each line of a page with its place. */
  static void forEachLine(Page page, BiConsumer<String, BoundingBox> receiver) {
    for (Block block : page.blocks()) {
      switch (block) {
        case Paragraph paragraph ->
            paragraph.lines().forEach(line -> receiver.accept(line.text(), line.box()));
        case Table table ->
            table
                .rows()
                .forEach(
                    row -> row.forEach(cell -> linesOfCell(cell.text(), cell.box(), receiver)));
      }
    }
  }

  /** Lines of a cell share its box. */
  private static void linesOfCell(
      String text, BoundingBox box, BiConsumer<String, BoundingBox> receiver) {
    List<String> lines = text.lines().toList();
    double height = box.height() / Math.max(1, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      receiver.accept(
          lines.get(i), new BoundingBox(box.left(), box.top() + i * height, box.width(), height));
    }
  }

  /**
   * Writes one line into {@code place}, squeezed if it is wider.
   *
   * @param scale dots per point
   */
  static void write(
      Graphics2D graphics, Lettering lettering, String text, Rectangle2D place, double scale) {
    double size = Math.min(place.getHeight() * 0.8, LARGEST * scale);
    double width = lettering.width(text, size);
    double fitting = width > place.getWidth() ? size * place.getWidth() / width : size;
    graphics.setColor(Color.BLACK);
    graphics.fill(
        lettering.outline(text, fitting, place.getX(), place.getMaxY() - place.getHeight() * 0.2));
  }
}
