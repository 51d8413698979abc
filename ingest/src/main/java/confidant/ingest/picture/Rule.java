package confidant.ingest.picture;

import confidant.ingest.page.RuleLine;
import java.util.List;

/**
 * A ruling line in a picture: runs of ink along one direction, one beside the other.
 *
 * @param level whether it runs across the picture
 * @param runs by their place across it
 */
record Rule(boolean level, List<Run> runs) {

  /** Pixels darker than this belong to a line; thin lines are pale. */
  static final int INK = 160;

  /**
   * Ink along a line of pixels.
   *
   * @param across which line
   * @param first place on it
   * @param last place on it
   */
  record Run(int across, int first, int last) {
    int length() {
      return last - first + 1;
    }
  }

  Rule {
    runs = List.copyOf(runs);
  }

  int first() {
    return runs.stream().mapToInt(Run::first).min().orElseThrow();
  }

  int last() {
    return runs.stream().mapToInt(Run::last).max().orElseThrow();
  }

  int length() {
    return last() - first() + 1;
  }

  /** From the first line of pixels it touches to the last. */
  int depth() {
    return runs.getLast().across() - runs.getFirst().across() + 1;
  }

  double thickness() {
    return runs.stream().mapToLong(Run::length).sum() / (double) length();
  }

  /** Its middle, by weight, across its direction. */
  double middle() {
    double sum = 0;
    long weight = 0;
    for (Run run : runs) {
      sum += (run.across() + 0.5) * run.length();
      weight += run.length();
    }
    return sum / weight;
  }

  /** Where it lies on the page. */
  RuleLine onPage(Placement placement) {
    double first = first();
    double last = last() + 1.0;
    double middle = middle();
    if (level) {
      double y = placement.y(first, middle);
      return new RuleLine(placement.x(first, middle), y, placement.x(last, middle), y);
    }
    double x = placement.x(middle, first);
    return new RuleLine(x, placement.y(middle, first), x, placement.y(middle, last));
  }
}
