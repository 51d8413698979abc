package confidant.ingest.ocr;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries the rules between columns on through a bar of headings above them: inside of a filled box
 * they cannot be seen.
 */
final class HeadingBars {

  /** Ends of rules that meet are at most this far apart, in points. */
  private static final double MEETING = 3;

  /** Highest bar, in points: two or three lines of print. */
  private static final double HIGHEST = 40;

  private HeadingBars() {}

  /** {@code rules} with those between columns carried on where headings stand between them. */
  static List<RuleLine> rule(List<RuleLine> rules, List<GlyphRun> runs) {
    List<RuleLine> result = new ArrayList<>(rules);
    List<RuleLine> level = rules.stream().filter(RuleLine::isLevel).toList();
    for (RuleLine lower : level) {
      List<RuleLine> below = rules.stream().filter(rule -> startsAt(rule, lower)).toList();
      for (RuleLine upper : level) {
        double height = lower.y1() - upper.y2();
        if (height > MEETING
            && height <= HIGHEST
            && below.size() > 1
            && isSameWidth(upper, lower)
            && areHeadings(runs, below, upper.y2(), lower.y1())) {
          below.forEach(
              rule -> result.add(new RuleLine(rule.x1(), upper.y1(), rule.x1(), rule.y1())));
        }
      }
    }
    return result;
  }

  private static boolean startsAt(RuleLine plumb, RuleLine level) {
    return !plumb.isLevel()
        && Math.abs(plumb.y1() - level.y1()) <= MEETING
        && plumb.x1() >= level.x1() - MEETING
        && plumb.x1() <= level.x2() + MEETING;
  }

  private static boolean isSameWidth(RuleLine upper, RuleLine lower) {
    return Math.abs(upper.x1() - lower.x1()) <= MEETING
        && Math.abs(upper.x2() - lower.x2()) <= MEETING;
  }

  /** Whether words stand in several columns of the bar, and none across a rule. */
  private static boolean areHeadings(
      List<GlyphRun> runs, List<RuleLine> columns, double top, double bottom) {
    List<BoundingBox> words =
        runs.stream()
            .filter(run -> !run.isBlank() && run.y() > top && run.y() < bottom)
            .map(GlyphRun::box)
            .toList();
    boolean crossed =
        words.stream()
            .anyMatch(
                word ->
                    columns.stream()
                        .anyMatch(rule -> word.left() < rule.x1() && word.right() > rule.x1()));
    long filled =
        words.stream()
            .mapToLong(word -> columns.stream().filter(rule -> rule.x1() <= word.left()).count())
            .distinct()
            .count();
    return !crossed && filled > 1;
  }
}
