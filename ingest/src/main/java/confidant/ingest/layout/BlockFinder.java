package confidant.ingest.layout;

import confidant.ingest.layout.Sides.Span;
import confidant.ingest.page.RuleLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the gutter between two blocks of lines that were set without regard to each other, such as
 * an address and what is stated beside it. Read row by row they would interleave.
 *
 * <p>Labels with their values and the rows of tables stand on common baselines, so most lines of
 * two blocks must not; and where a level rule runs through the gutter, or one of a ruled table
 * stands in it, both sides are one.
 */
final class BlockFinder {

  /** Fewest lines of a block. */
  private static final int MIN_LINES = 3;

  /** Least share of lines with a word, lest figures part from what they belong to. */
  private static final double MIN_WORDY = 0.65;

  /** Most cells side by side in lines of a block: a label and its value. */
  private static final int MAX_CELLS = 2;

  /** Letters of a word; shorter ones are units and currencies. */
  private static final int MIN_LETTERS = 3;

  /** More rows fit on no page with an address. */
  private static final int MAX_ROWS = 400;

  /** Rules this near, in points, touch. */
  private static final double TOUCH = 3;

  /** Level rules at a plumb one that make rows of a table; a box with a middle rule has two. */
  private static final int TABLE_RULES = 3;

  private final List<RuleLine> level;
  private final List<RuleLine> plumb;

  BlockFinder(List<RuleLine> rules) {
    level = rules.stream().filter(RuleLine::isLevel).toList();
    plumb = rules.stream().filter(rule -> !rule.isLevel()).toList();
  }

  /** The gutter of the largest pair of blocks, if any. */
  Optional<Gutter> find(List<TextRow> rows) {
    if (rows.size() < MIN_LINES || rows.size() > MAX_ROWS) {
      return Optional.empty();
    }
    return starts(rows).stream()
        .flatMap(start -> gutters(rows, start))
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

  private Stream<Gutter> gutters(List<TextRow> rows, double edge) {
    Sides sides = new Sides(rows, edge);
    List<Span> rights = sides.spans(false, MIN_LINES);
    return sides.spans(true, MIN_LINES).stream()
        .flatMap(left -> rights.stream().filter(left::overlaps).map(left::union))
        .flatMap(span -> sides.gutter(span).stream())
        .filter(gutter -> separatesBlocks(gutter, sides.common(gutter), rows));
  }

  private boolean separatesBlocks(Gutter gutter, long common, List<TextRow> rows) {
    List<TextRow> between = rows.subList(gutter.firstRow(), gutter.lastRow() + 1);
    if (level.stream().anyMatch(rule -> crosses(rule, gutter, between))) {
      return false;
    }
    List<TextRow> left = gutter.leftOf(between);
    List<TextRow> right = gutter.rightOf(between);
    int fewest = Math.min(left.size(), right.size());
    return fewest >= MIN_LINES
        && 2 * common < fewest
        && isText(left)
        && isText(right)
        && !isInTable(gutter, between);
  }

  private static boolean crosses(RuleLine rule, Gutter gutter, List<TextRow> between) {
    return rule.x1() < gutter.left()
        && rule.x2() > gutter.right()
        && rule.y1() > between.getFirst().baseline()
        && rule.y1() < between.getLast().baseline();
  }

  /** Whether a plumb rule in the gutter stands between rows of a ruled table. */
  private boolean isInTable(Gutter gutter, List<TextRow> between) {
    double top = between.getFirst().baseline();
    double bottom = between.getLast().baseline();
    return plumb.stream()
        .filter(rule -> rule.x1() > gutter.left() - TOUCH && rule.x2() < gutter.right() + TOUCH)
        .filter(rule -> rule.y1() < bottom && rule.y2() > top)
        .anyMatch(rule -> levelRulesAt(rule.x1()) >= TABLE_RULES);
  }

  /** How many level rules, one below the other, touch plumb ones at {@code x}. */
  private long levelRulesAt(double x) {
    return level.stream()
        .filter(rule -> rule.x1() - TOUCH <= x && x <= rule.x2() + TOUCH)
        .filter(
            rule ->
                plumb.stream()
                    .filter(upright -> Math.abs(upright.x1() - x) <= TOUCH)
                    .anyMatch(
                        upright ->
                            upright.y1() - TOUCH <= rule.y1() && rule.y1() <= upright.y2() + TOUCH))
        .mapToLong(rule -> Math.round(rule.y1() / TOUCH))
        .distinct()
        .count();
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
}
