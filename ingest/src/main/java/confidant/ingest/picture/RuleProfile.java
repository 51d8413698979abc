package confidant.ingest.picture;

import confidant.ingest.picture.Rule.Run;
import java.util.Arrays;
import java.util.BitSet;

/** Where a ruling line begins and ends at each place along it, and where ink goes on beyond it. */
final class RuleProfile {

  /** Pixels of the soft edge of a line. */
  static final int SOFT_PIXELS = 1;

  /** Ink that goes on for so many pixels beyond the soft edge belongs to a letter. */
  private static final int LETTER_PIXELS = 2;

  private static final int NOWHERE = -1;

  private final int start;
  private final int[] tops;
  private final int[] bottoms;
  private final boolean[] above;
  private final boolean[] below;

  /**
   * The profile of a line.
   *
   * @param crossing pixels of lines in the other direction, which are no letters
   */
  RuleProfile(Axes axes, Rule rule, BitSet crossing) {
    start = rule.first();
    tops = new int[rule.length()];
    bottoms = new int[rule.length()];
    Arrays.fill(tops, NOWHERE);
    for (Run run : rule.runs()) {
      for (int i = run.first() - start; i <= run.last() - start; i++) {
        tops[i] = tops[i] == NOWHERE ? run.across() : Math.min(tops[i], run.across());
        bottoms[i] = Math.max(bottoms[i], run.across());
      }
    }
    above = new boolean[tops.length];
    below = new boolean[tops.length];
    for (int i = 0; i < tops.length; i++) {
      above[i] = covers(i) && goesOn(axes, crossing, start + i, tops[i], -1);
      below[i] = covers(i) && goesOn(axes, crossing, start + i, bottoms[i], 1);
    }
  }

  /** Places along the line. */
  int length() {
    return tops.length;
  }

  /** The pixel along the line that place {@code i} is. */
  int along(int i) {
    return start + i;
  }

  /** Whether there is ink of the line. */
  boolean covers(int i) {
    return tops[i] != NOWHERE;
  }

  int top(int i) {
    return tops[i];
  }

  int bottom(int i) {
    return bottoms[i];
  }

  /** Whether ink goes on above, here or beside: strokes cross a line at a slant. */
  boolean goesOnAbove(int i) {
    return near(above, i);
  }

  boolean goesOnBelow(int i) {
    return near(below, i);
  }

  /** The part of the line, 0 to 1, from which ink goes on to either side. */
  double touched() {
    int count = 0;
    for (int i = 0; i < tops.length; i++) {
      count += above[i] || below[i] ? 1 : 0;
    }
    return (double) count / tops.length;
  }

  private static boolean goesOn(Axes axes, BitSet crossing, int along, int edge, int step) {
    for (int i = 1; i <= SOFT_PIXELS + LETTER_PIXELS; i++) {
      int across = edge + i * step;
      if (!axes.isInk(along, across) || crossing.get(axes.index(along, across))) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(boolean[] values, int i) {
    return values[i] || (i > 0 && values[i - 1]) || (i < values.length - 1 && values[i + 1]);
  }
}
