package confidant.ingest.tables;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.layout.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes blocks of the rows of a region: tables where some are found, lines elsewhere.
 *
 * <p>A table whose numbers are not exactly those of its rows is given up for the rows themselves: a
 * plain row is always right, a wrong figure never acceptable.
 */
public final class TableBlocks {

  /** More rows fit on no page that a person could read. */
  private static final int MAX_ROWS = 1000;

  private final TableRules rules;
  private final List<Block> blocks = new ArrayList<>();
  private boolean gaveUp;

  private TableBlocks(TableRules rules) {
    this.rules = rules;
  }

  /** Blocks of {@code rows}, from top to bottom. */
  public static Result find(List<TextRow> rows, TableRules rules) {
    TableBlocks found = new TableBlocks(rules);
    if (rows.size() <= MAX_ROWS) {
      found.split(rows, true);
    } else {
      found.addLines(rows);
    }
    return new Result(found.blocks, found.gaveUp);
  }

  private void split(List<TextRow> rows, boolean ruled) {
    if (rows.isEmpty()) {
      return;
    }
    Optional<SideBySide> sides = ruled ? Optional.empty() : SideBySide.find(rows);
    if (sides.isPresent()) {
      split(sides.get(), rows);
      return;
    }
    Optional<Frames> frames = ruled ? Frames.find(rows, rules.lattices()) : Optional.empty();
    if (frames.isPresent()) {
      split(frames.get(), rows);
      return;
    }
    Optional<FoundTable> found = ruled ? ruled(rows) : AlignedTableFinder.find(rows, rules.level());
    if (found.isPresent()) {
      FoundTable table = found.get();
      split(rows.subList(0, table.firstRow()), ruled);
      add(table, rows.subList(table.firstRow(), table.lastRow() + 1));
      split(rows.subList(table.lastRow() + 1, rows.size()), ruled);
    } else if (ruled) {
      split(rows, false);
    } else {
      addLines(rows);
    }
  }

  private void split(SideBySide sides, List<TextRow> rows) {
    split(rows.subList(0, sides.firstRow()), false);
    split(sides.left(), false);
    split(sides.right(), false);
    split(rows.subList(sides.lastRow() + 1, rows.size()), false);
  }

  private void split(Frames frames, List<TextRow> rows) {
    split(rows.subList(0, frames.firstRow()), true);
    frames.parts().forEach(part -> split(part, false));
    split(rows.subList(frames.lastRow() + 1, rows.size()), true);
  }

  private Optional<FoundTable> ruled(List<TextRow> rows) {
    List<Lattice> lattices = rules.lattices();
    return LabelledBoxes.find(rows, lattices).or(() -> RuledTableFinder.find(rows, lattices));
  }

  private void add(FoundTable table, List<TextRow> rows) {
    List<String> before = Figures.numbers(rows.stream().map(TextRow::allText));
    List<String> after = Figures.numbers(table.grid().texts());
    if (before.equals(after)) {
      blocks.add(table.grid().toTable(table.headerRows()));
    } else {
      gaveUp = true;
      addLines(rows);
    }
  }

  private void addLines(List<TextRow> rows) {
    List<Line> lines = rows.stream().map(TextRow::toLine).toList();
    BoundingBox box = lines.stream().map(Line::box).reduce(BoundingBox::union).orElseThrow();
    blocks.add(new Paragraph(lines, box));
  }

  /**
   * Blocks of a region.
   *
   * @param gaveUp whether a table was shown as rows since its numbers could not be vouched for
   */
  public record Result(List<Block> blocks, boolean gaveUp) {
    public Result {
      blocks = List.copyOf(blocks);
    }
  }
}
