package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds tables drawn as a grid of level and plumb rules. */
final class RuledTableFinder {

  /** Least share of cells with text; forms of boxes have far less. */
  private static final double MIN_FILL = 0.4;

  /** Most words, as a share, that may cross a rule between columns. */
  private static final double MAX_CROSSING = 0.03;

  /** Most words, as a share, in cells over several columns; forms of boxes have more. */
  private static final double MAX_SPANNING = 0.35;

  private RuledTableFinder() {}

  /** The good table of the uppermost lattice, if any. */
  static Optional<FoundTable> find(List<TextRow> rows, List<Lattice> lattices) {
    for (Lattice lattice : lattices) {
      if (lattice.columns().size() < 2) {
        continue;
      }
      int first = skipTitle(rows, firstInside(rows, lattice), lattice);
      int last = lastInside(rows, lattice);
      if (first >= 0 && last > first) {
        Optional<Grid> grid = grid(rows.subList(first, last + 1), lattice);
        if (grid.isPresent()) {
          return Optional.of(new FoundTable(grid.get(), Headings.count(grid.get()), first, last));
        }
      }
    }
    return Optional.empty();
  }

  private static int firstInside(List<TextRow> rows, Lattice lattice) {
    for (int i = 0; i < rows.size(); i++) {
      if (lattice.contains(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Rows that reach over all columns name the table and none of its columns. */
  private static int skipTitle(List<TextRow> rows, int from, Lattice lattice) {
    int first = from;
    while (first >= 0
        && first < rows.size()
        && rows.get(first).words().stream().allMatch(lattice::reachesOverAll)) {
      first++;
    }
    return first;
  }

  private static int lastInside(List<TextRow> rows, Lattice lattice) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (lattice.contains(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Grid> grid(List<TextRow> rows, Lattice lattice) {
    List<Word> words = rows.stream().flatMap(row -> row.words().stream()).toList();
    long crossing = words.stream().filter(lattice::isCrossed).count();
    long spanning = words.stream().filter(lattice::isInSpanningCell).count();
    if (crossing > MAX_CROSSING * words.size()
        || spanning > MAX_SPANNING * words.size()
        || !rows.stream().allMatch(lattice::contains)
        || Frames.crowds(rows, lattice)) {
      return Optional.empty();
    }
    Grid grid = new Grid(lattice.columns());
    BitSet ruled = new BitSet();
    int[] rowsOf = lattice.rowsOf(rows);
    for (int i = 0; i < lattice.rows().size(); i++) {
      int band = i;
      List<TextRow> inside =
          IntStream.range(0, rowsOf.length)
              .filter(row -> rowsOf[row] == band)
              .mapToObj(rows::get)
              .toList();
      ruled.set(grid.rowCount());
      addRows(grid, lattice.rows().get(band), inside, lattice);
    }
    WrappedCells.join(grid, ruled::get);
    Grid trimmed = grid.trimmed();
    return isTable(trimmed) ? Optional.of(trimmed) : Optional.empty();
  }

  private static boolean isTable(Grid grid) {
    long full = IntStream.range(0, grid.rowCount()).filter(row -> grid.filled(row) > 1).count();
    return full > 1
        && 2 * full >= grid.rowCount()
        && grid.columnCount() > 1
        && grid.fillRatio() >= MIN_FILL;
  }

  /**
   * What stands between two level rules is one row of wrapped cells, unless several of its lines
   * hold figures side by side: then each line is one, or part of one as in tables without rules.
   */
  private static void addRows(Grid grid, Band band, List<TextRow> inside, Lattice lattice) {
    if (inside.stream().filter(row -> figures(row) > 1).count() > 1) {
      for (TextRow row : inside) {
        grid.addRow(row.box().top(), row.box().bottom());
        addCells(grid, row, lattice);
      }
    } else {
      grid.addRow(band.start(), band.end());
      inside.forEach(row -> addCells(grid, row, lattice));
    }
  }

  private static long figures(TextRow row) {
    return row.cells().stream().map(TextRow::text).filter(Figures::isFigure).count();
  }

  /** Adds a row's words to the last row of {@code grid}. */
  static void addCells(Grid grid, TextRow row, Lattice lattice) {
    lattice.cells(row).forEach(cell -> addCell(grid, cell, lattice));
  }

  /** Texts that stand apart in a cell over several columns go each to the column it stands in. */
  private static void addCell(Grid grid, TextRow cell, Lattice lattice) {
    int row = grid.rowCount() - 1;
    List<List<Word>> texts = cell.cells();
    if (texts.size() > 1 && lattice.areInColumnsOfTheirOwn(texts)) {
      texts.forEach(
          text -> grid.addLine(row, lattice.columnAt(text), lattice.columnAt(text), text));
    } else {
      int[] columns = lattice.columnsOf(cell.words().getFirst());
      grid.addLine(row, columns[0], columns[1], cell.words());
    }
  }
}
