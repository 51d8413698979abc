package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.sheet.DrawOrder;
import confidant.samples.sheet.Family;
import confidant.samples.sheet.Pen;
import confidant.samples.sheet.Pose;
import java.util.List;
import java.util.Set;

/** How a template looks; what it leaves open, chance decides for each paper. */
public record Look(
    Frame frame, PairLook pairs, Anchor anchor, DrawOrder order, Pose pose, Set<Trait> traits) {

  public Look {
    traits = Set.copyOf(traits);
  }

  /** Amounts on the first line, drawn as set, upright. */
  public static Look of(Frame frame, PairLook pairs, Trait... traits) {
    return new Look(frame, pairs, Anchor.FIRST, DrawOrder.AS_SET, Pose.UPRIGHT, Set.of(traits));
  }

  public Look anchored(Anchor line) {
    return new Look(frame, pairs, line, order, pose, traits);
  }

  public Look drawn(DrawOrder way) {
    return new Look(frame, pairs, anchor, way, pose, traits);
  }

  public Look posed(Pose lie) {
    return new Look(frame, pairs, anchor, order, lie, traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** The pen for its running text. */
  Pen pen(Dice dice) {
    return Pen.of(family(dice), size(dice));
  }

  private Family family(Dice dice) {
    if (has(Trait.MONO)) {
      return Family.MONO;
    }
    if (has(Trait.EMBEDDED)) {
      return Family.EMBEDDED;
    }
    if (has(Trait.SERIF)) {
      return Family.SERIF;
    }
    return dice.pick(List.of(Family.SANS, Family.SANS, Family.SERIF, Family.EMBEDDED));
  }

  private double size(Dice dice) {
    if (has(Trait.TINY)) {
      return 7;
    }
    if (has(Trait.LARGE)) {
      return 12;
    }
    return dice.between(16, 21) / 2.0;
  }
}
