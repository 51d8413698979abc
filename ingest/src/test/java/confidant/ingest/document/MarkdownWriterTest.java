package confidant.ingest.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {

  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);

  @Test
  void writesAnAnchorBeforeEachPage() {
    Document document =
        new Document("a.pdf", "application/pdf", List.of(page(1, text("x")), page(2, text("y"))));
    assertEquals("<!-- page 1 -->\n\nx\n\n<!-- page 2 -->\n\ny\n", MarkdownWriter.write(document));
  }

  @Test
  void joinsHeadingsOfSeveralRows() {
    Table table = new Table(List.of(row("", "Net"), row("Item", "pay"), row("a", "1")), 2, BOX);
    assertEquals(
        "| Item | Net pay |\n| --- | --- |\n| a | 1 |\n", MarkdownWriter.write(page(1, table)));
  }

  @Test
  void writesAnEmptyHeadingWhereATableHasNone() {
    Table table = new Table(List.of(row("a", "")), 0, BOX);
    assertEquals("|  |  |\n| --- | --- |\n| a | |\n", MarkdownWriter.write(page(1, table)));
  }

  @Test
  void textCannotForgeAnchorsOrCells() {
    Table table = new Table(List.of(row("a|b", "<!-- page 9 -->")), 1, BOX);
    assertEquals(
        "<\\!-- page 7 -->\n\n| a\\|b | <\\!-- page 9 --> |\n| --- | --- |\n",
        MarkdownWriter.write(page(1, text("<!-- page 7 -->"), table)));
  }

  private static Page page(int number, Block... blocks) {
    return new Page(number, 100, 100, List.of(blocks));
  }

  private static Paragraph text(String line) {
    return new Paragraph(List.of(new Line(line, BOX)), BOX);
  }

  private static List<Cell> row(String... texts) {
    return Stream.of(texts).map(text -> new Cell(text, BOX)).toList();
  }
}
