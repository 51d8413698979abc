package confidant.ingest.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TableBlocksTest {

  private static final double FONT_SIZE = 10;
  private static final double CHARACTER = 5;

  @Test
  void keepsMoneyInAndMoneyOutApart() {
    Table table =
        table(
            row(0, at(50, "Date"), at(120, "Text"), end(300, "Out"), end(360, "In")),
            row(14, at(50, "01.05."), at(120, "Rent"), end(300, "900.00")),
            row(28, at(50, "02.05."), at(120, "Pay"), end(360, "2,500.00")),
            row(42, at(50, "03.05."), at(120, "Shop"), end(300, "12.30")));
    assertEquals(1, table.headerRows());
    assertEquals(List.of("02.05.", "Pay", "", "2,500.00"), texts(table).get(2));
    assertEquals(List.of("03.05.", "Shop", "12.30", ""), texts(table).get(3));
  }

  @Test
  void addsAColumnForFiguresThatTheFullestRowLacks() {
    Table table =
        table(
            row(0, at(50, "Date"), at(120, "Text"), end(300, "Out"), end(480, "Balance")),
            row(14, at(50, "01.05."), at(120, "Rent"), end(300, "900.00"), end(480, "100.00")),
            row(28, at(50, "02.05."), at(120, "Pay"), end(390, "50.00"), end(480, "150.00")));
    assertEquals(List.of("02.05.", "Pay", "", "50.00", "150.00"), texts(table).get(2));
  }

  @Test
  void namesFiguresByACentredHeadingBesideThem() {
    Table table =
        table(
            row(0, at(50, "Text"), at(230, "Number of pieces"), end(480, "Sum")),
            row(14, at(50, "Chair"), at(200, "2"), end(480, "10.00")),
            row(28, at(50, "Table"), at(200, "1"), end(480, "50.00")));
    assertEquals(List.of("Text", "Number of pieces", "Sum"), texts(table).getFirst());
    assertEquals(List.of("Chair", "2", "10.00"), texts(table).get(1));
  }

  @Test
  void joinsWrappedTextWithItsRow() {
    Table table =
        table(
            row(0, at(50, "Pos"), at(100, "Text"), end(400, "Amount")),
            row(20, at(50, "1"), at(100, "A long name"), end(400, "5.00")),
            row(31, at(100, "of a thing")),
            row(51, at(50, "2"), at(100, "Other"), end(400, "6.00")));
    assertEquals(List.of("1", "A long name of a thing", "5.00"), texts(table).get(1));
    assertEquals(3, table.rows().size());
  }

  @Test
  void leavesLabelsAndValuesAsLines() {
    List<Block> blocks =
        find(
            List.of(),
            row(0, at(50, "Subtotal"), end(300, "10.00")),
            row(14, at(50, "Tax"), end(300, "1.90")),
            row(28, at(50, "Total"), end(300, "11.90")));
    Paragraph lines = assertInstanceOf(Paragraph.class, blocks.getFirst());
    assertEquals("Subtotal  10.00", lines.lines().getFirst().text());
  }

  @Test
  void endsATableWhereAnotherBegins() {
    List<Block> blocks =
        find(
            List.of(),
            row(0, at(50, "Due date"), at(150, "Customer"), at(300, "Order")),
            row(14, at(50, "1 May 2024"), at(150, "77"), at(300, "A-12")),
            row(44, at(50, "Text"), end(200, "Number"), end(300, "Price"), end(400, "Sum")),
            row(58, at(50, "Chair"), end(200, "2"), end(300, "5.00"), end(400, "10.00")),
            row(72, at(50, "Table"), end(200, "1"), end(300, "50.00"), end(400, "50.00")));
    assertEquals(2, blocks.size());
    Table items = assertInstanceOf(Table.class, blocks.get(1));
    assertEquals(List.of("Text", "Number", "Price", "Sum"), texts(items).getFirst());
  }

  @Test
  void takesCellsAndHeadingsFromRules() {
    List<RuleLine> rules = new ArrayList<>();
    for (double y : new double[] {-12, 4, 40, 56}) {
      rules.add(new RuleLine(45, y, 345, y));
    }
    for (double x : new double[] {45, 145, 245, 345}) {
      rules.add(new RuleLine(x, -12, x, 56));
    }
    List<Block> blocks =
        find(
            rules,
            row(0, at(50, "Item"), at(150, "Note"), at(250, "Amount")),
            row(14, at(150, "first line")),
            row(25, at(50, "Rent"), at(150, "second line"), at(250, "900.00")),
            row(36, at(150, "third line")),
            row(52, at(50, "Gas"), at(150, "none"), at(250, "50.00")));
    Table table = assertInstanceOf(Table.class, blocks.getFirst());
    assertEquals(
        List.of("Rent", "first line second line third line", "900.00"), texts(table).get(1));
  }

  @RepeatedTest(200)
  void everyNumberLandsExactlyOnce(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<TextRow> rows = new ArrayList<>();
    for (int line = 0; line < 1 + random.nextInt(15); line++) {
      List<Word> words = new ArrayList<>();
      double left = 40 + random.nextInt(60);
      while (left < 500) {
        String text =
            random.nextInt(3) == 0 ? "word" : Integer.toString(random.nextInt(100_000)) + ".50";
        words.add(word(left, 0, text));
        left += CHARACTER * text.length() + 2 + random.nextInt(90);
      }
      rows.add(row(line * (11 + random.nextInt(6)), words.toArray(Word[]::new)));
    }
    rows.sort(Comparator.comparingDouble(TextRow::baseline));
    List<String> before = Figures.numbers(rows.stream().map(row -> TextRow.text(row.words())));
    List<Block> blocks = TableBlocks.find(rows, TableRules.of(List.of())).blocks();
    assertEquals(before, Figures.numbers(blocks.stream().flatMap(TableBlocksTest::allTexts)));
  }

  private static Stream<String> allTexts(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Line::text);
      case Table table -> table.rows().stream().flatMap(List::stream).map(Cell::text);
    };
  }

  private static Table table(TextRow... rows) {
    return assertInstanceOf(Table.class, find(List.of(), rows).getFirst());
  }

  private static List<Block> find(List<RuleLine> rules, TextRow... rows) {
    return TableBlocks.find(List.of(rows), TableRules.of(rules)).blocks();
  }

  private static List<List<String>> texts(Table table) {
    return table.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
  }

  private static TextRow row(double baseline, Word... words) {
    List<Word> placed =
        Stream.of(words).map(word -> word(word.left(), baseline, word.text())).toList();
    return new TextRow(placed, baseline, FONT_SIZE);
  }

  /** A word, or several that stand close, from {@code left} on. */
  private static Word at(double left, String text) {
    return word(left, 0, text);
  }

  /** A word that ends at {@code right}. */
  private static Word end(double right, String text) {
    return word(right - CHARACTER * text.length(), 0, text);
  }

  private static Word word(double left, double baseline, String text) {
    return new Word(text, left, left + CHARACTER * text.length(), baseline, FONT_SIZE, 2.8);
  }
}
