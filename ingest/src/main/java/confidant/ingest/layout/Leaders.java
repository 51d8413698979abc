package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Blanks out leaders: rows of dots that lead the eye from a label to its figure. They would glue
 * both together or pass for columns.
 */
final class Leaders {

  /** An ellipsis has three. */
  private static final int MIN_DOTS = 4;

  /** Dots of a sentence stand closer than this, in parts of the font size. */
  private static final double SPACED = 0.5;

  /** Baselines further apart, in parts of the font size, are those of different lines. */
  private static final double SAME_LINE = 0.1;

  private Leaders() {}

  /** {@code runs}, in their order, with blanks for the dots of leaders. */
  static List<GlyphRun> blank(List<GlyphRun> runs) {
    List<GlyphRun> result = new ArrayList<>(runs);
    List<Integer> dots = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      GlyphRun run = runs.get(i);
      if (run.isBlank()) {
        continue;
      }
      boolean dot = run.text().chars().allMatch(character -> character == '.');
      if (!dot || (!dots.isEmpty() && !isSameLine(runs.get(dots.getLast()), run))) {
        blankIfLeader(dots, result);
      }
      if (dot) {
        dots.add(i);
      }
    }
    blankIfLeader(dots, result);
    return result;
  }

  private static boolean isSameLine(GlyphRun last, GlyphRun next) {
    return Math.abs(last.y() - next.y()) <= SAME_LINE * last.fontSize() && next.x() > last.x();
  }

  private static boolean isSpaced(List<Integer> dots, List<GlyphRun> runs) {
    for (int i = 1; i < dots.size(); i++) {
      GlyphRun last = runs.get(dots.get(i - 1));
      if (runs.get(dots.get(i)).x() - last.x() - last.advance() < SPACED * last.fontSize()) {
        return false;
      }
    }
    return dots.size() > 1;
  }

  private static void blankIfLeader(List<Integer> dots, List<GlyphRun> runs) {
    if (dots.size() >= MIN_DOTS || isSpaced(dots, runs)) {
      for (int i : dots) {
        GlyphRun dot = runs.get(i);
        runs.set(
            i,
            new GlyphRun(
                " ",
                dot.x(),
                dot.y(),
                dot.advance(),
                dot.direction(),
                dot.fontSize(),
                dot.spaceWidth(),
                dot.source()));
      }
    }
    dots.clear();
  }
}
