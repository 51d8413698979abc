package confidant.ingest.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextWriterTest {
  private static final BoundingBox BOX = new BoundingBox(0, 0, 10, 10);

  private static Document document(Block... blocks) {
    return new Document("a.pdf", "application/pdf", List.of(page(1, blocks)));
  }

  private static Page page(int number, Block... blocks) {
    return new Page(number, 595, 842, List.of(blocks));
  }

  private static Paragraph paragraph(String... lines) {
    return new Paragraph(Arrays.stream(lines).map(line -> new Line(line, BOX)).toList(), BOX);
  }

  private static Table table(int headerRows, String... rows) {
    return new Table(
        Arrays.stream(rows)
            .map(
                row ->
                    Arrays.stream(row.split("\\|", -1)).map(text -> new Cell(text, BOX)).toList())
            .toList(),
        headerRows,
        BOX);
  }

  @Test
  void columnsOfFiguresEndAtTheSamePlaceAndOthersBeginThere() {
    assertEquals(
        """
        Date        Text     Amount
        2024-01-05  Rent    -900.00
        2024-01-31  Salary  2500.00
        """,
        TextWriter.write(
            document(
                table(
                    1,
                    "Date|Text|Amount",
                    "2024-01-05|Rent|-900.00",
                    "2024-01-31|Salary|2500.00"))));
  }

  @Test
  void linesOfACellStandBelowEachOther() {
    assertEquals(
        """
        Rent     900.00
        January

        """,
        TextWriter.write(document(table(0, "Rent\nJanuary|900.00", "|"))));
  }

  @Test
  void blocksAreApartByAnEmptyLineAndPagesByAFormFeed() {
    Document document =
        new Document(
            "a.pdf",
            "application/pdf",
            List.of(
                page(1, paragraph("One", "Two  "), paragraph("Three")),
                page(2, paragraph("Four"))));
    assertEquals("One\nTwo\n\nThree\n\fFour\n", TextWriter.write(document));
  }
}
