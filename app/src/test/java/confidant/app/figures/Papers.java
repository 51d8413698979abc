package confidant.app.figures;

import confidant.app.documents.Paper;
import confidant.ingest.ReadReport;
import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.fields.FieldReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes papers for tests: each line is 10 points high, each character 5 points wide. */
final class Papers {
  private static final double HEIGHT = 10;
  private static final double WIDTH = 5;
  private static final double CELL = 100;
  private static final FieldReader FIELDS = new FieldReader();

  private Papers() {}

  /** A paper of pages, each of lines; a line with {@code |} is a row of a table. */
  static Paper paper(String id, String... pages) {
    List<Page> made = new ArrayList<>();
    for (String page : pages) {
      made.add(new Page(made.size() + 1, 595, 842, blocks(page)));
    }
    Document document = new Document(id + ".pdf", "application/pdf", made);
    return new Paper(
        id, document, new ReadReport(made.size(), List.of(), List.of()), FIELDS.read(document));
  }

  private static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = page.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      double top = i * HEIGHT;
      BoundingBox box = new BoundingBox(0, top, lines.get(i).length() * WIDTH, HEIGHT);
      blocks.add(
          lines.get(i).contains("|")
              ? new Table(List.of(cells(lines.get(i), top)), 0, box)
              : new Paragraph(List.of(new Line(lines.get(i), box)), box));
    }
    return blocks;
  }

  private static List<Cell> cells(String line, double top) {
    List<String> texts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(new Cell(text, new BoundingBox(cells.size() * CELL, top, CELL, HEIGHT)));
    }
    return cells;
  }
}
