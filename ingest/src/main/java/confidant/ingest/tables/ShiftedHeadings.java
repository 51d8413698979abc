package confidant.ingest.tables;

import java.util.stream.IntStream;

/**
 * Joins a column of figures that has no heading with the neighbour that has a heading but no
 * entries: centred headings need not stand over the figures that they name.
 */
final class ShiftedHeadings {

  private ShiftedHeadings() {}

  /** The grid with such columns joined, where only one neighbour can be meant. */
  static Grid join(Grid grid) {
    int headings = Headings.count(grid);
    boolean[] figures = Headings.figureColumns(grid);
    Grid joined = grid;
    for (int column = grid.columnCount() - 1; headings > 0 && column > 0; column--) {
      if (figures[column] && !isNamed(joined, column, headings)) {
        boolean left = isNameOnly(joined, column - 1, headings);
        boolean right =
            column + 1 < joined.columnCount() && isNameOnly(joined, column + 1, headings);
        if (left != right) {
          joined = joined.withColumnsJoined(left ? column - 1 : column);
        }
      }
    }
    return joined;
  }

  private static boolean isNamed(Grid grid, int column, int headings) {
    return IntStream.range(0, headings).anyMatch(row -> !grid.isEmpty(row, column));
  }

  private static boolean isNameOnly(Grid grid, int column, int headings) {
    return isNamed(grid, column, headings)
        && IntStream.range(headings, grid.rowCount()).allMatch(row -> grid.isEmpty(row, column));
  }
}
