package confidant.ingest.fields;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;

/** Makes documents of one page for tests: lines 12 points high, columns 100 points wide. */
final class TestPaper {

  private static final double LINE = 12;
  private static final double CHARACTER = 5;
  private static final double COLUMN = 100;

  private final List<Block> blocks = new ArrayList<>();
  private double top;

  /** Adds a paragraph; two blanks part columns. */
  TestPaper lines(String... texts) {
    List<Line> lines = new ArrayList<>();
    double start = top;
    for (String text : texts) {
      lines.add(new Line(text, new BoundingBox(0, top, text.length() * CHARACTER, LINE)));
      top += LINE;
    }
    blocks.add(new Paragraph(lines, new BoundingBox(0, start, 600, top - start)));
    return this;
  }

  /** Adds a table; cells of a row are parted by {@code |}. */
  TestPaper table(int headerRows, String... rows) {
    List<List<Cell>> cells = new ArrayList<>();
    double start = top;
    for (String row : rows) {
      List<Cell> line = new ArrayList<>();
      for (String text : row.split("\\|", -1)) {
        line.add(new Cell(text.strip(), new BoundingBox(line.size() * COLUMN, top, COLUMN, LINE)));
      }
      cells.add(line);
      top += LINE;
    }
    blocks.add(new Table(cells, headerRows, new BoundingBox(0, start, 600, top - start)));
    return this;
  }

  Document document() {
    return new Document(
        "paper.pdf", "application/pdf", List.of(new Page(1, 600, Math.max(top, LINE), blocks)));
  }
}
