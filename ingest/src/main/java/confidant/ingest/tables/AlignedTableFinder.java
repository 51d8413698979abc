package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds tables without rules by the alignment of their columns.
 *
 * <p>The row with the most cells gives the first columns. Neighbouring rows join as long as each of
 * their cells falls into one column, or spans some that the row leaves empty; columns grow with
 * them. A row of one cell joins only between rows that fit.
 */
final class AlignedTableFinder {

  /** Rows further apart, in parts of the font size, belong to different tables. */
  private static final double MAX_ROW_DISTANCE = 4.5;

  /** Rows nearer than this, in parts of the font size, are never too far apart. */
  private static final double NEAR_ROW = 2.2;

  /** A row is too far away from the others beyond this many times the distance between them. */
  private static final double MAX_PITCH_CHANGE = 2.2;

  /** Rows below a table in print this much smaller are its notes or the page's foot. */
  private static final double SMALL_PRINT = 0.85;

  /** Rows of a single cell in a row, such as wrapped text, that a table may have. */
  private static final int MAX_PENDING = 4;

  /** Least share of cells with text. */
  private static final double MIN_FILL = 0.45;

  private static final double MIN_FILL_WITHOUT_FIGURES = 0.7;

  private final List<TextRow> rows;
  private final ColumnFitter fitter;
  private int first;
  private int last;

  private AlignedTableFinder(List<TextRow> rows, int seed) {
    this.rows = rows;
    this.fitter = new ColumnFitter(rows.get(seed));
    first = seed;
    last = seed;
  }

  /** The first good table by number of columns, if any. */
  static Optional<FoundTable> find(List<TextRow> rows) {
    List<Integer> seeds =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).cells().size() > 1)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).cells().size()))
            .toList();
    boolean[] seen = new boolean[rows.size()];
    for (int seed : seeds) {
      if (!seen[seed]) {
        AlignedTableFinder finder = new AlignedTableFinder(rows, seed);
        Optional<FoundTable> table = finder.grow();
        if (table.isPresent()) {
          return table;
        }
        for (int i = finder.first; i <= finder.last; i++) {
          seen[i] = true;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<FoundTable> grow() {
    last = extend(1);
    first = extend(-1);
    Grid grid = fitter.grid(rows.subList(first, last + 1));
    WrappedCells.join(grid);
    grid = ShiftedHeadings.join(grid);
    return isTable(grid) ? Optional.of(new FoundTable(grid, first, last)) : Optional.empty();
  }

  /** The last row that fits, going up or down from the seed. */
  private int extend(int step) {
    int edge = step > 0 ? last : first;
    int pending = 0;
    double pitch = 0;
    boolean named = step < 0 && isHeading(rows.get(edge));
    for (int at = edge + step; at >= 0 && at < rows.size() && pending <= MAX_PENDING; at += step) {
      TextRow row = rows.get(at);
      double distance = Math.abs(row.baseline() - rows.get(at - step).baseline());
      boolean apart = distance > Math.max(NEAR_ROW * row.fontSize(), MAX_PITCH_CHANGE * pitch);
      if (distance > MAX_ROW_DISTANCE * row.fontSize()
          || (pitch > 0 && apart)
          || (step > 0 && row.fontSize() < SMALL_PRINT * rows.get(first).fontSize())
          || (named && (apart || hasDigits(row)))
          || !fitter.fits(row, step < 0)) {
        break;
      }
      pitch = Math.max(pitch, distance);
      if (row.cells().size() > 1) {
        edge = at;
        pending = 0;
        named |= step < 0 && isHeading(row);
        fitter.add(row);
      } else {
        pending++;
      }
    }
    return edge;
  }

  /** What stands above the names of the columns, and is not a name too, is another table. */
  private static boolean isHeading(TextRow row) {
    return row.cells().size() > 1 && !hasDigits(row);
  }

  private static boolean hasDigits(TextRow row) {
    return Figures.hasDigitBesideYears(TextRow.text(row.words()));
  }

  private static boolean isTable(Grid grid) {
    long full = IntStream.range(0, grid.rowCount()).filter(row -> grid.filled(row) > 1).count();
    if (full < 2 || grid.columnCount() < 2) {
      return false;
    }
    int headings = Headings.count(grid);
    int figures = figures(grid);
    if (grid.columnCount() == 2) {
      // Labels and values read well as lines; a table only if its columns have names.
      return figures > 1 && headings == 1 && full > 2 && !grid.isEmpty(0, 1);
    }
    if (full == 2) {
      return headings == 1 && grid.rowCount() == 2 && grid.fillRatio() == 1;
    }
    if (headings == 0) {
      return figures > 1 && grid.fillRatio() >= MIN_FILL;
    }
    return grid.fillRatio() >= (figures > 0 ? MIN_FILL : MIN_FILL_WITHOUT_FIGURES);
  }

  /** Most figures in one column of figures, the first column aside: it may only count the rows. */
  private static int figures(Grid grid) {
    boolean[] figureColumns = Headings.figureColumns(grid);
    int most = 0;
    for (int column = 1; column < figureColumns.length; column++) {
      if (figureColumns[column]) {
        int c = column;
        long figures =
            IntStream.range(0, grid.rowCount())
                .filter(row -> Figures.isFigure(grid.text(row, c)))
                .count();
        most = Math.max(most, (int) figures);
      }
    }
    return most;
  }
}
