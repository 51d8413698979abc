package confidant.ingest.fields;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import confidant.ingest.document.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts the second reading of a figure in the place of the first. */
final class SecondReading {

  private SecondReading() {}

  /**
   * The page with the second reading in its text; empty if the first does not stand where it
   * should.
   */
  static Optional<Page> take(Page page, Doubt doubt) {
    List<Block> blocks = page.blocks().stream().map(block -> replace(block, doubt)).toList();
    if (blocks.equals(page.blocks())) {
      return Optional.empty();
    }
    List<Doubt> doubts =
        page.doubts().stream().map(each -> each.equals(doubt) ? swapped(doubt) : each).toList();
    return Optional.of(
        new Page(page.number(), page.width(), page.height(), blocks, page.origin(), doubts));
  }

  /** The same figure with its second reading first. */
  static Doubt swapped(Doubt doubt) {
    return new Doubt(doubt.other(), doubt.read(), doubt.box(), doubt.confidence());
  }

  private static Block replace(Block block, Doubt doubt) {
    return switch (block) {
      case Paragraph(var lines, var box) ->
          new Paragraph(lines.stream().map(line -> replace(line, doubt)).toList(), box);
      case Table(var rows, var headerRows, var box) ->
          new Table(
              rows.stream()
                  .map(row -> row.stream().map(cell -> replace(cell, doubt)).toList())
                  .toList(),
              headerRows,
              box);
    };
  }

  private static Line replace(Line line, Doubt doubt) {
    return match(line.text(), line.box(), doubt)
        .map(
            at ->
                new Line(
                    replaced(line.text(), at, doubt),
                    line.box(),
                    replaced(line.spans(), at, doubt)))
        .orElse(line);
  }

  private static Cell replace(Cell cell, Doubt doubt) {
    return match(cell.text(), cell.box(), doubt)
        .map(
            at ->
                new Cell(
                    replaced(cell.text(), at, doubt),
                    cell.box(),
                    replaced(cell.spans(), at, doubt)))
        .orElse(cell);
  }

  private static String replaced(String text, MatchResult at, Doubt doubt) {
    return text.substring(0, at.start()) + doubt.other() + text.substring(at.end());
  }

  private static List<Span> replaced(List<Span> spans, MatchResult at, Doubt doubt) {
    return Span.replaced(spans, at.start(), at.end(), doubt.other().length());
  }

  /** Where the first reading stands in a text, if its box holds the figure. */
  private static Optional<MatchResult> match(String text, BoundingBox box, Doubt doubt) {
    double x = doubt.box().left() + doubt.box().width() / 2;
    double y = doubt.box().top() + doubt.box().height() / 2;
    boolean inside = x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
    return inside
        ? Pattern.compile("(?<!\\S)" + Pattern.quote(doubt.read()) + "(?!\\S)")
            .matcher(text)
            .results()
            .findFirst()
        : Optional.empty();
  }
}
