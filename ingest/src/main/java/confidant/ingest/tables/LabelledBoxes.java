package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds boxes side by side, each with a value below its label in small print: a table of one row
 * with the labels as headings.
 */
final class LabelledBoxes {

  /** Longer values are sentences. */
  private static final int MAX_WORDS = 8;

  private LabelledBoxes() {}

  /** The uppermost row of such boxes, if any. */
  static Optional<FoundTable> find(List<TextRow> rows, List<Lattice> lattices) {
    for (Lattice lattice : lattices) {
      int[] rowsOf = lattice.rowsOf(rows);
      for (int row = 0; row < lattice.rows().size(); row++) {
        Optional<FoundTable> found = find(rows, lattice, inside(row, rowsOf));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Indexes of the rows of text that stand in one row of a lattice. */
  private static int[] inside(int row, int[] rowsOf) {
    return IntStream.range(0, rowsOf.length).filter(text -> rowsOf[text] == row).toArray();
  }

  private static Optional<FoundTable> find(List<TextRow> rows, Lattice lattice, int[] inside) {
    if (inside.length != 2 || inside[1] != inside[0] + 1) {
      return Optional.empty();
    }
    TextRow labels = rows.get(inside[0]);
    TextRow values = rows.get(inside[1]);
    if (labels.fontSize() > TableStarts.LABEL_SIZE * values.fontSize()
        || !RowLook.isNames(labels)
        || values.cells().stream().anyMatch(value -> value.size() > MAX_WORDS)
        || !lattice.contains(labels)
        || !lattice.contains(values)) {
      return Optional.empty();
    }
    Grid grid = new Grid(lattice.columns());
    for (TextRow row : List.of(labels, values)) {
      grid.addRow(row.box().top(), row.box().bottom());
      RuledTableFinder.addCells(grid, row, lattice);
    }
    Grid boxes = grid.trimmed();
    boolean labelled = boxes.filled(0) == boxes.columnCount();
    // Two lines in one box may be anything.
    boolean says = boxes.columnCount() > 1 || !RowLook.isNames(values);
    return labelled && says
        ? Optional.of(new FoundTable(boxes, 1, inside[0], inside[1]))
        : Optional.empty();
  }
}
