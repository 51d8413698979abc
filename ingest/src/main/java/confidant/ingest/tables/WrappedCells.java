package confidant.ingest.tables;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Joins the lines of rows that take several.
 *
 * <p>The line on which a row has its figures anchors it. Lines between two anchors that hold
 * nothing but some text go to the row above or to the row below, whichever they stand nearer to:
 * figures may stand on the first, the last or a middle line of their row. Rules part rows. Where
 * all lines stand evenly, text that leaves the first column empty, as few rows do, goes on from
 * above. A line with text in the first column may be the name of a section and joins only where it
 * stands nearer than rows do.
 */
final class WrappedCells {

  /** Lines of a row stand nearer than this, in parts of the distance between rows. */
  private static final double NEARER = 0.88;

  /** Distances that differ by less than this factor are alike. */
  private static final double EVEN = 1.15;

  private final Grid grid;
  private final IntPredicate ruledAbove;
  private final boolean[] loose;

  /** The usual distance between rows of one line, in points; endless if there are none. */
  private final double pitch;

  /** Whether most anchors have something in the first column. */
  private final boolean keyed;

  /** Whether rules part the rows. */
  private final boolean ruled;

  /** Per line, whether it goes with the line above it. */
  private final boolean[] joined;

  private WrappedCells(Grid grid, IntPredicate ruledAbove) {
    this.grid = grid;
    this.ruledAbove = ruledAbove;
    int lines = grid.rowCount();
    boolean[] figures = Headings.figureColumns(grid);
    loose = new boolean[lines];
    for (int line = 0; line < lines; line++) {
      loose[line] =
          2 * grid.filled(line) <= grid.columnCount()
              && !hasFigure(line, figures)
              && !isRowOfFigures(line);
    }
    pitch = pitch(figures);
    long anchors = IntStream.range(0, lines).filter(line -> !loose[line]).count();
    long keys =
        IntStream.range(0, lines).filter(line -> !loose[line] && !grid.isEmpty(line, 0)).count();
    keyed = 2 * keys >= anchors;
    ruled = IntStream.range(1, lines).filter(ruledAbove).count() >= Math.max(2, anchors / 2);
    joined = new boolean[lines];
  }

  /**
   * Joins the lines of {@code grid}.
   *
   * @param ruledAbove whether a rule parts a line from the line above it
   */
  static void join(Grid grid, IntPredicate ruledAbove) {
    new WrappedCells(grid, ruledAbove).join();
  }

  private void join() {
    int line = 0;
    while (line < loose.length) {
      int end = line;
      while (end < loose.length && loose[end]) {
        end++;
      }
      if (end > line) {
        join(line, end);
      }
      line = end + 1;
    }
    for (int last = joined.length - 1; last > 0; last--) {
      if (joined[last]) {
        grid.mergeIntoPrevious(last);
      }
    }
  }

  /**
   * Joins the loose lines from {@code first} up to {@code below}, which is an anchor or no line.
   */
  private void join(int first, int below) {
    if (areEven(first, below)) {
      for (int line = first; line < below && isIndented(line); line++) {
        if (!continues(line, first - 1)) {
          break;
        }
        joined[line] = true;
      }
      return;
    }
    int upper = first;
    while (upper <= below && gap(upper) <= gap(first) / NEARER) {
      upper++;
    }
    int lower = below;
    while (lower >= first && gap(lower) <= gap(below) / NEARER) {
      lower--;
    }
    // Without a wider gap that ends them, lines do not stand nearer to this side.
    for (int line = first; upper <= below && line < upper; line++) {
      if (!goesUp(line, below == loose.length) || !continues(line, first - 1)) {
        break;
      }
      joined[line] = true;
    }
    for (int line = below - 1; lower >= first && line >= lower; line--) {
      if (!goesDown(line) || !continues(line, below)) {
        break;
      }
      joined[line + 1] = true;
    }
  }

  private boolean areEven(int first, int below) {
    DoubleSummaryStatistics gaps =
        IntStream.rangeClosed(first, below).mapToDouble(this::gap).summaryStatistics();
    return Double.isFinite(gaps.getMax()) && gaps.getMax() <= gaps.getMin() / NEARER;
  }

  /**
   * Whether a line that stands nearer to what is above goes with it.
   *
   * @param last whether no row follows from which it could stand further
   */
  private boolean goesUp(int line, boolean last) {
    if (ruled || (isIndented(line) && (!last || gap(line) <= EVEN * pitch))) {
      return true;
    }
    return Double.isInfinite(pitch) ? !last : gap(line) <= NEARER * pitch;
  }

  private boolean goesDown(int line) {
    double gap = gap(line + 1);
    return ruled
        || (Double.isFinite(pitch)
            ? gap <= NEARER * pitch
            : isIndented(line) && gap <= EVEN * leading());
  }

  /** The smallest distance between lines. */
  private double leading() {
    return IntStream.range(1, loose.length).mapToDouble(this::gap).min().orElseThrow();
  }

  /** Whether it leaves the first column empty, which most rows do not. */
  private boolean isIndented(int line) {
    return keyed && grid.isEmpty(line, 0);
  }

  /** Distance of a line from the one above it; endless at the edges and across rules. */
  private double gap(int line) {
    if (line == 0 || line == loose.length || ruledAbove.test(line)) {
      return Double.POSITIVE_INFINITY;
    }
    return grid.rowBand(line).end() - grid.rowBand(line - 1).end();
  }

  /** Whether there is text, and no figure, in an anchor wherever there is some in the line. */
  private boolean continues(int line, int anchor) {
    return IntStream.range(0, grid.columnCount())
        .filter(column -> !grid.isEmpty(line, column))
        .noneMatch(column -> grid.isEmpty(anchor, column) || grid.isFigure(anchor, column));
  }

  private boolean hasFigure(int line, boolean[] figures) {
    return IntStream.range(0, figures.length)
        .anyMatch(column -> figures[column] && grid.isFigure(line, column));
  }

  /** Whether it is mostly figures, such as a row whose columns could not be told apart. */
  private boolean isRowOfFigures(int line) {
    List<String> words =
        IntStream.range(0, grid.columnCount())
            .mapToObj(column -> grid.text(line, column))
            .flatMap(text -> Arrays.stream(text.split(" ", -1)))
            .toList();
    long figures = words.stream().filter(Figures::isFigure).count();
    return figures > 1 && 2 * figures > words.size();
  }

  private double pitch(boolean[] figures) {
    double[] gaps =
        IntStream.range(1, loose.length)
            .filter(line -> !loose[line] && !loose[line - 1] && hasFigure(line, figures))
            .mapToDouble(this::gap)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return gaps.length == 0 ? Double.POSITIVE_INFINITY : gaps[(gaps.length - 1) / 2];
  }
}
