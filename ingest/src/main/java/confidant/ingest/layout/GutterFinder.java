package confidant.ingest.layout;

import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tallest gutter with prose on both sides.
 *
 * <p>Columns of a table have gutters too, but at least one side of theirs holds figures, short
 * entries or further columns, and often rules cross them.
 */
final class GutterFinder {

  /** Narrowest gutter, in parts of the font size. */
  private static final double MIN_WIDTH = 0.8;

  /** Fewest rows of prose on each side. */
  private static final int MIN_ROWS = 4;

  private static final double MIN_WORDS_PER_ROW = 4;
  private static final double MIN_LETTERS = 0.7;

  /** Most rows of prose, as a share, with gaps as wide as between columns. */
  private static final double MAX_BROKEN_ROWS = 0.25;

  /** Level rules through a gutter that make it part of a table. */
  private static final int CROSSING_RULES = 3;

  private final List<RuleLine> rules;

  GutterFinder(List<RuleLine> rules) {
    this.rules = rules;
  }

  Optional<Gutter> find(List<TextRow> rows) {
    List<Gutter> candidates = new ArrayList<>();
    for (int first = 0; first + MIN_ROWS <= rows.size(); first++) {
      for (Gutter gap : innerGaps(rows.get(first), first)) {
        Gutter gutter = extend(gap, rows);
        if (gutter.rows() >= MIN_ROWS) {
          candidates.add(gutter);
        }
      }
    }
    SideCounts counts = new SideCounts(rows);
    return candidates.stream()
        .sorted(Comparator.comparingInt(Gutter::rows).reversed())
        .filter(gutter -> counts.isProse(gutter, MIN_ROWS, MIN_WORDS_PER_ROW, MIN_LETTERS))
        .filter(gutter -> isEven(gutter, rows))
        .findFirst();
  }

  private static List<Gutter> innerGaps(TextRow row, int index) {
    List<Gutter> gaps = new ArrayList<>();
    double gapStart = row.left();
    for (Word word : row.words()) {
      double gapEnd = word.left();
      if (gapEnd - gapStart >= MIN_WIDTH * row.fontSize()) {
        gaps.add(new Gutter(gapStart, gapEnd, index, index));
      }
      gapStart = Math.max(gapStart, word.right());
    }
    return gaps;
  }

  /** Follows a gap downwards as long as what is left of it stays wide enough. */
  private static Gutter extend(Gutter gap, List<TextRow> rows) {
    Gutter gutter = gap;
    for (int next = gap.lastRow() + 1; next < rows.size(); next++) {
      double left = gutter.left();
      double right = gutter.right();
      TextRow row = rows.get(next);
      double narrowest = MIN_WIDTH * row.fontSize();
      for (Word word : row.words()) {
        boolean touches = word.right() > left && word.left() < right;
        if (touches && word.right() - left < right - word.left()) {
          left = word.right();
        } else if (touches) {
          right = word.left();
        }
        if (right - left < narrowest) {
          return gutter;
        }
      }
      gutter = new Gutter(left, right, gutter.firstRow(), next);
    }
    return gutter;
  }

  /** Whether the lines on both sides run through, and hardly any rule crosses the gutter. */
  private boolean isEven(Gutter gutter, List<TextRow> rows) {
    List<TextRow> between = rows.subList(gutter.firstRow(), gutter.lastRow() + 1);
    return crossingRules(gutter, between) < CROSSING_RULES
        && !isBroken(gutter.leftOf(between))
        && !isBroken(gutter.rightOf(between));
  }

  private static boolean isBroken(List<TextRow> rows) {
    long broken = rows.stream().filter(row -> row.cells().size() > 1).count();
    return broken > MAX_BROKEN_ROWS * rows.size();
  }

  private long crossingRules(Gutter gutter, List<TextRow> rows) {
    double top = rows.getFirst().baseline();
    double bottom = rows.getLast().baseline();
    return rules.stream()
        .filter(RuleLine::isLevel)
        .filter(rule -> rule.x1() < gutter.left() && rule.x2() > gutter.right())
        .filter(rule -> rule.y1() > top && rule.y1() < bottom)
        .count();
  }
}
