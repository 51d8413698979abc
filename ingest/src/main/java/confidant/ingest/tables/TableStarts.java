package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells at which row another table begins.
 *
 * <p>It begins with the names of its columns: a row without digits, with figures below its cells. A
 * row of texts amid figures looks the same, so something must set it apart from what stands above:
 * the same names were there before; or a gap or a lone title stands above them, and either no row
 * of names or other columns. It also begins with labels in smaller print above values.
 */
final class TableStarts {

  /** Rows below the first names that may be names too, or the title of a section. */
  private static final int MAX_STACK = 4;

  /** Rows further up say nothing about a table. */
  private static final int MAX_LOOK_BACK = 60;

  /** Rows with which columns are compared. */
  private static final int MAX_COMPARED = 12;

  /** Rows further apart, in parts of the font size, do not go together. */
  private static final double MAX_DISTANCE = 4.5;

  /** Figures stand at most this far beside their heading, in parts of the font size. */
  private static final double BESIDE = 2;

  /** Edges this near, in parts of the font size, are those of one column. */
  private static final double EDGE = 0.6;

  /** A gap is this many times the distance to the next row. */
  private static final double GAP = 1.25;

  /** Labels above values are at most this large, in parts of the size of the values. */
  static final double LABEL_SIZE = 0.88;

  /** Values stand at most this far below their labels, in parts of their font size. */
  private static final double LABEL_DISTANCE = 2;

  private final List<TextRow> rows;

  TableStarts(List<TextRow> rows) {
    this.rows = rows;
  }

  boolean isStart(int row) {
    if (row == 0 || row + 1 == rows.size() || !RowLook.isHeading(rows.get(row))) {
      return false;
    }
    return isLabels(row) || (isAboveFigures(row) && isSetApart(row));
  }

  private boolean isLabels(int row) {
    TextRow labels = rows.get(row);
    TextRow values = rows.get(row + 1);
    double em = values.fontSize();
    return labels.fontSize() <= LABEL_SIZE * em
        && labels.fontSize() <= LABEL_SIZE * rows.get(row - 1).fontSize()
        && RowLook.distance(rows, row + 1) <= LABEL_DISTANCE * em
        && values.cells().stream()
            .allMatch(
                value ->
                    labels.cells().stream()
                        .anyMatch(label -> Band.of(label).isAligned(Band.of(value), EDGE * em)));
  }

  private boolean isSetApart(int row) {
    int from = firstAbove(row);
    List<String> names = names(row);
    boolean unnamed = true;
    for (int above = from; above < row; above++) {
      if (RowLook.isHeading(rows.get(above))) {
        if (areSame(names, names(above))) {
          return true;
        }
        unnamed &= !isAboveFigures(above);
      }
    }
    boolean others = hasOtherColumns(from, row);
    return hasGapAbove(row) ? unnamed || others : unnamed && others;
  }

  private List<String> names(int row) {
    return rows.get(row).cells().stream().map(TextRow::text).toList();
  }

  /** Whether most names are the same; some may be broken into lines elsewhere. */
  private static boolean areSame(List<String> names, List<String> others) {
    long shared = names.stream().distinct().filter(others::contains).count();
    return shared > 1 && 2 * shared > Math.max(names.size(), others.size());
  }

  /** The first of the rows above that go on without a wide gap. */
  private int firstAbove(int row) {
    int first = row;
    while (first > Math.max(0, row - MAX_LOOK_BACK)
        && RowLook.distance(rows, first) <= MAX_DISTANCE * rows.get(first).fontSize()) {
      first--;
    }
    return first;
  }

  private boolean hasGapAbove(int row) {
    TextRow above = rows.get(row - 1);
    return (above.cells().size() == 1 && RowLook.isNames(above))
        || RowLook.distance(rows, row) > GAP * RowLook.distance(rows, row + 1);
  }

  /** Whether all figures right below, but one at most, have a name above them. */
  private boolean isAboveFigures(int row) {
    int body = body(row);
    if (body < 0) {
      return false;
    }
    double reach = BESIDE * rows.get(row).fontSize();
    List<Band> names =
        rows.subList(row, body).stream()
            .flatMap(above -> above.cells().stream())
            .map(Band::of)
            .toList();
    List<Band> figures = RowLook.figures(rows.get(body));
    long covered =
        figures.stream()
            .filter(figure -> names.stream().anyMatch(name -> name.overlap(figure) > -reach))
            .count();
    return covered > 0 && covered >= figures.size() - 1;
  }

  /** The first row with figures beside other cells, or -1 if names do not lead to one. */
  private int body(int row) {
    for (int at = row + 1; at < Math.min(rows.size(), row + 1 + MAX_STACK); at++) {
      TextRow next = rows.get(at);
      if (next.cells().size() > 1 && !RowLook.figures(next).isEmpty()) {
        return at;
      }
      if (!RowLook.isNames(next)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether no figure above stands where one below does. */
  private boolean hasOtherColumns(int from, int row) {
    List<Band> above = figures(Math.max(from, row - MAX_COMPARED), row);
    List<Band> below = figures(row, Math.min(rows.size(), row + MAX_COMPARED));
    double tolerance = EDGE * rows.get(row).fontSize();
    return !above.isEmpty()
        && above.stream()
            .noneMatch(one -> below.stream().anyMatch(two -> sharesEdge(one, two, tolerance)));
  }

  private static boolean sharesEdge(Band one, Band two, double tolerance) {
    return one.overlap(two) > 0 && one.isAligned(two, tolerance);
  }

  private List<Band> figures(int from, int to) {
    List<Band> bands = new ArrayList<>();
    for (TextRow row : rows.subList(from, to)) {
      List<List<Word>> cells = row.cells();
      if (cells.size() > 1) {
        cells.stream().skip(1).filter(RowLook::startsAsFigure).map(Band::of).forEach(bands::add);
      }
    }
    return bands;
  }
}
