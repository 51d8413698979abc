package confidant.ingest.page;

import java.util.List;

/**
 * A page as drawn, turned so that most of its text is level.
 *
 * @param number counted from 1
 * @param width in points, after turning
 * @param height in points, after turning
 * @param runs in the order in which they were drawn
 * @param rules in the order in which they were drawn
 */
public record RawPage(
    int number, double width, double height, List<GlyphRun> runs, List<RuleLine> rules) {
  public RawPage {
    runs = List.copyOf(runs);
    rules = List.copyOf(rules);
  }

  /** Whether it shows any character but blanks. */
  public boolean hasText() {
    return runs.stream().anyMatch(run -> !run.isBlank());
  }
}
