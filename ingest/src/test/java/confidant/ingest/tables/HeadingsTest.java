package confidant.ingest.tables;

import static confidant.ingest.tables.TestRows.at;
import static confidant.ingest.tables.TestRows.end;
import static confidant.ingest.tables.TestRows.find;
import static confidant.ingest.tables.TestRows.level;
import static confidant.ingest.tables.TestRows.lines;
import static confidant.ingest.tables.TestRows.mid;
import static confidant.ingest.tables.TestRows.plumb;
import static confidant.ingest.tables.TestRows.row;
import static confidant.ingest.tables.TestRows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import confidant.ingest.page.RuleLine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Headings and what they name. */
class HeadingsTest {

  @Test
  void aHeadingKeepsItsFirstLine() {
    List<Block> blocks =
        find(
            row(0, mid(400, "Reference")),
            row(12, at(50, "Test"), end(250, "Result"), mid(400, "interval")),
            row(27, at(50, "Sodium"), end(250, "140"), mid(400, "135 - 145")),
            row(42, at(50, "Glucose"), end(250, "4.1"), mid(400, "4.0 - 5.0")));
    assertEquals(1, blocks.size());
    assertEquals("| Test | Result | Reference interval |", heading(blocks.getFirst()));
  }

  @Test
  void theTitleOfATableIsNoHeading() {
    List<Block> blocks =
        find(
            row(0, at(50, "Blood")),
            row(15, at(50, "Test"), end(250, "Result"), end(400, "Limit")),
            row(30, at(50, "Sodium"), end(250, "140"), end(400, "145")),
            row(45, at(50, "Glucose"), end(250, "4.1"), end(400, "5.0")));
    assertEquals(List.of("Blood"), lines(blocks.getFirst()));
    assertEquals("Test|Result|Limit", row(table(blocks.get(1)), 0));
  }

  @Test
  void centredHeadingsNameTheFiguresAtTheEndOfTheirColumns() {
    Table table =
        table(
            find(
                    row(0, at(50, "Test"), mid(200, "Value"), mid(300, "From"), mid(400, "Flag")),
                    row(15, at(50, "MCV"), end(245, "81"), end(345, "80")),
                    row(30, at(50, "Creatinine"), end(245, "0.92 mg/dl"), end(345, "0.5")),
                    row(45, at(50, "White cells"), end(245, "5.1 G/l"), end(345, "4.0")))
                .getFirst());
    assertEquals("Test|Value|From|Flag", row(table, 0));
    assertEquals("MCV|81|80|", row(table, 1));
    assertEquals("White cells|5.1 G/l|4.0|", row(table, 3));
  }

  @Test
  void aCentredHeadingNamesTheTextsBesideIt() {
    Table table =
        table(
            find(
                    row(0, at(50, "No."), mid(190, "Text"), end(400, "Sum")),
                    row(15, at(50, "1575"), at(100, "Salary"), end(400, "1894.40")),
                    row(30, at(50, "9315"), at(100, "Bonus"), end(400, "208.32")))
                .getFirst());
    assertEquals("No.|Text|Sum", row(table, 0));
    assertEquals("9315|Bonus|208.32", row(table, 2));
  }

  @Test
  void boxesHaveTheirLabelsAsHeadings() {
    List<RuleLine> rules =
        Stream.of(
                Stream.of(-10, 20, 50).map(TestRows::level),
                Stream.of(45, 275, 505).map(x -> plumb(x, -10, 20)),
                Stream.of(45, 505).map(x -> plumb(x, 20, 50)))
            .flatMap(some -> some)
            .toList();
    List<Block> blocks =
        find(
            rules,
            row(0, 7, at(50, "Patient"), at(280, "Order")),
            row(14, at(50, "Ada Lark"), at(280, "77120")),
            row(30, 7, at(50, "Reported")),
            row(44, at(50, "2024-05-26")));
    assertEquals("Patient|Order", row(table(blocks.getFirst()), 0));
    assertEquals("Ada Lark|77120", row(table(blocks.getFirst()), 1));
    assertEquals("Reported", row(table(blocks.get(1)), 0));
    assertEquals(1, table(blocks.get(1)).headerRows());
    assertEquals("2024-05-26", row(table(blocks.get(1)), 1));
  }

  @Test
  void aRuleBetweenKeepsTextAboveOutOfTheHeadings() {
    List<Block> blocks =
        find(
            List.of(level(3)),
            row(0, mid(400, "Enclosure")),
            row(12, at(50, "Test"), end(250, "Result"), mid(400, "interval")),
            row(27, at(50, "Sodium"), end(250, "140"), mid(400, "135 - 145")),
            row(42, at(50, "Glucose"), end(250, "4.1"), mid(400, "4.0 - 5.0")));
    assertTrue(lines(blocks.getFirst()).contains("Enclosure"));
  }

  private static String heading(Block block) {
    Page page = new Page(1, 600, 800, List.of(block));
    return MarkdownWriter.write(page).lines().findFirst().orElseThrow();
  }
}
