package confidant.ingest.tables;

import static confidant.ingest.tables.TestRows.at;
import static confidant.ingest.tables.TestRows.end;
import static confidant.ingest.tables.TestRows.find;
import static confidant.ingest.tables.TestRows.row;
import static confidant.ingest.tables.TestRows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Page;
import confidant.ingest.layout.TextRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuedTablesTest {

  private static final TextRow NAMES =
      row(
          40,
          at(50, "Date"),
          at(120, "Text"),
          end(300, "Out"),
          end(360, "In"),
          end(480, "Balance"));

  @Test
  void aTableGoesOnWithTheHeadingsOfThePageBefore() {
    List<Page> pages = ContinuedTables.withHeadings(List.of(first(), second(), third()));
    Table table = table(pages.get(1).blocks().get(1));
    assertEquals("Date|Text|Out|Balance", row(table, 0));
    assertEquals(1, table.headerRows());
    assertEquals("|Brought forward||750.00", row(table, 1));
    assertEquals(0, table.rows().getFirst().getFirst().box().height());
    assertEquals("Date|Text|In|Balance", row(table(pages.get(2).blocks().getFirst()), 0));
  }

  @Test
  void otherColumnsAreAnotherTable() {
    Page other =
        page(
            2,
            row(40, at(50, "1"), at(90, "Chair"), end(260, "2"), end(440, "10.00")),
            row(54, at(50, "2"), at(90, "Table"), end(260, "1"), end(440, "50.00")),
            row(68, at(50, "3"), at(90, "Lamp"), end(260, "4"), end(440, "80.00")));
    assertEquals(0, table(other.blocks().getFirst()).headerRows());
    assertSame(other, ContinuedTables.withHeadings(List.of(first(), other)).get(1));
  }

  @Test
  void aPageLeftOutPartsTables() {
    Page page = second().renumbered(4);
    assertSame(page, ContinuedTables.withHeadings(List.of(first(), page)).get(1));
  }

  @Test
  void headingsWithDigitsAreNotRepeated() {
    Page years =
        page(
            1,
            row(40, at(50, "Text"), end(300, "2023"), end(400, "Change")),
            row(54, at(50, "Chairs"), end(300, "7.10"), end(400, "0.10")),
            row(68, at(50, "Tables"), end(300, "8.20"), end(400, "0.20")));
    Page rest =
        page(
            2,
            row(40, at(50, "Lamps"), end(300, "9.10"), end(400, "0.30")),
            row(54, at(50, "Shelves"), end(300, "6.20"), end(400, "0.40")),
            row(68, at(50, "Beds"), end(300, "5.20"), end(400, "0.50")));
    List<Page> pages = ContinuedTables.withHeadings(List.of(years, rest));
    assertEquals("Text||Change", row(table(pages.get(1).blocks().getFirst()), 0));
  }

  private static Page first() {
    return page(
        1,
        NAMES,
        row(54, at(50, "01.05."), at(120, "Rent"), end(300, "900.00"), end(480, "100.00")),
        row(68, at(50, "02.05."), at(120, "Pay"), end(360, "700.00"), end(480, "800.00")),
        row(82, at(50, "03.05."), at(120, "Shop"), end(300, "50.00"), end(480, "750.00")),
        row(780, end(480, "Page one")));
  }

  private static Page second() {
    return page(
        2,
        row(20, at(50, "Sparbank")),
        row(54, at(120, "Brought forward"), end(480, "750.00")),
        row(68, at(50, "04.05."), at(120, "Shop"), end(300, "20.00"), end(480, "730.00")),
        row(82, at(50, "05.05."), at(120, "Books"), end(300, "30.00"), end(480, "700.00")));
  }

  private static Page third() {
    return page(
        3,
        row(54, at(50, "06.05."), at(120, "Shop"), end(360, "20.00"), end(480, "720.00")),
        row(68, at(50, "07.05."), at(120, "Pay"), end(360, "10.00"), end(480, "730.00")),
        row(82, at(50, "08.05."), at(120, "Pay"), end(360, "30.00"), end(480, "760.00")));
  }

  private static Page page(int number, TextRow... rows) {
    List<Block> blocks = find(rows);
    return new Page(number, 600, 800, blocks);
  }
}
