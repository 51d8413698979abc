package confidant.ingest.picture;

import confidant.ingest.picture.Rule.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Erases ruling lines from a picture and leaves letters that touch or cross them as they are: where
 * ink goes on beyond a line on both sides, the line stays; where it goes on on one side, the line
 * goes up to it.
 */
final class RuleEraser {

  /** Ink that goes on for so many pixels beyond the soft edge of a line belongs to a letter. */
  private static final int LETTER_PIXELS = 2;

  /** Pixels of the soft edge. */
  private static final int SOFT_PIXELS = 1;

  /** Pixels beside a line in the other direction that are its soft edge. */
  private static final int BESIDE_CROSSING = 2;

  private static final int NOWHERE = -1;

  private final Axes axes;

  /** Pixels of lines in the other direction, which are no letters. */
  private final BitSet crossing;

  private RuleEraser(Axes axes, BitSet crossing) {
    this.axes = axes;
    this.crossing = crossing;
  }

  /**
   * Erases the ruling lines of {@code picture}, in place.
   *
   * @param xHeight of its letters, in pixels
   * @return the lines, level ones first
   */
  static List<Rule> erase(GreyPicture picture, double xHeight) {
    Axes across = new Axes(picture, true);
    Axes down = new Axes(picture, false);
    List<Rule> level = RuleFinder.find(across, xHeight);
    List<Rule> plumb = RuleFinder.find(down, xHeight);
    BitSet levelPixels = pixels(across, level);
    BitSet plumbPixels = pixels(down, plumb);
    level.forEach(new RuleEraser(across, plumbPixels)::erase);
    plumb.forEach(new RuleEraser(down, levelPixels)::erase);
    List<Rule> rules = new ArrayList<>(level);
    rules.addAll(plumb);
    return rules;
  }

  /** The pixels of lines and of their soft edges. */
  private static BitSet pixels(Axes axes, List<Rule> rules) {
    BitSet pixels = new BitSet(axes.picture().pixels().length);
    for (Rule rule : rules) {
      for (Run run : rule.runs()) {
        int first = Math.max(0, run.across() - BESIDE_CROSSING);
        int last = Math.min(axes.depth() - 1, run.across() + BESIDE_CROSSING);
        for (int across = first; across <= last; across++) {
          for (int along = run.first(); along <= run.last(); along++) {
            pixels.set(axes.index(along, across));
          }
        }
      }
    }
    return pixels;
  }

  private void erase(Rule rule) {
    int start = rule.first();
    int[] tops = new int[rule.length()];
    int[] bottoms = new int[rule.length()];
    Arrays.fill(tops, NOWHERE);
    for (Run run : rule.runs()) {
      for (int i = run.first() - start; i <= run.last() - start; i++) {
        tops[i] = tops[i] == NOWHERE ? run.across() : Math.min(tops[i], run.across());
        bottoms[i] = Math.max(bottoms[i], run.across());
      }
    }
    boolean[] above = new boolean[tops.length];
    boolean[] below = new boolean[tops.length];
    for (int i = 0; i < tops.length; i++) {
      above[i] = tops[i] != NOWHERE && goesOn(start + i, tops[i], -1);
      below[i] = tops[i] != NOWHERE && goesOn(start + i, bottoms[i], 1);
    }
    for (int i = 0; i < tops.length; i++) {
      boolean upper = near(above, i);
      boolean lower = near(below, i);
      if (tops[i] != NOWHERE && !(upper && lower)) {
        int top = upper ? tops[i] : tops[i] - SOFT_PIXELS;
        int bottom = lower ? bottoms[i] : bottoms[i] + SOFT_PIXELS;
        whiten(start + i, top, bottom);
      }
    }
  }

  /** Whether ink goes on from the edge of a line, in steps of {@code step} across it. */
  private boolean goesOn(int along, int edge, int step) {
    for (int i = 1; i <= SOFT_PIXELS + LETTER_PIXELS; i++) {
      int across = edge + i * step;
      if (!axes.isInk(along, across) || crossing.get(axes.index(along, across))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds here or beside: strokes cross a line at a slant. */
  private static boolean near(boolean[] values, int i) {
    return values[i] || (i > 0 && values[i - 1]) || (i < values.length - 1 && values[i + 1]);
  }

  private void whiten(int along, int top, int bottom) {
    for (int across = Math.max(0, top); across <= Math.min(axes.depth() - 1, bottom); across++) {
      axes.picture().pixels()[axes.index(along, across)] = (byte) GreyPicture.WHITE;
    }
  }
}
