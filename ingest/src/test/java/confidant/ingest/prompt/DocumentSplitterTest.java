package confidant.ingest.prompt;

import static confidant.ingest.prompt.Papers.CHARACTERS;
import static confidant.ingest.prompt.Papers.paragraph;
import static confidant.ingest.prompt.Papers.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Page;
import confidant.ingest.prompt.DocumentSplitter.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentSplitterTest {

  @Test
  void aPaperThatFitsIsOnePart() {
    PromptPaper paper = Papers.plain("a.txt", "one", "two");
    Split split = DocumentSplitter.split(paper, 1000, CHARACTERS);
    assertEquals(List.of("1-2"), shown(split));
    assertTrue(split.parts().getFirst().text().contains("pages=\"2\" shown=\"1-2\">\n"));
    assertEquals(List.of(), split.leftOut());
  }

  @Test
  void pagesStayWholeAndInOrder() {
    String[] lines = new String[10];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "x".repeat(100);
    }
    Split split = DocumentSplitter.split(Papers.plain("a.txt", lines), 500, CHARACTERS);
    assertTrue(split.parts().size() > 2, shown(split)::toString);
    assertEquals("1-3", shown(split).getFirst());
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        split.parts().stream().flatMap(part -> part.pages().stream()).map(Page::number).toList());
  }

  @Test
  void aTableTooLargeIsSplitBetweenRowsAndKeepsItsHeadings() {
    String[] rows = new String[41];
    rows[0] = "Date | Amount";
    for (int i = 1; i < rows.length; i++) {
      rows[i] = "2024-05-%02d | %d.00".formatted(i % 28 + 1, i);
    }
    Page large = Papers.page(2, paragraph("Movements"), table(1, rows));
    Page first = Papers.page(1, paragraph("Dear Alex"));
    Page last = Papers.page(3, paragraph("Goodbye"));
    Split split =
        DocumentSplitter.split(Papers.paper("a.txt", List.of(first, large, last)), 600, CHARACTERS);
    int pieces = split.parts().size() - 2;
    assertTrue(pieces > 1);
    for (int i = 1; i <= pieces; i++) {
      Part part = split.parts().get(i);
      assertEquals("2 (%d of %d)".formatted(i, pieces), part.shown());
      assertTrue(part.text().contains("| Date | Amount |\n| --- | --- |\n"), part.text());
    }
    assertFalse(split.parts().get(2).text().contains("Movements"));
  }

  @Test
  void aLineThatFitsNowhereIsNamed() {
    Page page = Papers.page(7, paragraph("short", "x".repeat(1000), "short too"));
    Split split = DocumentSplitter.split(Papers.paper("a.txt", List.of(page)), 400, CHARACTERS);
    assertEquals(List.of("1 line of page 7, too long for any prompt"), split.leftOut());
    assertEquals(List.of("7 (1 of 2)", "7 (2 of 2)"), shown(split));
  }

  @Test
  void theDoubtsOfItsPagesComeWithAPart() {
    Page page =
        Papers.doubtful(1, List.of(Papers.doubt("201.00", "291.90")), paragraph("Net 201.00"));
    Split split = DocumentSplitter.split(Papers.paper("a", List.of(page)), 400, CHARACTERS);
    String text = split.parts().getFirst().text();
    assertTrue(text.contains("doubtful: 201.00 or 291.90 (page 1)\n"), text);
  }

  /** Random papers and budgets: every line in one part or counted, no part above its budget. */
  @Test
  void everyLineIsInExactlyOnePart() {
    Random random = new Random(14);
    for (int round = 0; round < 300; round++) {
      List<Page> pages = new ArrayList<>();
      int pageCount = 1 + random.nextInt(8);
      for (int number = 1; number <= pageCount; number++) {
        pages.add(page(number, random));
      }
      int budget = 250 + random.nextInt(1500);
      Split split = DocumentSplitter.split(Papers.paper("a.pdf", pages), budget, CHARACTERS);
      List<String> all = lines(pages);
      List<String> split1 =
          split.parts().stream()
              .flatMap(part -> lines(part.pages()).stream())
              .collect(Collectors.toList());
      int leftOut =
          split.leftOut().stream()
              .mapToInt(text -> Integer.parseInt(text.substring(0, text.indexOf(' '))))
              .sum();
      assertEquals(all.size(), split1.size() + leftOut);
      all.removeAll(split1);
      assertEquals(leftOut, all.size(), "lines are unique, so what is missing was left out");
      for (Part part : split.parts()) {
        assertTrue(CHARACTERS.count(part.text()) <= budget);
        lines(part.pages()).forEach(line -> assertTrue(part.text().contains(line), line));
      }
    }
  }

  private static Page page(int number, Random random) {
    List<Block> blocks = new ArrayList<>();
    int count = random.nextInt(5);
    for (int block = 0; block < count; block++) {
      String[] lines = new String[random.nextInt(12)];
      for (int i = 0; i < lines.length; i++) {
        int length = random.nextInt(40) == 0 ? 3000 : random.nextInt(60);
        lines[i] = "L%d.%d.%d.%s".formatted(number, block, i, "x".repeat(length));
      }
      boolean table = random.nextBoolean() && lines.length > 0;
      blocks.add(table ? table(random.nextInt(2), lines) : paragraph(lines));
    }
    return new Page(number, 1, 1, blocks);
  }

  /** Lines of text and first cells of rows below the headings, or of headings alone. */
  private static List<String> lines(List<Page> pages) {
    List<String> lines = new ArrayList<>();
    for (Page page : pages) {
      for (Block block : page.blocks()) {
        switch (block) {
          case Paragraph paragraph ->
              paragraph.lines().stream().map(Line::text).forEach(lines::add);
          case Table table -> {
            List<List<Cell>> rows = table.rows();
            int from = rows.size() == table.headerRows() ? 0 : table.headerRows();
            rows.subList(from, rows.size()).forEach(row -> lines.add(row.getFirst().text()));
          }
        }
      }
    }
    return lines;
  }

  private static List<String> shown(Split split) {
    return split.parts().stream().map(Part::shown).toList();
  }
}
