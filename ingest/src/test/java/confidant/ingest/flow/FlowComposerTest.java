package confidant.ingest.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.flow.FlowCell.Emphasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowComposerTest {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Test
  void boxesGrowInReadingOrder() {
    FlowComposer composer = new FlowComposer();
    composer.heading("Bill");
    composer.listItem(0, "-", "one");
    composer.listItem(0, "-", "two");
    composer.table(table(List.of("Item", "Net", "Tax"), List.of("Rent", "100", "19")));
    composer.paragraph("end\nof page");
    Page page = composer.pages().getFirst();
    double bottom = 0;
    for (Block block : page.blocks()) {
      for (List<BoundingBox> row : rows(block)) {
        assertTrue(row.getFirst().top() >= bottom, block.toString());
        bottom = row.getFirst().bottom();
        double right = 0;
        for (BoundingBox box : row) {
          assertTrue(box.left() >= right && box.right() <= page.width(), block.toString());
          right = box.right();
        }
      }
    }
    assertTrue(bottom <= page.height());
  }

  @Test
  void pagesWithoutBlocksAreNone() {
    FlowComposer composer = new FlowComposer();
    composer.pageBreak();
    composer.paragraph("a");
    composer.pageBreak();
    composer.paragraph(" \n ");
    composer.pageBreak();
    composer.paragraph("b");
    assertEquals(List.of(1, 2), composer.pages().stream().map(Page::number).toList());
  }

  @Test
  void aHeadingWithDigitsStandsOnce() {
    FlowComposer composer = new FlowComposer();
    composer.table(
        new FlowTable(
            List.of(
                List.of(cell("Item", 1, 1, Emphasis.HEADING), cell("2026", 2, 1, Emphasis.HEADING)),
                List.of(
                    cell("Rent", 1, 1, Emphasis.NONE),
                    cell("1", 1, 1, Emphasis.NONE),
                    cell("2", 1, 1, Emphasis.NONE)))));
    assertEquals(List.of("1", "2", "2026"), numbers(composer));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyNumberOfATableStandsExactlyOnce(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<List<FlowCell>> rows = new ArrayList<>();
      int number = 1000;
      for (int row = 0; row <= random.nextInt(8); row++) {
        List<FlowCell> cells = new ArrayList<>();
        for (int column = 0; column <= random.nextInt(6); column++) {
          Emphasis emphasis =
              switch (random.nextInt(3)) {
                case 0 -> Emphasis.NONE;
                case 1 -> Emphasis.BOLD;
                default -> Emphasis.HEADING;
              };
          String text =
              switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> "word";
                default -> "n " + number++;
              };
          cells.add(cell(text, 1 + random.nextInt(3), 1 + random.nextInt(3), emphasis));
        }
        rows.add(cells);
      }
      FlowComposer composer = new FlowComposer();
      composer.table(new FlowTable(rows));
      List<String> expected =
          rows.stream().flatMap(List::stream).flatMap(c -> numbers(c.text())).sorted().toList();
      assertEquals(expected, numbers(composer));
    }
  }

  private static FlowTable table(List<String> names, List<String> values) {
    return new FlowTable(
        Stream.of(names, values)
            .map(row -> row.stream().map(text -> cell(text, 1, 1, Emphasis.NONE)).toList())
            .toList());
  }

  private static FlowCell cell(String text, int columns, int rows, Emphasis emphasis) {
    return new FlowCell(text, columns, rows, emphasis);
  }

  private static List<String> numbers(FlowComposer composer) {
    return composer.pages().stream()
        .flatMap(page -> page.blocks().stream())
        .flatMap(FlowComposerTest::texts)
        .flatMap(FlowComposerTest::numbers)
        .sorted()
        .toList();
  }

  private static Stream<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group);
  }

  private static Stream<String> texts(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Block.Line::text);
      case Table table -> table.rows().stream().flatMap(List::stream).map(Cell::text);
    };
  }

  private static List<List<BoundingBox>> rows(Block block) {
    return switch (block) {
      case Paragraph paragraph ->
          paragraph.lines().stream().map(line -> List.of(line.box())).toList();
      case Table table ->
          table.rows().stream().map(row -> row.stream().map(Cell::box).toList()).toList();
    };
  }
}
