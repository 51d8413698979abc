package confidant.app.figures;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A line or a cell of a paper.
 *
 * @param page counted from 1
 * @param box where it stands
 * @param spans where its parts stand; may be empty
 */
record Passage(int page, String text, BoundingBox box, List<Span> spans) {

  /** All of a document that has text, in reading order. */
  static List<Passage> of(Document document) {
    List<Passage> passages = new ArrayList<>();
    for (Page page : document.pages()) {
      for (Block block : page.blocks()) {
        switch (block) {
          case Paragraph paragraph -> {
            for (Line line : paragraph.lines()) {
              passages.add(new Passage(page.number(), line.text(), line.box(), line.spans()));
            }
          }
          case Table table -> {
            for (List<Cell> row : table.rows()) {
              row.stream()
                  .filter(cell -> !cell.text().isBlank())
                  .map(cell -> new Passage(page.number(), cell.text(), cell.box(), cell.spans()))
                  .forEach(passages::add);
            }
          }
        }
      }
    }
    return passages;
  }

  /** Where its characters from {@code start} to before {@code end} stand, as far as is known. */
  BoundingBox part(int start, int end) {
    if (spans.isEmpty() && text.indexOf('\n') >= 0) {
      return box;
    }
    List<Span> known = spans.isEmpty() ? List.of(new Span(0, text.length(), box)) : spans;
    return Span.box(known, start, end).orElse(box);
  }

  /** Whether these characters fill it or one of its columns, which stand two blanks apart. */
  boolean isAlone(int start, int end) {
    String before = text.substring(0, start);
    String after = text.substring(end);
    return (before.isBlank() || before.endsWith("  ") || before.endsWith("\t"))
        && (after.isBlank() || after.startsWith("  ") || after.startsWith("\t"));
  }
}
