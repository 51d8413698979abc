package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds tables without a grid of rules by the alignment of their columns.
 *
 * <p>The row with the most cells gives the first columns. Neighbouring rows join as long as each of
 * their cells falls into one column, or spans some that the row leaves empty; columns grow with
 * them. A row of one cell joins only between rows that fit, or as a further line of a row at the
 * edge. Going down, the names of other columns end a table, and so do figures that stand apart from
 * its own.
 */
final class AlignedTableFinder {

  /** Rows further apart, in parts of the font size, belong to different tables. */
  private static final double MAX_ROW_DISTANCE = 4.5;

  /** Rows nearer than this, in parts of the font size, are never too far apart. */
  private static final double NEAR_ROW = 2.2;

  /** A row is too far away from the others beyond this many times the distance between them. */
  private static final double MAX_PITCH_CHANGE = 2.2;

  /** Beyond this many times that distance its figures must stand in columns of figures. */
  private static final double PITCH_CHANGE = 1.3;

  /** Figures of a column end at the same place, give or take this part of the font size. */
  private static final double SAME_END = 0.6;

  /** Lines of headings further apart, in parts of the font size, are parted by what is between. */
  private static final double HEADING_LEADING = 1.45;

  /** Rows below a table in print this much smaller are its notes or the page's foot. */
  private static final double SMALL_PRINT = 0.85;

  /** Rows of a single cell in a row, such as wrapped text, that a table may have. */
  private static final int MAX_PENDING = 4;

  private final List<TextRow> rows;
  private final LevelRules rules;
  private final TableStarts starts;
  private final ColumnFitter fitter;
  private int first;
  private int last;

  private AlignedTableFinder(List<TextRow> rows, LevelRules rules, int seed) {
    this.rows = rows;
    this.rules = rules;
    this.starts = new TableStarts(rows);
    this.fitter = new ColumnFitter(rows.get(seed));
    first = seed;
    last = seed;
  }

  /** The first good table by number of columns, if any. */
  static Optional<FoundTable> find(List<TextRow> rows, LevelRules rules) {
    List<Integer> seeds =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).cells().size() > 1)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).cells().size()))
            .toList();
    boolean[] seen = new boolean[rows.size()];
    for (int seed : seeds) {
      if (!seen[seed]) {
        AlignedTableFinder finder = new AlignedTableFinder(rows, rules, seed);
        Optional<FoundTable> table = finder.grow();
        if (table.isPresent()) {
          return table;
        }
        for (int i = finder.first; i <= finder.last; i++) {
          seen[i] = true;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<FoundTable> grow() {
    last = extend(1);
    first = extend(-1);
    EdgeLines edges = new EdgeLines(rows, rules, fitter);
    int upper = edges.upper(first, last);
    last = edges.lower(first, last);
    rows.subList(upper, first).forEach(fitter::add);
    first = upper;
    Grid grid = grid();
    return Plausibility.isTable(grid)
        ? Optional.of(new FoundTable(grid, Headings.count(grid), first, last))
        : Optional.empty();
  }

  /** The last row that fits, going up or down from the seed. */
  private int extend(int step) {
    int edge = step > 0 ? last : first;
    int pending = 0;
    double pitch = 0;
    boolean named = step < 0 && RowLook.isHeading(rows.get(edge));
    for (int at = edge + step; at >= 0 && at < rows.size() && pending <= MAX_PENDING; at += step) {
      TextRow row = rows.get(at);
      double distance = Math.abs(row.baseline() - rows.get(at - step).baseline());
      boolean apart = distance > Math.max(NEAR_ROW * row.fontSize(), MAX_PITCH_CHANGE * pitch);
      if (distance > MAX_ROW_DISTANCE * row.fontSize()
          || (pitch > 0 && apart)
          || (step > 0 && endsAbove(at, edge, distance > PITCH_CHANGE * pitch && pitch > 0))
          || (named && endsBelow(row, apart, pending > 0, distance))
          || !fitter.fits(row, step < 0)) {
        break;
      }
      pitch = Math.max(pitch, distance);
      if (row.cells().size() > 1) {
        edge = at;
        pending = 0;
        named |= step < 0 && RowLook.isHeading(row);
        fitter.add(row);
      } else {
        pending++;
      }
    }
    return edge;
  }

  /** Whether the table so far, down to {@code edge}, does not go on with the row {@code at}. */
  private boolean endsAbove(int at, int edge, boolean gap) {
    TextRow row = rows.get(at);
    return row.fontSize() < SMALL_PRINT * rows.get(first).fontSize()
        || starts.isStart(at)
        || (gap && (fitter.spansMany(row) || strays(row, rows.subList(first, edge + 1))));
  }

  /** What stands above the names of the columns, and is not a name too, is another table. */
  private static boolean endsBelow(TextRow row, boolean apart, boolean pending, double distance) {
    boolean parted =
        pending && row.cells().size() > 1 && distance > HEADING_LEADING * row.fontSize();
    return apart || parted || !RowLook.isNames(row);
  }

  /** Whether it has figures, or smaller print, but no figure where figures of the table stand. */
  private static boolean strays(TextRow row, List<TextRow> table) {
    List<Band> figures = RowLook.figures(row);
    List<Band> others = table.stream().flatMap(other -> RowLook.figures(other).stream()).toList();
    boolean small =
        row.fontSize() < table.getLast().fontSize() && !RowLook.isSameSize(row, table.getLast());
    double tolerance = SAME_END * row.fontSize();
    return (!figures.isEmpty() || small)
        && !others.isEmpty()
        && figures.stream()
            .noneMatch(
                figure ->
                    others.stream()
                        .anyMatch(
                            other ->
                                other.overlap(figure) > 0
                                    || Math.abs(other.end() - figure.end()) <= tolerance));
  }

  /** The table; with columns of the entries alone if more of those then have names. */
  private Grid grid() {
    Grid grid = grid(fitter);
    int unbound = ShiftedHeadings.unbound(grid);
    Grid best =
        unbound == 0
            ? grid
            : entryColumns()
                .map(this::grid)
                .filter(other -> ShiftedHeadings.unbound(other) < unbound)
                .orElse(grid);
    return ShiftedHeadings.join(best);
  }

  private Grid grid(ColumnFitter columns) {
    List<TextRow> own = rows.subList(first, last + 1);
    Band width =
        own.stream()
            .map(row -> new Band(row.left(), row.right()))
            .reduce(Band::union)
            .orElseThrow();
    Grid grid = columns.grid(own);
    WrappedCells.join(grid, row -> rules.part(own.get(row - 1), own.get(row), width));
    return grid;
  }

  /** Columns that grew from the entries, to which the names were added last; none if some miss. */
  private Optional<ColumnFitter> entryColumns() {
    int entries =
        IntStream.rangeClosed(first, last)
            .filter(row -> !RowLook.isNames(rows.get(row)))
            .findFirst()
            .orElse(last + 1);
    List<TextRow> full =
        rows.subList(entries, last + 1).stream().filter(row -> row.cells().size() > 1).toList();
    if (full.isEmpty()) {
      return Optional.empty();
    }
    ColumnFitter columns =
        new ColumnFitter(
            Collections.max(full, Comparator.comparingInt((TextRow row) -> row.cells().size())));
    List<TextRow> names = rows.subList(first, entries);
    full.forEach(columns::add);
    names.reversed().forEach(columns::add);
    boolean fit =
        full.stream().allMatch(row -> columns.fits(row, false))
            && names.stream().allMatch(row -> row.cells().size() == 1 || columns.fits(row, true));
    return fit ? Optional.of(columns) : Optional.empty();
  }
}
