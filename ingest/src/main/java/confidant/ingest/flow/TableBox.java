package confidant.ingest.flow;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.flow.TableGrid.Place;
import java.util.ArrayList;
import java.util.List;

/** Gives the cells of a table boxes of their own, in columns as wide as their longest text. */
final class TableBox {

  private final TableGrid grid;
  private final double top;

  /** Left edges of the columns, and the right edge of the last. */
  private final double[] edges;

  TableBox(TableGrid grid, double top) {
    this.grid = grid;
    this.top = top;
    edges = edges(grid);
  }

  /** The table, of which the first {@code headerRows} are headings. */
  Table table(int headerRows) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < grid.rows().size(); row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < grid.columnCount(); column++) {
        Place place = grid.rows().get(row).get(column);
        cells.add(new Cell(row < headerRows ? heading(place) : place.text(), box(row, column)));
      }
      rows.add(cells);
    }
    double height = rows.size() * FlowComposer.LINE_HEIGHT;
    return new Table(rows, headerRows, new BoundingBox(0, top, edges[edges.length - 1], height));
  }

  /**
   * A heading over several columns names each of them. One with digits stays where it is: no number
   * may appear twice.
   */
  private static String heading(Place place) {
    if (place.over() == null) {
      return place.text();
    }
    String text = FlowText.cell(place.over().text());
    return text.chars().anyMatch(Character::isDigit) ? "" : text;
  }

  /** The box of a cell reaches as far as the cell. */
  private BoundingBox box(int row, int column) {
    List<Place> places = grid.rows().get(row);
    int end = column + 1;
    while (end < places.size()
        && places.get(column).over() == null
        && places.get(end).over() != null) {
      end++;
    }
    return new BoundingBox(
        edges[column],
        top + row * FlowComposer.LINE_HEIGHT,
        edges[end] - edges[column],
        FlowComposer.LINE_HEIGHT);
  }

  private static double[] edges(TableGrid grid) {
    double[] edges = new double[grid.columnCount() + 1];
    for (int column = 0; column < grid.columnCount(); column++) {
      int longest = 1;
      for (List<Place> row : grid.rows()) {
        longest = Math.max(longest, row.get(column).text().length());
      }
      edges[column + 1] = edges[column] + (longest + 2) * FlowComposer.CHARACTER_WIDTH;
    }
    return edges;
  }
}
