package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the lines at the edges of a table that only go on from their neighbours: first lines of its
 * headings, last lines of its last row.
 */
final class EdgeLines {

  private static final int MAX_LINES = 3;

  /** Lines of one heading stand at most this far apart, in parts of the font size. */
  private static final double HEADING_LEADING = 1.4;

  /** Lines of a row stand nearer than this, in parts of the distance between rows. */
  private static final double NEARER = 0.88;

  /** Distances that differ by less than this factor are alike; rules tell rows apart then. */
  private static final double EVEN = 1.15;

  /** Lines of a cell start at the same place, give or take this part of the font size. */
  private static final double SAME_START = 0.5;

  private final List<TextRow> rows;
  private final LevelRules rules;
  private final ColumnFitter columns;

  EdgeLines(List<TextRow> rows, LevelRules rules, ColumnFitter columns) {
    this.rows = rows;
    this.rules = rules;
    this.columns = columns;
  }

  /** The first row of the table from {@code first} to {@code last}, with lines of its headings. */
  int upper(int first, int last) {
    if (first == last || !RowLook.isHeading(rows.get(first))) {
      return first;
    }
    int upper = first;
    while (upper > Math.max(0, first - MAX_LINES) && isHeadingLine(upper - 1, first, last)) {
      upper--;
    }
    return upper;
  }

  private boolean isHeadingLine(int line, int names, int last) {
    TextRow row = rows.get(line);
    TextRow next = rows.get(line + 1);
    double distance = RowLook.distance(rows, line + 1);
    return RowLook.isNames(row)
        && RowLook.isSameSize(row, rows.get(names))
        && distance <= HEADING_LEADING * row.fontSize()
        && columns.isWithinColumns(row)
        && !rules.part(row, next, width(names, last))
        // Above the first column it may well be the title of the table.
        && (columns.columnOf(row.cells().getFirst()) > 0
            || distance <= NEARER * RowLook.distance(rows, names + 1));
  }

  /** The last row of the table from {@code first} to {@code last}, with further lines of that. */
  int lower(int first, int last) {
    double reach = (isRuled(first, last) ? EVEN : NEARER) * pitch(first, last);
    int lower = last;
    while (lower + 1 < Math.min(rows.size(), last + 1 + MAX_LINES)
        && RowLook.distance(rows, lower + 1) <= reach
        && goesOn(lower + 1, last)
        && !rules.part(rows.get(lower), rows.get(lower + 1), width(first, last))) {
      lower++;
    }
    return lower;
  }

  /** Whether a row is nothing but text below text of the row {@code above}. */
  private boolean goesOn(int line, int above) {
    TextRow row = rows.get(line);
    if (row.cells().size() > 1
        || !RowLook.isSameSize(row, rows.get(above))
        || !columns.isWithinColumns(row)) {
      return false;
    }
    double tolerance = SAME_START * row.fontSize();
    return rows.get(above).cells().stream()
        .filter(cell -> !RowLook.startsAsFigure(cell))
        .map(List::getFirst)
        .mapToDouble(Word::left)
        .anyMatch(left -> Math.abs(left - row.left()) <= tolerance);
  }

  /** The smallest distance between neighbouring rows of figures; 0 if there are none. */
  private double pitch(int first, int last) {
    return neighbours(first, last).mapToDouble(row -> RowLook.distance(rows, row)).min().orElse(0);
  }

  /** Whether rules part most rows. */
  private boolean isRuled(int first, int last) {
    Band width = width(first, last);
    long all = neighbours(first, last).count();
    long parted =
        neighbours(first, last)
            .filter(row -> rules.part(rows.get(row - 1), rows.get(row), width))
            .count();
    return parted > 1 && 2 * parted >= all;
  }

  /** Rows with figures below another row of several cells. */
  private IntStream neighbours(int first, int last) {
    return IntStream.rangeClosed(first + 1, last)
        .filter(row -> rows.get(row).cells().size() > 1 && !RowLook.isNames(rows.get(row)))
        .filter(row -> rows.get(row - 1).cells().size() > 1);
  }

  private Band width(int first, int last) {
    return rows.subList(first, last + 1).stream()
        .map(row -> new Band(row.left(), row.right()))
        .reduce(Band::union)
        .orElseThrow();
  }
}
