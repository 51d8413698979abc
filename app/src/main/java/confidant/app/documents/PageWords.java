package confidant.app.documents;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.document.Span;
import java.util.ArrayList;
import java.util.List;

/** The words of a page in reading order, each with its place. */
public final class PageWords {
  private static final String NEXT_LINE = "\n";
  private static final String NEXT_BLOCK = "\n\n";
  private static final String NEXT_CELL = "\t";

  private final List<Word> words = new ArrayList<>();

  /** What stands before the next word; a wider gap is not narrowed by what follows it. */
  private String gap = "";

  private PageWords() {}

  /**
   * A word.
   *
   * @param gap what stands between it and the word before
   */
  public record Word(String text, String gap, BoundingBox box) {}

  /** Those of {@code page}. */
  public static List<Word> of(Page page) {
    PageWords collected = new PageWords();
    for (Block block : page.blocks()) {
      collected.gap = NEXT_BLOCK;
      switch (block) {
        case Paragraph paragraph -> {
          for (Line line : paragraph.lines()) {
            collected.add(line.text(), line.box(), line.spans());
            collected.gap = NEXT_LINE;
          }
        }
        case Table table -> collected.add(table);
      }
    }
    return List.copyOf(collected.words);
  }

  private void add(Table table) {
    for (List<Cell> row : table.rows()) {
      for (Cell cell : row) {
        addCell(cell);
        gap = NEXT_CELL;
      }
      gap = NEXT_LINE;
    }
  }

  /** Lines of a cell share its box where nothing else is known. */
  private void addCell(Cell cell) {
    List<String> lines = cell.text().lines().toList();
    if (!cell.spans().isEmpty() || lines.size() < 2) {
      add(cell.text(), cell.box(), cell.spans());
      return;
    }
    double height = cell.box().height() / lines.size();
    for (int i = 0; i < lines.size(); i++) {
      BoundingBox box = cell.box();
      add(
          lines.get(i),
          new BoundingBox(box.left(), box.top() + i * height, box.width(), height),
          List.of());
      gap = " ";
    }
  }

  private void add(String text, BoundingBox box, List<Span> spans) {
    List<Span> known =
        spans.isEmpty() ? List.of(new Span(0, Math.max(1, text.length()), box)) : spans;
    int end = 0;
    while (end < text.length()) {
      int start = end;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (start < end) {
        words.add(
            new Word(
                text.substring(start, end),
                words.isEmpty() ? "" : gap,
                Span.box(known, start, end).orElse(box)));
        gap = " ";
      }
    }
  }
}
