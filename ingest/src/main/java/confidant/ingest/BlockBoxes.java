package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Span;
import confidant.ingest.page.Turn;
import java.util.List;

/** Puts blocks that were laid out level back to where they stand on the page. */
final class BlockBoxes {

  private BlockBoxes() {}

  static Block undo(Turn turn, Block block) {
    if (turn.degrees() == 0) {
      return block;
    }
    return switch (block) {
      case Paragraph(var lines, var box) ->
          new Paragraph(
              lines.stream()
                  .map(
                      line ->
                          new Line(line.text(), turn.undo(line.box()), undo(turn, line.spans())))
                  .toList(),
              turn.undo(box));
      case Table(var rows, var headerRows, var box) ->
          new Table(
              rows.stream()
                  .map(
                      row ->
                          row.stream()
                              .map(
                                  cell ->
                                      new Cell(
                                          cell.text(),
                                          turn.undo(cell.box()),
                                          undo(turn, cell.spans())))
                              .toList())
                  .toList(),
              headerRows,
              turn.undo(box));
    };
  }

  private static List<Span> undo(Turn turn, List<Span> spans) {
    return spans.stream()
        .map(span -> new Span(span.start(), span.end(), turn.undo(span.box())))
        .toList();
  }
}
