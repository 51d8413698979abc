package confidant.ingest.flow.sheet;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The filled cells of one sheet, by row and column from 0. */
public final class Sheet {

  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows = new TreeMap<>();
  private int count;

  /**
   * A cell with text.
   *
   * @param columns that it spans, being merged
   * @param rows that it spans, being merged
   */
  record SheetCell(String text, Emphasis emphasis, int columns, int rows) {}

  /** Fills a cell; blank text leaves it empty. */
  public void put(int row, int column, String text, Emphasis emphasis) {
    if (text.isBlank()) {
      return;
    }
    if (++count > FlowLimits.CELLS) {
      throw new LimitExceededException("a sheet has too many cells");
    }
    rows.computeIfAbsent(row, any -> new TreeMap<>())
        .put(column, new SheetCell(text, emphasis, 1, 1));
  }

  /** Merges cells into the first of them. */
  public void merge(int row, int column, int mergedRows, int mergedColumns) {
    NavigableMap<Integer, SheetCell> cells = rows.get(row);
    SheetCell cell = cells == null ? null : cells.get(column);
    if (cell != null) {
      cells.put(column, new SheetCell(cell.text(), cell.emphasis(), mergedColumns, mergedRows));
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows() {
    return rows;
  }
}
