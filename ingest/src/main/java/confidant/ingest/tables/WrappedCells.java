package confidant.ingest.tables;

/**
 * Joins rows that only continue the text of the row above.
 *
 * <p>Such a row has text below text, no figure, at most half of the cells, and stands nearer to the
 * row above than to the one below.
 */
final class WrappedCells {

  /** Distance to the row above, in parts of that to the row below. */
  private static final double NEARER = 0.85;

  private WrappedCells() {}

  static void join(Grid grid) {
    for (int row = grid.rowCount() - 2; row > 0; row--) {
      if (continues(grid, row)) {
        grid.mergeIntoPrevious(row);
      }
    }
  }

  private static boolean continues(Grid grid, int row) {
    double above = grid.rowBand(row).start() - grid.rowBand(row - 1).end();
    double below = grid.rowBand(row + 1).start() - grid.rowBand(row).end();
    double height = grid.rowBand(row).length();
    if (above + height > NEARER * (below + height) || 2 * grid.filled(row) > grid.columnCount()) {
      return false;
    }
    for (int column = 0; column < grid.columnCount(); column++) {
      boolean text = !grid.isEmpty(row, column);
      if (text
          && (grid.isEmpty(row - 1, column)
              || Figures.isFigure(grid.text(row, column))
              || Figures.isFigure(grid.text(row - 1, column)))) {
        return false;
      }
    }
    return true;
  }
}
