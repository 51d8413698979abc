package confidant.ingest.picture;

import confidant.ingest.picture.Rule.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Erases ruling lines from a picture and leaves letters that touch or cross them as they are: where
 * ink goes on beyond a line on both sides, the line stays; where it goes on on one side, the line
 * goes up to it.
 */
final class RuleEraser {

  /** Pixels beside a line in the other direction that are its soft edge. */
  private static final int BESIDE_CROSSING = 2;

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
    RuleProfile profile = new RuleProfile(axes, rule, crossing);
    for (int i = 0; i < profile.length(); i++) {
      boolean upper = profile.goesOnAbove(i);
      boolean lower = profile.goesOnBelow(i);
      if (profile.covers(i) && !(upper && lower)) {
        int top = profile.top(i) - (upper ? 0 : RuleProfile.SOFT_PIXELS);
        int bottom = profile.bottom(i) + (lower ? 0 : RuleProfile.SOFT_PIXELS);
        whiten(profile.along(i), top, bottom);
      }
    }
  }

  private void whiten(int along, int top, int bottom) {
    for (int across = Math.max(0, top); across <= Math.min(axes.depth() - 1, bottom); across++) {
      axes.picture().pixels()[axes.index(along, across)] = (byte) GreyPicture.WHITE;
    }
  }
}
