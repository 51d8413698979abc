package confidant.ingest.prompt;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Check;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;

/** Makes papers for tests. */
final class Papers {

  static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
  static final TokenCounter WORDS = text -> text.strip().split("\\s+", -1).length;
  static final TokenCounter CHARACTERS = String::length;

  private Papers() {}

  /** A paper of no kind, each page a paragraph of one line. */
  static PromptPaper plain(String name, String... lines) {
    List<Page> pages = new ArrayList<>();
    for (String line : lines) {
      pages.add(new Page(pages.size() + 1, 1, 1, List.of(paragraph(line))));
    }
    return paper(name, pages);
  }

  static PromptPaper paper(String name, List<Page> pages) {
    return new PromptPaper(
        new Document(name, "text/plain", pages),
        findings(DocumentKind.OTHER, List.of(), List.of()));
  }

  static Findings findings(DocumentKind kind, List<Field> fields, List<Check> checks) {
    return new Findings(
        kind, 1, new Conventions(DecimalMark.POINT, DateOrder.UNKNOWN), fields, checks);
  }

  static Page page(int number, Block... blocks) {
    return new Page(number, 1, 1, List.of(blocks));
  }

  static Page doubtful(int number, List<Doubt> doubts, Block... blocks) {
    return new Page(number, 1, 1, List.of(blocks), Page.Origin.PICTURE, doubts);
  }

  static Doubt doubt(String read, String other) {
    return new Doubt(read, other, BOX, 0.5);
  }

  static Block paragraph(String... lines) {
    List<Line> list = new ArrayList<>();
    for (String line : lines) {
      list.add(new Line(line, BOX));
    }
    return new Paragraph(list, BOX);
  }

  /** Cells of a row are parted by {@code |}. */
  static Block table(int headerRows, String... rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (String row : rows) {
      List<Cell> line = new ArrayList<>();
      for (String text : row.split("\\|", -1)) {
        line.add(new Cell(text.strip(), BOX));
      }
      cells.add(line);
    }
    return new Table(cells, headerRows, BOX);
  }

  static Field field(String name, int item, String value, String raw) {
    return new Field(name, item, value, raw, 1, BOX, 0.9);
  }
}
