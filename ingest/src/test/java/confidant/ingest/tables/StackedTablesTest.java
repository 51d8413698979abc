package confidant.ingest.tables;

import static confidant.ingest.tables.TestRows.at;
import static confidant.ingest.tables.TestRows.end;
import static confidant.ingest.tables.TestRows.find;
import static confidant.ingest.tables.TestRows.lines;
import static confidant.ingest.tables.TestRows.row;
import static confidant.ingest.tables.TestRows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables and lists of values one under the other, or one beside the other. */
class StackedTablesTest {

  @Test
  void namesOfColumnsEndWhatStandsAbove() {
    List<Block> blocks =
        find(
            row(0, at(50, "Invoice no."), end(350, "8060")),
            row(14, at(50, "Invoice date"), end(350, "2024-05-01")),
            row(28, at(50, "Due date"), end(350, "2024-05-15")),
            row(52, at(50, "Item"), end(480, "Total")),
            row(66, at(50, "Delivery"), end(480, "5.00")),
            row(80, at(50, "Paper"), end(480, "6.00")),
            row(94, at(50, "Tap chrome,"), end(480, "20.00")),
            row(105, at(50, "with fittings")));
    assertEquals("Due date  2024-05-15", lines(blocks.getFirst()).get(2));
    Table items = table(blocks.get(1));
    assertEquals("Item|Total", row(items, 0));
    assertEquals(1, items.headerRows());
    assertEquals("Tap chrome, with fittings|20.00", row(items, 3));
  }

  @Test
  void theSameNamesBeginATableAgain() {
    List<Block> blocks =
        find(
            row(0, at(50, "Earnings")),
            row(16, at(50, "Text"), end(300, "Month"), end(450, "Year")),
            row(30, at(50, "Salary"), end(300, "6669.00"), end(450, "66728.01")),
            row(44, at(50, "Bonus"), end(300, "447.48"), end(450, "4500.10")),
            row(66, at(50, "Deductions")),
            row(82, at(50, "Text"), end(300, "Month"), end(450, "Year")),
            row(96, at(50, "Tax"), end(300, "66.90"), end(450, "667.10")),
            row(110, at(50, "Pension"), end(300, "44.80"), end(450, "450.00")));
    assertEquals(4, blocks.size());
    assertEquals(List.of("Deductions"), lines(blocks.get(2)));
    Table deductions = table(blocks.get(3));
    assertEquals("Text|Month|Year", row(deductions, 0));
    assertEquals("Tax|66.90|667.10", row(deductions, 1));
    assertEquals(3, table(blocks.get(1)).rows().size());
  }

  @Test
  void textsAmidFiguresAreNoNames() {
    List<Block> blocks =
        find(
            row(0, at(50, "Test"), end(250, "Result"), end(400, "Limit")),
            row(14, at(50, "Sodium"), end(250, "140"), end(400, "145")),
            row(28, at(50, "Urine")),
            row(42, at(50, "Nitrite"), end(250, "negative"), end(400, "negative")),
            row(56, at(50, "Glucose"), end(250, "4.1"), end(400, "5.0")),
            row(70, at(50, "Protein"), end(250, "0.1"), end(400, "0.2")));
    Table table = table(blocks.getFirst());
    assertEquals(6, table.rows().size());
    assertEquals("Glucose|4.1|5.0", row(table, 4));
  }

  @Test
  void sumsThatStandApartFromTheColumnsAreLines() {
    List<Block> blocks =
        find(
            row(0, end(80, "Qty"), at(150, "Item"), end(480, "Total")),
            row(14, end(80, "2"), at(150, "Delivery"), end(480, "5.00")),
            row(28, end(80, "12"), at(150, "Paper"), end(480, "6.00")),
            row(55, at(50, "Subtotal"), at(230, "11.00 EUR")),
            row(69, at(50, "Tax"), at(230, "1.00 EUR")),
            row(83, at(50, "To pay"), at(230, "12.00 EUR")));
    assertEquals(3, table(blocks.getFirst()).rows().size());
    assertEquals("To pay  12.00 EUR", lines(blocks.get(1)).get(2));
  }

  @Test
  void smallLabelsAboveValuesBeginATable() {
    List<Block> blocks =
        find(
            row(0, 7, at(50, "Name"), at(200, "Number"), at(350, "Paid on")),
            row(14, at(50, "Ada Lark"), at(200, "870847"), at(350, "2024-05-26")),
            row(30, 7, at(50, "Gross"), at(200, "Deducted"), at(350, "Net")),
            row(44, at(50, "5475.83"), at(200, "1279.17"), at(350, "4196.66")));
    assertEquals("Name|Number|Paid on", row(table(blocks.getFirst()), 0));
    assertEquals("Gross|Deducted|Net", row(table(blocks.get(1)), 0));
    assertEquals("5475.83|1279.17|4196.66", row(table(blocks.get(1)), 1));
  }

  @Test
  void aTableBesideAListIsATable() {
    List<Block> blocks =
        find(
            row(0, at(50, "Findings"), at(300, "Medicines")),
            row(16, at(50, "Pulse"), end(250, "72 /min"), at(300, "Medicine"), end(500, "Dose")),
            row(30, at(50, "Weight"), end(250, "80 kg"), at(300, "Cardolin"), end(500, "5 mg")),
            row(44, at(50, "Height"), end(250, "180 cm"), at(300, "Betarel"), end(500, "47.5 mg")),
            row(58, at(50, "Fever"), end(250, "36.6"), at(300, "Glucomet"), end(500, "1000 mg")));
    assertEquals("Pulse  72 /min", lines(blocks.get(1)).getFirst());
    Table medicines = table(blocks.get(2));
    assertEquals("Medicine|Dose", row(medicines, 0));
    assertEquals(1, medicines.headerRows());
    assertEquals("Betarel|47.5 mg", row(medicines, 2));
  }

  @Test
  void namesMayStandOneRowAboveThoseOfTheTableBeside() {
    List<Block> blocks =
        find(
            row(0, at(50, "Pay"), end(180, "hours"), end(260, "amount"), at(330, "Further data")),
            row(
                12,
                at(50, "Salary"),
                end(180, "32.00"),
                end(260, "320.00"),
                at(330, "Text"),
                end(450, "period"),
                end(540, "to date")),
            row(
                24,
                at(50, "Bonus"),
                end(180, "1.00"),
                end(260, "15.00"),
                at(330, "Insurance"),
                end(450, "0.51"),
                end(540, "27.00")),
            row(
                36,
                at(50, "Leave"),
                end(180, "8.00"),
                end(260, "80.00"),
                at(330, "Loan"),
                end(450, "12.00"),
                end(540, "840.00")));
    Table pay = table(blocks.getFirst());
    assertEquals("Pay|hours|amount", row(pay, 0));
    assertEquals(1, pay.headerRows());
    assertEquals("Salary|32.00|320.00", row(pay, 1));
  }
}
