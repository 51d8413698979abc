package confidant.ingest.flow;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.tables.HeadingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table in rows of as many cells each: spans are resolved, empty rows and columns left out, and
 * lone titles above the rest are set apart.
 */
final class TableGrid {

  /** Leading rows of bold text that can be headings. */
  private static final int MAX_BOLD_ROWS = 3;

  private final List<String> titles;
  private final List<List<Place>> rows;

  private TableGrid(List<String> titles, List<List<Place>> rows) {
    this.titles = List.copyOf(titles);
    this.rows = List.copyOf(rows);
  }

  /**
   * A place of the grid.
   *
   * @param text of the cell that begins here; empty where one reaches over from left or above
   * @param over the cell that reaches over from the left in the same row, if any
   */
  record Place(String text, @Nullable FlowCell over, Emphasis emphasis) {

    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  static TableGrid of(FlowTable table) {
    List<List<Place>> rows = compact(place(table));
    List<String> titles = new ArrayList<>();
    while (rows.size() > 1 && rows.getFirst().size() > 1 && isTitle(rows.getFirst())) {
      titles.add(rows.removeFirst().getFirst().text());
    }
    return new TableGrid(titles, titles.isEmpty() ? rows : compact(rows));
  }

  /** Lines that stood alone above the table. */
  List<String> titles() {
    return titles;
  }

  List<List<Place>> rows() {
    return rows;
  }

  int columnCount() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }

  /** Rows at the top that are headings: as marked, else as they look, else by what they hold. */
  int headerRows() {
    int marked = leading(place -> place.emphasis() == Emphasis.HEADING);
    if (marked > 0) {
      return marked < rows.size() ? marked : 1;
    }
    int bold = leading(place -> place.emphasis() != Emphasis.NONE);
    if (bold > 0 && bold <= MAX_BOLD_ROWS && bold < rows.size()) {
      return bold;
    }
    return HeadingRows.count(
        rows.stream().map(row -> row.stream().map(Place::text).toList()).toList());
  }

  /** Rows at the top of which every filled place is as asked for. */
  private int leading(Predicate<Place> asked) {
    return (int)
        rows.stream()
            .takeWhile(row -> row.stream().filter(place -> !place.isEmpty()).allMatch(asked))
            .count();
  }

  private static List<List<Place>> place(FlowTable table) {
    List<List<Place>> placed = new ArrayList<>();
    // Per column, rows below that a cell above still reaches over.
    List<Integer> busy = new ArrayList<>();
    int count = 0;
    for (List<FlowCell> row : table.rows()) {
      List<Place> places = new ArrayList<>();
      for (FlowCell cell : row) {
        skipBusy(places, busy);
        String text = FlowText.cell(cell.text());
        for (int i = 0; i < Math.max(1, cell.columns()); i++) {
          if (places.size() >= FlowLimits.COLUMNS) {
            throw new LimitExceededException("a table has too many columns");
          }
          set(busy, places.size(), cell.rows() - 1);
          places.add(
              i == 0
                  ? new Place(text, null, cell.emphasis())
                  : new Place("", cell, cell.emphasis()));
        }
      }
      while (places.size() < busy.size()) {
        leaveFree(places, busy);
      }
      placed.add(places);
      count += places.size();
      if (count > FlowLimits.CELLS) {
        throw new LimitExceededException("a table has too many cells");
      }
    }
    int width = placed.stream().mapToInt(List::size).max().orElse(0);
    if ((long) width * placed.size() > FlowLimits.CELLS) {
      throw new LimitExceededException("a table has too many cells");
    }
    placed.forEach(row -> fill(row, width));
    return placed;
  }

  private static void skipBusy(List<Place> places, List<Integer> busy) {
    while (places.size() < busy.size() && busy.get(places.size()) > 0) {
      leaveFree(places, busy);
    }
  }

  /** Leaves a place to the cell above, if that reaches over it. */
  private static void leaveFree(List<Place> places, List<Integer> busy) {
    int column = places.size();
    busy.set(column, Math.max(0, busy.get(column) - 1));
    places.add(new Place("", null, Emphasis.NONE));
  }

  private static void set(List<Integer> busy, int column, int rows) {
    while (busy.size() <= column) {
      busy.add(0);
    }
    busy.set(column, rows);
  }

  private static void fill(List<Place> row, int width) {
    while (row.size() < width) {
      row.add(new Place("", null, Emphasis.NONE));
    }
  }

  private static List<List<Place>> compact(List<List<Place>> placed) {
    List<List<Place>> filled =
        placed.stream().filter(row -> row.stream().anyMatch(place -> !place.isEmpty())).toList();
    int width = filled.isEmpty() ? 0 : filled.getFirst().size();
    List<Integer> kept =
        IntStream.range(0, width)
            .filter(column -> filled.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .boxed()
            .toList();
    List<List<Place>> compact = new ArrayList<>();
    for (List<Place> row : filled) {
      compact.add(new ArrayList<>(kept.stream().map(row::get).toList()));
    }
    return compact;
  }

  /** A row of one cell at the left, or over all columns, names what follows and not a column. */
  private static boolean isTitle(List<Place> row) {
    return !row.getFirst().isEmpty() && row.stream().skip(1).allMatch(Place::isEmpty);
  }
}
