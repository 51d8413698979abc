package confidant.ingest.picture;

import confidant.ingest.picture.Rule.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds ruling lines: long thin runs of ink, also where they are broken for a few pixels, slope a
 * little or touch letters.
 */
final class RuleFinder {

  /** Least length of a run, and of a line, in x-heights. */
  private static final double LEAST_RUN = 2;

  private static final double LEAST_LENGTH = 4;

  /** Gaps within a run, in x-heights; narrower than those between dashes or points. */
  private static final double MOST_GAP = 0.12;

  /** Gaps between runs that follow each other on one line, in x-heights. */
  private static final double MOST_BREAK = 0.6;

  /** Part of a run that is ink. */
  private static final double LEAST_INK = 0.9;

  /** Greatest thickness in x-heights, and by length; what is thicker is a bar. */
  private static final double MOST_THICK = 0.35;

  private static final double LEAST_SLENDER = 12;

  /** How far a line may slope, by its length, beyond its thickness. */
  private static final double MOST_SLOPE = 0.02;

  /** Part of a line that ink goes on from; more are the tops or feet of letters that touch. */
  private static final double MOST_TOUCHED = 0.35;

  private static final int MOST_RULES = 2000;

  private final Axes axes;
  private final double xHeight;
  private final int gap;
  private final int lineBreak;

  private RuleFinder(Axes axes, double xHeight) {
    this.axes = axes;
    this.xHeight = xHeight;
    gap = Math.max(2, (int) Math.round(MOST_GAP * xHeight));
    lineBreak = Math.max(gap, (int) Math.round(MOST_BREAK * xHeight));
  }

  /**
   * The ruling lines of a picture in one direction, the longest ones if there are very many.
   *
   * @param xHeight of its letters, in pixels
   */
  static List<Rule> find(Axes axes, double xHeight) {
    return new RuleFinder(axes, xHeight).find();
  }

  private List<Rule> find() {
    List<Group> open = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int across = 0; across < axes.depth(); across++) {
      List<Run> runs = runs(across);
      if (!runs.isEmpty()) {
        join(runs, open);
      }
      int here = across;
      List<Group> ended = open.stream().filter(group -> group.endsBefore(here)).toList();
      open.removeAll(ended);
      ended.forEach(group -> close(group, rules));
    }
    open.forEach(group -> close(group, rules));
    rules.sort(
        Comparator.comparingInt(Rule::length)
            .reversed()
            .thenComparingDouble(Rule::middle)
            .thenComparingInt(Rule::first));
    return rules.size() > MOST_RULES ? rules.subList(0, MOST_RULES) : rules;
  }

  /** The long runs of ink on one line of pixels. */
  private List<Run> runs(int across) {
    List<Run> runs = new ArrayList<>();
    byte[] pixels = axes.picture().pixels();
    int stride = axes.stride();
    int at = axes.index(0, across);
    int first = -1;
    int last = -1;
    int ink = 0;
    int length = axes.length();
    for (int along = 0; along < length; along++, at += stride) {
      if ((pixels[at] & 0xff) >= Rule.INK) {
        continue;
      }
      if (first >= 0 && along - last > gap + 1) {
        add(runs, across, first, last, ink);
        first = -1;
      }
      if (first < 0) {
        first = along;
        ink = 0;
      }
      last = along;
      ink++;
    }
    if (first >= 0) {
      add(runs, across, first, last, ink);
    }
    return runs;
  }

  private void add(List<Run> runs, int across, int first, int last, int ink) {
    int length = last - first + 1;
    if (length >= LEAST_RUN * xHeight && ink >= LEAST_INK * length) {
      runs.add(new Run(across, first, last));
    }
  }

  /** Adds each run to the group it touches, and merges groups that meet in it. */
  private void join(List<Run> runs, List<Group> open) {
    for (Run run : runs) {
      Group joined = null;
      for (int i = open.size() - 1; i >= 0; i--) {
        Group group = open.get(i);
        if (group.touches(run, lineBreak)) {
          if (joined != null) {
            group.addAll(joined);
            open.remove(joined);
          }
          joined = group;
        }
      }
      if (joined == null) {
        joined = new Group();
        open.add(joined);
      }
      joined.add(run);
    }
  }

  /** Keeps a group if it is a ruling line. */
  private void close(Group group, List<Rule> rules) {
    Rule rule = group.toRule(axes.level());
    double length = rule.length();
    double thickness = rule.thickness();
    boolean thin = thickness <= Math.max(3, MOST_THICK * xHeight);
    if (thin
        && length >= LEAST_LENGTH * xHeight
        && length >= LEAST_SLENDER * thickness
        && rule.depth() <= thickness + 3 + MOST_SLOPE * length
        && new RuleProfile(axes, rule, new BitSet()).touched() <= MOST_TOUCHED) {
      rules.add(rule);
    }
  }

  /** Runs that touch each other. */
  private static final class Group {

    private final NavigableMap<Integer, List<Run>> runsByLine = new TreeMap<>();
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;

    void add(Run run) {
      runsByLine.computeIfAbsent(run.across(), ignored -> new ArrayList<>()).add(run);
      first = Math.min(first, run.first());
      last = Math.max(last, run.last());
    }

    void addAll(Group other) {
      other.runsByLine.values().forEach(runs -> runs.forEach(this::add));
    }

    /** Whether it reached the line before, or the one before that, beside {@code run}. */
    boolean touches(Run run, int gap) {
      if (run.first() > last + gap || run.last() < first - gap) {
        return false;
      }
      for (List<Run> runs : runsByLine.tailMap(run.across() - 2).values()) {
        for (Run other : runs) {
          if (other.first() <= run.last() + gap && run.first() <= other.last() + gap) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether no run of the lines after {@code across} can touch it. */
    boolean endsBefore(int across) {
      return runsByLine.lastKey() < across - 1;
    }

    Rule toRule(boolean level) {
      return new Rule(level, runsByLine.values().stream().flatMap(List::stream).toList());
    }
  }
}
