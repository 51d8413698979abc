package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowTable;
import confidant.ingest.flow.sheet.Sheet.SheetCell;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Cells of a sheet that may be one table or several. It is cut at empty rows, between rows that
 * have no column in common, and at empty columns with rows on either side that have little to do
 * with each other; a single empty column within a table is only room.
 */
final class SheetRegion {

  /**
   * Share of the rows that both sides of an empty column fill, from which on they are one table.
   */
  private static final double ONE_TABLE = 0.5;

  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows;

  SheetRegion(NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows) {
    this.rows = rows;
  }

  /** The tables of the region, from top to bottom, then from left to right. */
  List<SheetRegion> tables() {
    List<SheetRegion> bands = bands();
    if (bands.size() > 1) {
      return bands.stream().flatMap(band -> band.tables().stream()).toList();
    }
    List<SheetRegion> sides = sides();
    return sides.size() > 1
        ? sides.stream().flatMap(side -> side.tables().stream()).toList()
        : List.of(this);
  }

  /** The region as a table of the columns in which anything stands. */
  FlowTable toTable() {
    NavigableSet<Integer> used = new TreeSet<>();
    rows.values().forEach(row -> used.addAll(row.keySet()));
    List<List<FlowCell>> table = new ArrayList<>();
    for (NavigableMap<Integer, SheetCell> row : rows.values()) {
      List<FlowCell> cells = new ArrayList<>();
      Iterator<Integer> columns = used.iterator();
      int next = columns.next();
      for (Entry<Integer, SheetCell> entry : row.entrySet()) {
        while (next < entry.getKey()) {
          cells.add(FlowCell.EMPTY);
          next = columns.next();
        }
        int end = end(row, entry);
        int spanned = 0;
        while (next < end) {
          spanned++;
          next = columns.hasNext() ? columns.next() : Integer.MAX_VALUE;
        }
        SheetCell cell = entry.getValue();
        cells.add(new FlowCell(cell.text(), spanned, 1, cell.emphasis()));
      }
      table.add(cells);
    }
    return new FlowTable(table);
  }

  /** The column after a cell; a merged one ends before the next that is filled. */
  private static int end(NavigableMap<Integer, SheetCell> row, Entry<Integer, SheetCell> entry) {
    int column = entry.getKey();
    int end = column + Math.max(1, entry.getValue().columns());
    Integer filled = row.higherKey(column);
    return filled == null ? end : Math.min(end, filled);
  }

  private List<SheetRegion> bands() {
    List<SheetRegion> bands = new ArrayList<>();
    NavigableMap<Integer, NavigableMap<Integer, SheetCell>> band = new TreeMap<>();
    TreeSet<Integer> columns = new TreeSet<>();
    int last = 0;
    for (Entry<Integer, NavigableMap<Integer, SheetCell>> row : rows.entrySet()) {
      boolean apart = row.getKey() > last + 1 || !meets(row.getValue(), columns);
      if (!band.isEmpty() && apart) {
        bands.add(new SheetRegion(band));
        band = new TreeMap<>();
        columns.clear();
      }
      band.put(row.getKey(), row.getValue());
      row.getValue().forEach((column, cell) -> cover(columns, column, cell));
      last = row.getKey();
      for (SheetCell cell : row.getValue().values()) {
        // Below a cell that is merged over rows there is no empty row.
        last = Math.max(last, row.getKey() + Math.min(cell.rows(), 100) - 1);
      }
    }
    bands.add(new SheetRegion(band));
    return bands;
  }

  private static boolean meets(NavigableMap<Integer, SheetCell> row, Set<Integer> columns) {
    TreeSet<Integer> covered = new TreeSet<>();
    row.forEach((column, cell) -> cover(covered, column, cell));
    return covered.stream().anyMatch(columns::contains);
  }

  private static void cover(Set<Integer> columns, int column, SheetCell cell) {
    for (int i = 0; i < Math.min(cell.columns(), 1000); i++) {
      columns.add(column + i);
    }
  }

  private List<SheetRegion> sides() {
    TreeSet<Integer> used = new TreeSet<>();
    rows.values().forEach(row -> row.forEach((column, cell) -> cover(used, column, cell)));
    Integer previous = null;
    for (int column : used) {
      if (previous != null && column > previous + 1) {
        SheetRegion left = side(Integer.MIN_VALUE, previous);
        SheetRegion right = side(column, Integer.MAX_VALUE);
        if (areApart(left, right)) {
          return List.of(left, right);
        }
      }
      previous = column;
    }
    return List.of(this);
  }

  private SheetRegion side(int first, int last) {
    NavigableMap<Integer, NavigableMap<Integer, SheetCell>> side = new TreeMap<>();
    rows.forEach(
        (number, row) -> {
          NavigableMap<Integer, SheetCell> part = row.subMap(first, true, last, true);
          if (!part.isEmpty()) {
            side.put(number, part);
          }
        });
    return new SheetRegion(side);
  }

  private static boolean areApart(SheetRegion left, SheetRegion right) {
    long common = left.rows.keySet().stream().filter(right.rows::containsKey).count();
    long most = Stream.of(left, right).mapToLong(side -> side.rows.size()).max().orElseThrow();
    return common < ONE_TABLE * most;
  }
}
