package confidant.ingest.page;

import confidant.ingest.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as drawn, turned so that most of its text is level.
 *
 * @param number counted from 1
 * @param width in points, after turning
 * @param height in points, after turning
 * @param runs in the order in which they were drawn
 * @param rules in the order in which they were drawn
 * @param pictures where pictures are drawn, in the order in which they were
 * @param turned degrees clockwise, 0, 90, 180 or 270, by which it was turned from how programs show
 *     it
 */
public record RawPage(
    int number,
    double width,
    double height,
    List<GlyphRun> runs,
    List<RuleLine> rules,
    List<BoundingBox> pictures,
    int turned) {
  public RawPage {
    runs = List.copyOf(runs);
    rules = List.copyOf(rules);
    pictures = List.copyOf(pictures);
  }

  /** A page without pictures, shown as it is. */
  public RawPage(
      int number, double width, double height, List<GlyphRun> runs, List<RuleLine> rules) {
    this(number, width, height, runs, rules, List.of(), 0);
  }

  /** Whether it shows any character but blanks. */
  public boolean hasText() {
    return runs.stream().anyMatch(run -> !run.isBlank());
  }

  /** The same page with more text and ruling lines, drawn last. */
  public RawPage with(List<GlyphRun> moreRuns, List<RuleLine> moreRules) {
    List<GlyphRun> allRuns = new ArrayList<>(runs);
    allRuns.addAll(moreRuns);
    List<RuleLine> allRules = new ArrayList<>(rules);
    allRules.addAll(moreRules);
    return new RawPage(number, width, height, allRuns, allRules, pictures, turned);
  }
}
