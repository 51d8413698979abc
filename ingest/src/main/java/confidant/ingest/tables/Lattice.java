package confidant.ingest.tables;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Rules that touch each other, level and plumb, and the rows and columns between them. */
final class Lattice {

  /** Rules this near, in points, touch; edges this near are one. */
  private static final double TOUCH = 3;

  /** A word reaching this far beyond a rule, in points, is crossed by it. */
  private static final double CROSSING = 1.5;

  /** More are a drawing. */
  private static final int MAX_COLUMNS = 60;

  /** From left to right. */
  private final List<RuleLine> plumb;

  private final List<Band> columns;
  private final List<Band> rows;

  private Lattice(List<RuleLine> rules) {
    plumb =
        rules.stream()
            .filter(rule -> !rule.isLevel())
            .sorted(Comparator.comparingDouble(RuleLine::x1))
            .toList();
    columns = bands(rules, RuleLine::x1, RuleLine::x2, plumb);
    List<RuleLine> level = rules.stream().filter(RuleLine::isLevel).toList();
    rows = bands(rules, RuleLine::y1, RuleLine::y2, level);
  }

  /** Lattices, from top to bottom; single boxes are among them. */
  static List<Lattice> find(List<RuleLine> rules) {
    return components(rules).stream()
        .map(Lattice::new)
        .filter(lattice -> lattice.columns.size() <= MAX_COLUMNS)
        .filter(lattice -> !lattice.columns.isEmpty() && !lattice.rows.isEmpty())
        .sorted(Comparator.comparingDouble((Lattice lattice) -> lattice.rows.getFirst().start()))
        .toList();
  }

  List<Band> columns() {
    return columns;
  }

  List<Band> rows() {
    return rows;
  }

  boolean contains(TextRow row) {
    BoundingBox box = row.box();
    return rowOf(row) >= 0
        && box.left() >= columns.getFirst().start() - TOUCH
        && box.right() <= columns.getLast().end() + TOUCH;
  }

  /** Index of the row between rules in which a row of text stands, or -1. */
  int rowOf(TextRow text) {
    double middle = middle(text.baseline(), text.fontSize());
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).start() <= middle && middle < rows.get(row).end()) {
        return row;
      }
    }
    return -1;
  }

  /** The same for each of several rows of text. */
  int[] rowsOf(List<TextRow> texts) {
    return texts.stream().mapToInt(this::rowOf).toArray();
  }

  /**
   * The columns over which the cell of a word reaches: more than one where the rule between two is
   * missing at its height.
   *
   * @return first and last column, included
   */
  int[] columnsOf(Word word) {
    double y = middle(word.baseline(), word.fontSize());
    int first = columnAt((word.left() + word.right()) / 2);
    int last = first;
    while (first > 0 && !isRuled(columns.get(first).start(), y)) {
      first--;
    }
    while (last < columns.size() - 1 && !isRuled(columns.get(last).end(), y)) {
      last++;
    }
    return new int[] {first, last};
  }

  /** The words of each cell of a row of text, as rows of their own. */
  List<TextRow> cells(TextRow row) {
    List<TextRow> cells = new ArrayList<>();
    List<Word> cell = new ArrayList<>();
    int[] columns = columnsOf(row.words().getFirst());
    for (Word word : row.words()) {
      int[] next = columnsOf(word);
      if (!Arrays.equals(columns, next)) {
        cells.add(row.withWords(cell));
        cell.clear();
        columns = next;
      }
      cell.add(word);
    }
    cells.add(row.withWords(cell));
    return cells;
  }

  /** Whether no two of some texts stand in the same column. */
  boolean areInColumnsOfTheirOwn(List<List<Word>> texts) {
    return texts.stream().map(this::columnAt).distinct().count() == texts.size();
  }

  /** The column in which the middle of a text lies. */
  int columnAt(List<Word> text) {
    return columnAt(Band.of(text).middle());
  }

  /** The column that lies at {@code x}; the outermost beyond the edges. */
  private int columnAt(double x) {
    int column = 0;
    while (column < columns.size() - 1 && columns.get(column).end() <= x) {
      column++;
    }
    return column;
  }

  /** Whether the cell of a word reaches over several columns. */
  boolean isInSpanningCell(Word word) {
    int[] reached = columnsOf(word);
    return reached[0] < reached[1];
  }

  /** Whether the cell of a word reaches over all columns. */
  boolean reachesOverAll(Word word) {
    int[] reached = columnsOf(word);
    return reached[0] == 0 && reached[1] == columns.size() - 1;
  }

  /** Whether a plumb rule runs through the word. */
  boolean isCrossed(Word word) {
    double y = middle(word.baseline(), word.fontSize());
    return plumbBetween(word.left(), word.right()).stream()
        .anyMatch(
            rule ->
                rule.y1() < y
                    && rule.y2() > y
                    && word.left() < rule.x1() - CROSSING
                    && word.right() > rule.x1() + CROSSING);
  }

  private boolean isRuled(double x, double y) {
    for (RuleLine rule : plumbBetween(x - 2 * TOUCH, x + 2 * TOUCH)) {
      if (Math.abs(rule.x1() - x) <= TOUCH && rule.y1() - TOUCH < y && rule.y2() + TOUCH > y) {
        return true;
      }
    }
    return false;
  }

  /** Plumb rules from {@code left} up to {@code right}. */
  private List<RuleLine> plumbBetween(double left, double right) {
    int from = firstPlumb(left);
    return plumb.subList(from, Math.max(from, firstPlumb(right)));
  }

  /** Index of the first plumb rule that stands at {@code x} or right of it. */
  private int firstPlumb(double x) {
    int from = 0;
    int to = plumb.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (plumb.get(middle).x1() < x) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double middle(double baseline, double fontSize) {
    return baseline - 0.3 * fontSize;
  }

  /** What lies between the edges: those of {@code inner} rules and the outermost of all. */
  private static List<Band> bands(
      List<RuleLine> all,
      ToDoubleFunction<RuleLine> start,
      ToDoubleFunction<RuleLine> end,
      List<RuleLine> inner) {
    double[] sorted =
        Stream.concat(
                inner.stream()
                    .map(rule -> (start.applyAsDouble(rule) + end.applyAsDouble(rule)) / 2),
                Stream.of(
                    all.stream().mapToDouble(start).min().orElseThrow(),
                    all.stream().mapToDouble(end).max().orElseThrow()))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    List<Band> bands = new ArrayList<>();
    double from = sorted[0];
    for (double edge : sorted) {
      if (edge - from > TOUCH) {
        bands.add(new Band(from, edge));
        from = edge;
      }
    }
    return bands;
  }

  private static List<List<RuleLine>> components(List<RuleLine> rules) {
    int[] parent = new int[rules.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (int j = 0; j < i; j++) {
        if (touch(rules.get(i), rules.get(j))) {
          parent[root(parent, i)] = root(parent, j);
        }
      }
    }
    Map<Integer, List<RuleLine>> byRoot = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(parent, i), key -> new ArrayList<>()).add(rules.get(i));
    }
    return List.copyOf(byRoot.values());
  }

  private static int root(int[] parent, int start) {
    int at = start;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static boolean touch(RuleLine a, RuleLine b) {
    return a.x1() <= b.x2() + TOUCH
        && b.x1() <= a.x2() + TOUCH
        && a.y1() <= b.y2() + TOUCH
        && b.y1() <= a.y2() + TOUCH;
  }
}
