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

  /**
   * One line of text, its words separated by one space, columns by two or more.
   *
   * @param spans where parts of the text stand, from left to right; none where it is one part or
   *     only the line as a whole has a place
   */
  record Line(String text, BoundingBox box, List<Span> spans) {
    public Line {
      spans = List.copyOf(spans);
    }

    /** A line of one part. */
    public Line(String text, BoundingBox box) {
      this(text, box, List.of());
    }
  }

  /**
   * A cell; an empty one has the box of its place in the grid.
   *
   * @param spans where parts of the text stand, in its order; none where it is one part or only the
   *     cell as a whole has a place
   */
  record Cell(String text, BoundingBox box, List<Span> spans) {
    public Cell {
      spans = List.copyOf(spans);
    }

    /** A cell of one part. */
    public Cell(String text, BoundingBox box) {
      this(text, box, List.of());
    }
  }
}
