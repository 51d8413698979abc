package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table beside other rows, which both happen to stand at the same height: the names of its
 * columns stand in one row with figures of the others, and its figures end where its names end.
 *
 * @param firstRow index of the row with the names
 * @param lastRow index of the last row, included, through which the gap between both runs
 * @param left what stands left of the gap
 * @param right what stands right of it
 */
record SideBySide(int firstRow, int lastRow, List<TextRow> left, List<TextRow> right) {

  SideBySide {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** Narrowest gap, in parts of the font size. */
  private static final double MIN_GAP = 1.2;

  /** Figures end where their heading does, give or take this part of the font size. */
  private static final double SAME_END = 0.5;

  /** Texts of one column begin at the same place, give or take this part of the font size. */
  private static final double SAME_START = 0.1;

  /** Rows further apart, in parts of the font size, do not go together. */
  private static final double MAX_DISTANCE = 2.5;

  /** The uppermost ones, if any. */
  static Optional<SideBySide> find(List<TextRow> rows) {
    return IntStream.range(0, rows.size() - 1)
        .mapToObj(row -> find(rows, row))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<SideBySide> find(List<TextRow> rows, int row) {
    List<List<Word>> cells = rows.get(row).cells();
    int[] figures =
        IntStream.range(0, cells.size())
            .filter(cell -> RowLook.startsAsFigure(cells.get(cell)))
            .toArray();
    if (figures.length == 0 || cells.size() < 4) {
      return Optional.empty();
    }
    // The figure nearest to the names has a label before it.
    int leftNames = figures[0] - 1;
    int rightNames = cells.size() - 1 - figures[figures.length - 1];
    Optional<SideBySide> found = leftNames >= 2 ? at(rows, row, leftNames, true) : Optional.empty();
    return found.isEmpty() && rightNames >= 2 && figures[0] > 0
        ? at(rows, row, figures[figures.length - 1] + 1, false)
        : found;
  }

  /**
   * Splits at the gap before a cell.
   *
   * @param namesLeft whether the names stand left of it
   */
  private static Optional<SideBySide> at(List<TextRow> rows, int row, int cell, boolean namesLeft) {
    List<List<Word>> cells = rows.get(row).cells();
    double from = Band.of(cells.get(cell - 1)).end();
    double to = Band.of(cells.get(cell)).start();
    Band gap = new Band(from, to);
    int last = row;
    Band narrower = gap;
    while (last + 1 < rows.size()
        && RowLook.distance(rows, last + 1) <= MAX_DISTANCE * rows.get(last + 1).fontSize()) {
      narrower = without(narrower, rows.get(last + 1));
      if (narrower.length() < MIN_GAP * rows.get(last + 1).fontSize()) {
        break;
      }
      gap = narrower;
      last++;
    }
    if (gap.length() < MIN_GAP * rows.get(row).fontSize()) {
      return Optional.empty();
    }
    double middle = gap.middle();
    List<TextRow> below = rows.subList(row, last + 1);
    List<TextRow> named = part(below, middle, namesLeft);
    List<TextRow> others = part(below, middle, !namesLeft);
    boolean begins =
        row == 0
            || part(rows.subList(row - 1, row), middle, namesLeft).stream()
                .allMatch(RowLook::isNames);
    if (!begins || !isTable(named) || others.stream().filter(SideBySide::hasFigure).count() < 2) {
      return Optional.empty();
    }
    int first = namesAbove(rows, row, gap, !namesLeft);
    List<TextRow> all = rows.subList(first, last + 1);
    return Optional.of(
        new SideBySide(first, last, part(all, middle, true), part(all, middle, false)));
  }

  /**
   * The row above if the others' columns have their names there, as the gap goes on through it;
   * else {@code row}.
   */
  private static int namesAbove(List<TextRow> rows, int row, Band gap, boolean left) {
    if (row == 0 || RowLook.distance(rows, row) > MAX_DISTANCE * rows.get(row).fontSize()) {
      return row;
    }
    TextRow above = rows.get(row - 1);
    boolean parted = without(gap, above).length() >= MIN_GAP * above.fontSize();
    boolean named =
        RowLook.isNames(above)
            && part(List.of(above), gap.middle(), left).stream().anyMatch(RowLook::isHeading);
    return parted && named ? row - 1 : row;
  }

  /** What is left of a gap beside the words of a row. */
  private static Band without(Band gap, TextRow row) {
    double start = gap.start();
    double end = gap.end();
    for (Word word : row.words()) {
      if (word.right() > start && word.left() < end) {
        if (word.right() - start < end - word.left()) {
          start = word.right();
        } else {
          end = Math.max(start, word.left());
        }
      }
    }
    return new Band(start, Math.max(start, end));
  }

  private static List<TextRow> part(List<TextRow> rows, double middle, boolean left) {
    return rows.stream()
        .map(
            row ->
                row.withWords(
                    row.words().stream().filter(word -> (word.left() < middle) == left).toList()))
        .filter(row -> !row.words().isEmpty())
        .toList();
  }

  /** Whether names stand above figures that end where they do but do not all begin there too. */
  private static boolean isTable(List<TextRow> rows) {
    TextRow names = rows.getFirst();
    double tolerance = SAME_END * names.fontSize();
    double same = SAME_START * names.fontSize();
    List<Band> headings = names.cells().stream().skip(1).map(Band::of).toList();
    List<Band> figures =
        rows.stream().skip(1).flatMap(row -> RowLook.figures(row).stream()).toList();
    List<Band> below =
        figures.stream()
            .filter(
                figure ->
                    headings.stream().anyMatch(h -> Math.abs(h.end() - figure.end()) <= tolerance))
            .toList();
    boolean endsOnly =
        below.stream()
            .anyMatch(
                figure ->
                    headings.stream().noneMatch(h -> Math.abs(h.start() - figure.start()) <= same));
    return RowLook.isHeading(names)
        && below.size() > 1
        && 2 * below.size() >= figures.size()
        && endsOnly;
  }

  private static boolean hasFigure(TextRow row) {
    return row.cells().size() > 1 && !RowLook.figures(row).isEmpty();
  }
}
