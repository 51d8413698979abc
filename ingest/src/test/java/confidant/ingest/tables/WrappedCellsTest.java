package confidant.ingest.tables;

import static confidant.ingest.tables.TestRows.at;
import static confidant.ingest.tables.TestRows.end;
import static confidant.ingest.tables.TestRows.find;
import static confidant.ingest.tables.TestRows.level;
import static confidant.ingest.tables.TestRows.plumb;
import static confidant.ingest.tables.TestRows.row;
import static confidant.ingest.tables.TestRows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Table;
import confidant.ingest.page.RuleLine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrappedCellsTest {

  @Test
  void figuresMayStandOnTheLastLine() {
    Table table =
        table(
            find(
                    row(0, at(50, "Date"), at(120, "Text"), end(400, "Amount")),
                    row(15, at(120, "Card payment")),
                    row(27, at(50, "01.05."), at(120, "Green Market"), end(400, "9.50")),
                    row(42, at(50, "02.05."), at(120, "Rent"), end(400, "900.00")),
                    row(57, at(120, "Transfer")),
                    row(69, at(120, "to Miller")),
                    row(81, at(50, "03.05."), at(120, "Order 77"), end(400, "12.00")))
                .getFirst());
    assertEquals("Date|Text|Amount", row(table, 0));
    assertEquals(1, table.headerRows());
    assertEquals("01.05.|Card payment Green Market|9.50", row(table, 1));
    assertEquals("02.05.|Rent|900.00", row(table, 2));
    assertEquals("03.05.|Transfer to Miller Order 77|12.00", row(table, 3));
  }

  @Test
  void figuresMayStandOnAMiddleLine() {
    Table table =
        table(
            find(
                    row(0, at(50, "Date"), at(120, "Text"), end(400, "Amount")),
                    row(15, at(50, "01.05."), at(120, "Rent"), end(400, "900.00")),
                    row(30, at(120, "Card payment")),
                    row(42, at(50, "02.05."), at(120, "Green Market"), end(400, "9.50")),
                    row(54, at(120, "Card 88")),
                    row(69, at(120, "Refund")),
                    row(81, at(50, "03.05."), at(120, "Shop"), end(400, "1.50")),
                    row(93, at(120, "Order 77")))
                .getFirst());
    assertEquals("02.05.|Card payment Green Market Card 88|9.50", row(table, 2));
    assertEquals("03.05.|Refund Shop Order 77|1.50", row(table, 3));
  }

  @Test
  void theLastRowKeepsItsFurtherLines() {
    List<Block> blocks =
        find(
            row(0, at(50, "Item"), end(300, "Amount")),
            row(15, at(50, "Delivery"), end(300, "5.00")),
            row(30, at(50, "Tap chrome,"), end(300, "20.00")),
            row(42, at(50, "with fittings")),
            row(70, at(50, "Thank you.")));
    assertEquals("Tap chrome, with fittings|20.00", row(table(blocks.getFirst()), 2));
    assertEquals(List.of("Thank you."), TestRows.lines(blocks.get(1)));
  }

  @Test
  void theNameOfASectionStaysARow() {
    Table table =
        table(
            find(
                    row(0, at(50, "Test"), end(250, "Result"), end(400, "Limit")),
                    row(14, at(50, "Sodium"), end(250, "140"), end(400, "145")),
                    row(28, at(50, "Potassium"), end(250, "4.1"), end(400, "5.0")),
                    row(50, at(50, "Thyroid")),
                    row(64, at(50, "TSH"), end(250, "1.52"), end(400, "4.00")))
                .getFirst());
    assertEquals("Thyroid||", row(table, 3));
    assertEquals("TSH|1.52|4.00", row(table, 4));
  }

  @Test
  void theNameOfASectionStaysARowBesideAColumnOfFewMarks() {
    Table table =
        table(
            find(
                    row(0, at(50, "Flag"), at(120, "Test"), end(300, "Result")),
                    row(14, at(120, "Sodium"), end(300, "140")),
                    row(28, at(50, "H"), at(120, "Potassium"), end(300, "4.1")),
                    row(42, at(120, "Chloride"), end(300, "100")),
                    row(56, at(120, "Thyroid")),
                    row(70, at(120, "TSH"), end(300, "1.52")),
                    row(84, at(120, "T4"), end(300, "1.11")))
                .getFirst());
    assertEquals("|Chloride|100", row(table, 3));
    assertEquals("|Thyroid|", row(table, 4));
  }

  @Test
  void rulesPartRowsWhoseLinesStandEvenly() {
    List<RuleLine> rules = List.of(level(3), level(15), level(39), level(51), level(75));
    Table table =
        table(
            find(
                    rules,
                    row(0, at(50, "Date"), at(120, "Text"), end(500, "Amount")),
                    row(12, at(50, "01.05."), at(120, "Rent"), end(500, "900.00")),
                    row(24, at(120, "Card payment")),
                    row(36, at(50, "02.05."), at(120, "Green Market"), end(500, "9.50")),
                    row(48, at(50, "03.05."), at(120, "Shop"), end(500, "7.00")),
                    row(60, at(50, "04.05."), at(120, "Refund"), end(500, "1.00")),
                    row(72, at(120, "Order 77")))
                .getFirst());
    assertEquals("01.05.|Rent|900.00", row(table, 1));
    assertEquals("02.05.|Card payment Green Market|9.50", row(table, 2));
    assertEquals("04.05.|Refund Order 77|1.00", row(table, 4));
  }

  @Test
  void linesBetweenPlumbRulesAreJoinedToo() {
    List<RuleLine> rules =
        Stream.concat(
                Stream.of(45, 115, 305, 505).map(x -> plumb(x, -12, 64)),
                Stream.of(-12, 4, 64).map(TestRows::level))
            .toList();
    Table table =
        table(
            find(
                    rules,
                    row(0, at(50, "Sum"), at(120, "Item"), at(310, "No.")),
                    row(17, at(50, "20.00"), at(120, "Tap chrome,"), at(310, "1")),
                    row(29, at(120, "with fittings")),
                    row(44, at(50, "5.00"), at(120, "Delivery"), at(310, "2")),
                    row(59, at(50, "6.00"), at(120, "Paper"), at(310, "3")))
                .getFirst());
    assertEquals("20.00|Tap chrome, with fittings|1", row(table, 1));
    assertEquals("5.00|Delivery|2", row(table, 2));
    assertEquals(4, table.rows().size());
  }
}
