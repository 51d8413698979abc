package confidant.ingest.tables;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Columns that grow with the rows which fit into them. */
final class ColumnFitter {

  /** A cell touches a column if they share more than this, in parts of the font size. */
  private static final double TOUCH = 0.2;

  /** A cell nearer than this to a column belongs to it, in parts of the font size. */
  private static final double NEAR = 0.5;

  /** Headings of neighbouring columns stand at least this far apart, in parts of the font size. */
  private static final double HEADING_GAP = 0.4;

  /** And at least this far, in spaces, which are wide in typewriter fonts. */
  private static final double HEADING_SPACES = 1.4;

  /** What stands before and behind a blank that only groups the digits of a number. */
  private static final Pattern GROUP_BEFORE = Pattern.compile("[-+(\u2212]?\\d{1,3}");

  private static final Pattern GROUP_AFTER = Pattern.compile("\\d{3}(?!\\d).*");

  /** Edges this near, in parts of the font size, are aligned. */
  private static final double EDGE = 0.15;

  private final List<Band> columns = new ArrayList<>();

  ColumnFitter(TextRow seed) {
    seed.cells().forEach(cell -> columns.add(Band.of(cell)));
  }

  /**
   * Whether {@code row} goes with the columns.
   *
   * @param above whether it stands above the rows so far, where headings span columns
   */
  boolean fits(TextRow row, boolean above) {
    int single = 0;
    int spanning = 0;
    boolean[] taken = new boolean[columns.size()];
    List<List<Word>> pieces = pieces(row);
    for (List<Word> cell : pieces) {
      List<Integer> touched = touched(cell, row.fontSize());
      for (int column : touched) {
        if (taken[column]) {
          return false;
        }
        taken[column] = true;
      }
      single += touched.size() == 1 ? 1 : 0;
      spanning += touched.size() > 1 ? 1 : 0;
    }
    if (pieces.size() == 1) {
      return single == 1 || spanning == 1;
    }
    boolean heading = above && !Figures.hasDigit(row.allText());
    return heading ? single + spanning > 0 : single > spanning;
  }

  /** Widens the columns by the cells of a row that fits, and adds one for a cell of none. */
  void add(TextRow row) {
    for (List<Word> cell : pieces(row)) {
      List<Integer> touched = touched(cell, row.fontSize());
      Band band = Band.of(cell);
      if (touched.isEmpty()) {
        columns.add(band);
        columns.sort(Comparator.comparingDouble(Band::start));
      } else if (touched.size() == 1) {
        widen(touched.getFirst(), band);
      }
    }
  }

  /** Whether each cell of {@code row} stands in one column of its own. */
  boolean isWithinColumns(TextRow row) {
    List<Integer> own =
        row.cells().stream().flatMap(cell -> touched(cell, row.fontSize()).stream()).toList();
    return own.size() == row.cells().size() && own.stream().distinct().count() == own.size();
  }

  /** Whether {@code row} is nothing but a text over more than two columns. */
  boolean spansMany(TextRow row) {
    List<List<Word>> cells = row.cells();
    return cells.size() == 1 && touched(cells.getFirst(), row.fontSize()).size() > 2;
  }

  /** The column that some words share most with, or stand nearest to. */
  int columnOf(List<Word> cell) {
    return nearest(Band.of(cell));
  }

  /** The rows in these columns. */
  Grid grid(List<TextRow> rows) {
    Grid grid = new Grid(columns);
    for (TextRow row : rows) {
      BoundingBox box = row.box();
      grid.addRow(box.top(), box.bottom());
      for (List<Word> cell : pieces(row)) {
        List<Integer> touched = touched(cell, row.fontSize());
        int first = touched.isEmpty() ? nearest(Band.of(cell)) : touched.getFirst();
        int last = touched.isEmpty() ? first : touched.getLast();
        grid.addLine(grid.rowCount() - 1, first, last, cell);
      }
    }
    return grid.trimmed();
  }

  /** Never over a neighbour, or the cells of both would become one. */
  private void widen(int index, Band band) {
    double start = index == 0 ? band.start() : Math.max(band.start(), columns.get(index - 1).end());
    double end =
        index == columns.size() - 1
            ? band.end()
            : Math.min(band.end(), columns.get(index + 1).start());
    if (end > start) {
      columns.set(index, columns.get(index).union(new Band(start, end)));
    }
  }

  /**
   * The cells of a row, those that span columns split again where a gap between words falls between
   * the columns and is wider than a space; unless pieces would meet in one column.
   */
  private List<List<Word>> pieces(TextRow row) {
    List<List<Word>> pieces = new ArrayList<>();
    for (List<Word> cell : row.cells()) {
      if (touched(cell, row.fontSize()).size() < 2) {
        pieces.add(cell);
      } else {
        pieces.addAll(splitAtGaps(cell, row.fontSize()));
      }
    }
    return pieces;
  }

  private List<List<Word>> splitAtGaps(List<Word> cell, double fontSize) {
    List<List<Word>> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < cell.size(); i++) {
      List<Word> before = cell.subList(start, i);
      List<Word> after = cell.subList(i, cell.size());
      Word next = after.getFirst();
      double gap = next.left() - before.getLast().right();
      boolean differ = nearest(Band.of(before)) != nearest(Band.of(List.of(next)));
      boolean apart = gap >= Math.max(HEADING_GAP * fontSize, HEADING_SPACES * next.space());
      if (differ
          && !isGroup(before.getLast(), next)
          && (apart || (isAligned(before, fontSize) && isAligned(after, fontSize)))) {
        pieces.add(List.copyOf(before));
        start = i;
      }
    }
    pieces.add(List.copyOf(cell.subList(start, cell.size())));
    List<Integer> touched =
        pieces.stream().flatMap(piece -> touched(piece, fontSize).stream()).toList();
    return touched.stream().distinct().count() == touched.size() ? pieces : List.of(cell);
  }

  private static boolean isGroup(Word before, Word after) {
    return GROUP_BEFORE.matcher(before.text()).matches()
        && GROUP_AFTER.matcher(after.text()).matches();
  }

  /** Whether the words start or end where a column does. */
  private boolean isAligned(List<Word> words, double fontSize) {
    Band band = Band.of(words);
    Band column = columns.get(nearest(band));
    return Math.min(Math.abs(band.start() - column.start()), Math.abs(band.end() - column.end()))
        <= EDGE * fontSize;
  }

  private List<Integer> touched(List<Word> cell, double fontSize) {
    Band band = Band.of(cell);
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (touches(band, columns.get(i), fontSize)) {
        touched.add(i);
      }
    }
    if (!touched.isEmpty()) {
      return touched;
    }
    int nearest = nearest(band);
    return band.overlap(columns.get(nearest)) > -NEAR * fontSize ? List.of(nearest) : List.of();
  }

  private static boolean touches(Band cell, Band column, double fontSize) {
    double shared = cell.overlap(column);
    return shared > Math.min(TOUCH * fontSize, 0.5 * Math.min(cell.length(), column.length()));
  }

  private int nearest(Band band) {
    int nearest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < columns.size(); i++) {
      double shared = band.overlap(columns.get(i));
      if (shared > most) {
        nearest = i;
        most = shared;
      }
    }
    return nearest;
  }
}
