package confidant.ingest.fields;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
          new Paragraph(
              lines.stream()
                  .map(line -> new Line(replace(line.text(), line.box(), doubt), line.box()))
                  .toList(),
              box);
      case Table(var rows, var headerRows, var box) ->
          new Table(
              rows.stream()
                  .map(
                      row ->
                          row.stream()
                              .map(
                                  cell ->
                                      new Cell(replace(cell.text(), cell.box(), doubt), cell.box()))
                              .toList())
                  .toList(),
              headerRows,
              box);
    };
  }

  /** {@code text} with the other reading for the first, if its box holds the figure. */
  private static String replace(String text, BoundingBox box, Doubt doubt) {
    double x = doubt.box().left() + doubt.box().width() / 2;
    double y = doubt.box().top() + doubt.box().height() / 2;
    boolean inside = x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
    if (!inside) {
      return text;
    }
    return Pattern.compile("(?<!\\S)" + Pattern.quote(doubt.read()) + "(?!\\S)")
        .matcher(text)
        .replaceFirst(Matcher.quoteReplacement(doubt.other()));
  }
}
