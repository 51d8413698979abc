package confidant.app.readbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTest {
  private static final BoundingBox BOX = new BoundingBox(0, 0, 100, 10);

  @Test
  void countsWhatStandsInLinesAndInCellsButNoBlanks() {
    Block lines = new Block.Paragraph(List.of(new Block.Line("net pay", BOX)), BOX);
    Block table =
        new Block.Table(
            List.of(List.of(new Block.Cell("1 234.50", BOX), new Block.Cell("", BOX))), 0, BOX);
    assertEquals(13, paper(1, lines, table).characters());
  }

  @Test
  void isFullByTheAverageOfItsPages() {
    Block line =
        new Block.Paragraph(
            List.of(new Block.Line("a".repeat(Paper.FEW_CHARACTERS + 1), BOX)), BOX);
    assertTrue(paper(1, line).isFull());
    assertFalse(paper(2, line).isFull());
  }

  @Test
  void aPaperWithoutPagesCountsAsOne() {
    assertEquals(1, paper(0).pages());
  }

  private static Paper paper(int pages, Block... blocks) {
    Page page = new Page(1, 595, 842, List.of(blocks));
    return Paper.of(
        Path.of("paper.pdf"), pages, new Document("paper.pdf", "application/pdf", List.of(page)));
  }
}
