package confidant.ingest.tables;

import java.util.List;
import java.util.stream.IntStream;

/** Tells whether rows that stand in columns are a table. */
final class Plausibility {

  /** Least share of cells with text. */
  private static final double MIN_FILL = 0.45;

  private static final double MIN_FILL_WITHOUT_FIGURES = 0.7;

  private Plausibility() {}

  static boolean isTable(Grid grid) {
    long full = IntStream.range(0, grid.rowCount()).filter(row -> grid.filled(row) > 1).count();
    if (full < 2 || grid.columnCount() < 2) {
      return false;
    }
    int headings = Headings.count(grid);
    int figures = figures(grid);
    if (grid.columnCount() == 2) {
      // Labels and values read well as lines; a table only if its columns have names.
      return figures > 1 && full > 2 && namesBothColumns(grid, headings) && isOneSort(grid);
    }
    if (full == 2) {
      return headings == 1 && grid.rowCount() == 2 && grid.fillRatio() == 1;
    }
    if (headings == 0) {
      return figures > 1 && grid.fillRatio() >= MIN_FILL;
    }
    return grid.fillRatio() >= (figures > 0 ? MIN_FILL : MIN_FILL_WITHOUT_FIGURES);
  }

  /** One row of names, above it at most the first line of one of them. */
  private static boolean namesBothColumns(Grid grid, int headings) {
    return headings > 0
        && !grid.isEmpty(headings - 1, 1)
        && (headings == 1 || (headings == 2 && grid.filled(0) == 1));
  }

  /** Whether no days stand among other figures in the second column, as in lists of data. */
  private static boolean isOneSort(Grid grid) {
    List<String> figures =
        IntStream.range(0, grid.rowCount())
            .mapToObj(row -> grid.text(row, 1))
            .filter(Figures::startsAsFigure)
            .toList();
    long days = figures.stream().filter(Figures::isDay).count();
    return days == 0 || days == figures.size();
  }

  /** Most figures in one column of figures, the first column aside: it may only count the rows. */
  private static int figures(Grid grid) {
    boolean[] figureColumns = Headings.figureColumns(grid);
    int most = 0;
    for (int column = 1; column < figureColumns.length; column++) {
      if (figureColumns[column]) {
        int c = column;
        long figures =
            IntStream.range(0, grid.rowCount()).filter(row -> grid.isFigure(row, c)).count();
        most = Math.max(most, (int) figures);
      }
    }
    return most;
  }
}
