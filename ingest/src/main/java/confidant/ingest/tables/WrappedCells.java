package confidant.ingest.tables;

/**
 * Joins rows that only continue the text of the row above.
 *
 * <p>Such a row has text below text, no figure in a column of figures, at most half of the cells,
 * and stands no nearer to the row below than to the one above. Where it has text in the first
 * column it must stand nearer to the row above, or it is the name of a section.
 */
final class WrappedCells {

  /** Furthest distance to the row above, in parts of that to the row below. */
  private static final double EVEN = 1.15;

  private static final double NEARER = 0.85;

  private WrappedCells() {}

  static void join(Grid grid) {
    boolean[] figures = Headings.figureColumns(grid);
    for (int row = grid.rowCount() - 2; row > 0; row--) {
      if (isNearerAbove(grid, row) && continues(grid, row, figures)) {
        grid.mergeIntoPrevious(row);
      }
    }
  }

  private static boolean isNearerAbove(Grid grid, int row) {
    double above = grid.rowBand(row).end() - grid.rowBand(row - 1).end();
    double below = grid.rowBand(row + 1).start() - grid.rowBand(row).start();
    return above <= below * (grid.isEmpty(row, 0) ? EVEN : NEARER);
  }

  private static boolean continues(Grid grid, int row, boolean[] figures) {
    if (2 * grid.filled(row) > grid.columnCount()) {
      return false;
    }
    for (int column = 0; column < grid.columnCount(); column++) {
      boolean figure = Figures.isFigure(grid.text(row, column));
      boolean figureAbove = Figures.isFigure(grid.text(row - 1, column));
      if (!grid.isEmpty(row, column)
          && (grid.isEmpty(row - 1, column) || figureAbove || (figure && figures[column]))) {
        return false;
      }
    }
    return true;
  }
}
