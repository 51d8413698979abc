package confidant.ingest.document;

import java.util.List;

/** A piece of a page that belongs together. */
public sealed interface Block {

  BoundingBox box();

  /** Lines of text. */
  record Paragraph(List<Line> lines, BoundingBox box) implements Block {
    public Paragraph {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A table.
   *
   * @param rows its rows, each with the same number of cells; the first {@code headerRows} are
   *     headings
   */
  record Table(List<List<Cell>> rows, int headerRows, BoundingBox box) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** One line of text, its words separated by one space, columns by two or more. */
  record Line(String text, BoundingBox box) {}

  /** A cell; an empty one has the box of its place in the grid. */
  record Cell(String text, BoundingBox box) {}
}
