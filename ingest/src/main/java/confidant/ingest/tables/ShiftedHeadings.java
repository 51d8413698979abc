package confidant.ingest.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins columns that have no heading with neighbours that have a heading but no entries: centred
 * headings need not stand over what they name.
 *
 * <p>As many columns as can be get a heading, and among those ways the one with the shortest
 * distances is taken. Columns of text take part only if no column is left over then.
 */
final class ShiftedHeadings {

  private final Grid grid;
  private final boolean[] named;
  private final boolean[] filled;

  private ShiftedHeadings(Grid grid, int headings) {
    this.grid = grid;
    named = new boolean[grid.columnCount()];
    filled = new boolean[grid.columnCount()];
    for (int column = 0; column < named.length; column++) {
      int c = column;
      named[column] = IntStream.range(0, headings).anyMatch(row -> !grid.isEmpty(row, c));
      filled[column] =
          IntStream.range(headings, grid.rowCount()).anyMatch(row -> !grid.isEmpty(row, c));
    }
  }

  /** The grid with such columns joined. */
  static Grid join(Grid grid) {
    int headings = Headings.count(grid);
    return headings == 0 ? grid : new ShiftedHeadings(grid, headings).join();
  }

  /**
   * How many columns have no heading or nothing but a heading; none where there are no headings.
   */
  static int unbound(Grid grid) {
    int headings = Headings.count(grid);
    return headings == 0 ? 0 : new ShiftedHeadings(grid, headings).unbound();
  }

  private int unbound() {
    return (int) IntStream.range(0, named.length).filter(i -> named[i] != filled[i]).count();
  }

  private Grid join() {
    boolean[] all = new boolean[named.length];
    Arrays.fill(all, true);
    List<Integer> pairs = pairs(all);
    if (2 * pairs.size() < unbound()) {
      pairs = pairs(Headings.figureColumns(grid));
    }
    Grid joined = grid;
    for (int left : pairs) {
      joined = joined.withColumnsJoined(left);
    }
    return joined;
  }

  /**
   * The best pairs of neighbours, each by the index of its left column, from right to left.
   *
   * @param nameable per column, whether it may be given a heading
   */
  private List<Integer> pairs(boolean[] nameable) {
    int columns = named.length;
    // Of the first columns: the number of pairs, their distances, and whether the last is in one.
    int[] count = new int[columns + 1];
    double[] distance = new double[columns + 1];
    boolean[] paired = new boolean[columns + 1];
    for (int end = 1; end <= columns; end++) {
      count[end] = count[end - 1];
      distance[end] = distance[end - 1];
      if (end > 1 && isPair(end - 2, nameable)) {
        int with = count[end - 2] + 1;
        double along = distance[end - 2] + distance(end - 2);
        if (with > count[end] || (with == count[end] && along < distance[end])) {
          count[end] = with;
          distance[end] = along;
          paired[end] = true;
        }
      }
    }
    List<Integer> pairs = new ArrayList<>();
    int end = columns;
    while (end > 0) {
      if (paired[end]) {
        pairs.add(end - 2);
      }
      end -= paired[end] ? 2 : 1;
    }
    return pairs;
  }

  private boolean isPair(int left, boolean[] nameable) {
    int right = left + 1;
    return (isName(left) && isUnnamed(right) && nameable[right])
        || (isUnnamed(left) && isName(right) && nameable[left]);
  }

  private boolean isName(int column) {
    return named[column] && !filled[column];
  }

  private boolean isUnnamed(int column) {
    return filled[column] && !named[column];
  }

  private double distance(int left) {
    return Math.max(0, -grid.column(left).overlap(grid.column(left + 1)));
  }
}
