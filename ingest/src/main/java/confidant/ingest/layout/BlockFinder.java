package confidant.ingest.layout;

import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the gutter between two blocks of lines that were set without regard to each other, such as
 * an address and what is stated beside it. Read row by row they would interleave.
 *
 * <p>Labels with their values and the rows of tables stand on common baselines, so most lines of
 * two blocks must not; and where a level rule runs through the gutter, both sides are one.
 */
final class BlockFinder {

  /** Narrowest gutter, in parts of the font size. */
  private static final double MIN_WIDTH = 0.9;

  /** Fewest lines of a block. */
  private static final int MIN_LINES = 3;

  /** Baselines of a block follow each other by at most this, in parts of the larger font size. */
  private static final double MAX_PITCH = 1.8;

  /** Least share of lines with a word, lest figures part from what they belong to. */
  private static final double MIN_WORDY = 0.65;

  /** Most cells side by side in lines of a block: a label and its value. */
  private static final int MAX_CELLS = 2;

  /** Letters of a word; shorter ones are units and currencies. */
  private static final int MIN_LETTERS = 3;

  /** More rows fit on no page with an address. */
  private static final int MAX_ROWS = 400;

  private final List<RuleLine> level;

  BlockFinder(List<RuleLine> rules) {
    level = rules.stream().filter(RuleLine::isLevel).toList();
  }

  /** The gutter of the largest pair of blocks, if any. */
  Optional<Gutter> find(List<TextRow> rows) {
    if (rows.size() < MIN_LINES || rows.size() > MAX_ROWS) {
      return Optional.empty();
    }
    return starts(rows).stream()
        .flatMap(start -> new Sides(rows, start).gutters())
        .filter(gutter -> separatesBlocks(gutter, rows))
        .max(
            Comparator.comparingInt(Gutter::rows)
                .thenComparingDouble(gutter -> gutter.right() - gutter.left()));
  }

  /** Where cells start, in whole points: there a block on the right may. */
  private static List<Double> starts(List<TextRow> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .map(cell -> Math.floor(cell.getFirst().left()))
        .distinct()
        .toList();
  }

  private boolean separatesBlocks(Gutter gutter, List<TextRow> rows) {
    List<TextRow> between = rows.subList(gutter.firstRow(), gutter.lastRow() + 1);
    List<TextRow> left = gutter.leftOf(between);
    List<TextRow> right = gutter.rightOf(between);
    int fewest = Math.min(left.size(), right.size());
    int common = left.size() + right.size() - between.size();
    return fewest >= MIN_LINES
        && 2 * common < fewest
        && isText(left)
        && isText(right)
        && level.stream().noneMatch(rule -> crosses(rule, gutter, between));
  }

  private static boolean crosses(RuleLine rule, Gutter gutter, List<TextRow> between) {
    return rule.x1() < gutter.left()
        && rule.x2() > gutter.right()
        && rule.y1() > between.getFirst().baseline()
        && rule.y1() < between.getLast().baseline();
  }

  private static boolean isText(List<TextRow> lines) {
    long text =
        lines.stream()
            .filter(line -> line.cells().size() <= MAX_CELLS)
            .filter(line -> line.words().stream().anyMatch(BlockFinder::isWord))
            .count();
    return text >= MIN_WORDY * lines.size();
  }

  private static boolean isWord(Word word) {
    long letters = word.text().chars().filter(Character::isLetter).count();
    return letters >= MIN_LETTERS && word.text().chars().anyMatch(Character::isLowerCase);
  }

  /**
   * What stands left of an edge, and what from there on.
   *
   * @param edge in points from the page's left edge
   */
  private record Sides(List<TextRow> rows, double edge) {

    /** Gutters at the edge between lines that follow each other closely on either side. */
    Stream<Gutter> gutters() {
      List<Span> lefts = spans(true);
      List<Span> rights = spans(false);
      return lefts.stream()
          .flatMap(left -> rights.stream().filter(left::overlaps).map(left::union))
          .flatMap(span -> gutter(span).stream());
    }

    /** Stretches of lines on one side, long enough for a block. */
    private List<Span> spans(boolean left) {
      List<Span> spans = new ArrayList<>();
      int first = -1;
      int last = -1;
      int lines = 0;
      for (int i = 0; i <= rows.size(); i++) {
        boolean ends = i == rows.size() || isCrossed(rows.get(i));
        if (!ends && !stands(rows.get(i), left)) {
          continue;
        }
        if (lines > 0 && (ends || !isNear(rows.get(last), rows.get(i)))) {
          if (lines >= MIN_LINES) {
            spans.add(new Span(first, last));
          }
          lines = 0;
        }
        if (!ends) {
          first = lines == 0 ? i : first;
          last = i;
          lines++;
        }
      }
      return spans;
    }

    private Optional<Gutter> gutter(Span span) {
      int first = firstOf(span);
      int last = lastOf(span);
      if (first >= last || IntStream.rangeClosed(first, last).anyMatch(i -> isCrossed(rows.get(i)))) {
        return Optional.empty();
      }
      List<Word> words =
          rows.subList(first, last + 1).stream().flatMap(row -> row.words().stream()).toList();
      double left =
          words.stream()
              .filter(word -> word.left() < edge)
              .mapToDouble(Word::right)
              .max()
              .orElse(edge);
      double right =
          words.stream()
              .mapToDouble(Word::left)
              .filter(start -> start >= edge)
              .min()
              .orElse(edge);
      return left < right ? Optional.of(new Gutter(left, right, first, last)) : Optional.empty();
    }

    /**
     * Blocks may begin on a common line. Several common lines, or one that goes on from what stands
     * above, are no part of them.
     */
    private int firstOf(Span span) {
      int first = span.first();
      while (first <= span.last() && reachesOver(rows.get(first))) {
        first++;
      }
      boolean alone =
          first == span.first() + 1
              && (span.first() == 0 || !isNear(rows.get(span.first() - 1), rows.get(span.first())));
      return alone ? span.first() : first;
    }

    /** The same for common lines at the end: those of a table that follows, for instance. */
    private int lastOf(Span span) {
      int last = span.last();
      while (last >= span.first() && reachesOver(rows.get(last))) {
        last--;
      }
      boolean alone =
          last == span.last() - 1
              && (span.last() == rows.size() - 1
                  || !isNear(rows.get(span.last()), rows.get(span.last() + 1)));
      return alone ? span.last() : last;
    }

    private boolean isCrossed(TextRow row) {
      double end = edge - MIN_WIDTH * row.fontSize();
      return row.words().stream().anyMatch(word -> word.left() < edge && word.right() > end);
    }

    private boolean reachesOver(TextRow row) {
      return stands(row, true) && stands(row, false);
    }

    private boolean stands(TextRow row, boolean left) {
      return row.words().stream().anyMatch(word -> (word.left() < edge) == left);
    }

    private static boolean isNear(TextRow above, TextRow below) {
      double em = Math.max(above.fontSize(), below.fontSize());
      return below.baseline() - above.baseline() <= MAX_PITCH * em;
    }
  }

  /**
   * Rows in a row.
   *
   * @param first index of the uppermost
   * @param last index of the lowest, included
   */
  private record Span(int first, int last) {

    boolean overlaps(Span other) {
      return first <= other.last && other.first <= last;
    }

    Span union(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
