package confidant.ingest.tables;

import java.util.List;
import java.util.stream.IntStream;

/** Tells how many rows at the top of a grid are headings. */
final class Headings {

  private static final int MAX_ROWS = 6;

  /** Share of filled cells that makes a column one of figures. */
  private static final double FIGURE_COLUMN = 0.6;

  /** Share of cells that the first row must fill to be the heading of a table without figures. */
  private static final double FULL_ROW = 0.7;

  private final Grid grid;
  private final boolean[] figureColumns;

  private Headings(Grid grid) {
    this.grid = grid;
    figureColumns = new boolean[grid.columnCount()];
    for (int column = 0; column < figureColumns.length; column++) {
      figureColumns[column] = isFigureColumn(column);
    }
  }

  /** Rows at the top without figures where the rows below have some; years are no figures there. */
  static int count(Grid grid) {
    return new Headings(grid).count();
  }

  /** Per column, whether it is one of figures. */
  static boolean[] figureColumns(Grid grid) {
    return new Headings(grid).figureColumns;
  }

  private int count() {
    boolean figures = IntStream.range(0, figureColumns.length).anyMatch(i -> figureColumns[i]);
    if (!figures) {
      boolean named =
          grid.rowCount() > 1 && grid.filled(0) >= FULL_ROW * grid.columnCount() && !hasDigits(0);
      return named ? 1 : 0;
    }
    int rows = 0;
    boolean named = false;
    while (rows < Math.min(MAX_ROWS, grid.rowCount() - 1)
        && isHeading(rows)
        && !(named && startsSection(rows))) {
      named |= grid.filled(rows) > 1 && 2 * grid.filled(rows) >= grid.columnCount();
      rows++;
    }
    // A lone title or the name of a section names no columns.
    boolean namesColumns = IntStream.range(0, rows).anyMatch(row -> grid.filled(row) > 1);
    return namesColumns ? rows : 0;
  }

  private boolean isHeading(int row) {
    for (int column = 0; column < figureColumns.length; column++) {
      String text = grid.text(row, column);
      boolean figure =
          figureColumns[column] ? Figures.startsAsFigure(text) : grid.isFigure(row, column);
      if (figure && !isYearAboveFigures(text, row, column)) {
        return false;
      }
    }
    return true;
  }

  /** Below the names of the columns: a row with digits, or one with nothing but a label. */
  private boolean startsSection(int row) {
    return hasDigits(row) || (grid.filled(row) == 1 && !grid.isEmpty(row, 0));
  }

  private boolean hasDigits(int row) {
    return IntStream.range(0, grid.columnCount())
        .anyMatch(column -> Figures.hasDigitBesideYears(grid.text(row, column)));
  }

  private boolean isYearAboveFigures(String text, int row, int column) {
    if (!Figures.isYear(text)) {
      return false;
    }
    List<String> below =
        IntStream.range(row + 1, grid.rowCount())
            .mapToObj(other -> grid.text(other, column))
            .filter(other -> !other.isEmpty())
            .toList();
    return 2 * below.stream().filter(Figures::isYear).count() < below.size();
  }

  private boolean isFigureColumn(int column) {
    int filled = 0;
    int figures = 0;
    for (int row = 1; row < grid.rowCount(); row++) {
      if (!grid.text(row, column).isEmpty()) {
        filled++;
        if (grid.isFigure(row, column)) {
          figures++;
        }
      }
    }
    return figures > 0 && figures >= FIGURE_COLUMN * filled;
  }
}
