package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Blanks out leaders: rows of dots that lead the eye from a label to its figure. They would glue
 * both together or pass for columns. The full stop of an abbreviation before them stays.
 */
final class Leaders {

  /** An ellipsis has three. */
  private static final int ELLIPSIS_DOTS = 3;

  private static final char ELLIPSIS = '\u2026';

  /** Dots of a sentence stand closer than this, in parts of the font size. */
  private static final double SPACED = 0.5;

  /** Baselines further apart, in parts of the font size, are those of different lines. */
  private static final double SAME_LINE = 0.1;

  /** Glyphs nearer than this, in parts of the font size, touch; gaps this alike are the same. */
  private static final double TOUCH = 0.12;

  private final List<GlyphRun> runs;

  /** Indexes of the dots in a row at hand. */
  private final List<Integer> dots = new ArrayList<>();

  private Leaders(List<GlyphRun> runs) {
    this.runs = new ArrayList<>(runs);
  }

  /** {@code runs}, in their order, with blanks for the dots of leaders. */
  static List<GlyphRun> blank(List<GlyphRun> runs) {
    Leaders leaders = new Leaders(runs);
    for (int i = 0; i < runs.size(); i++) {
      leaders.add(i);
    }
    leaders.blankIfLeader();
    return leaders.runs;
  }

  private void add(int index) {
    GlyphRun run = runs.get(index);
    if (run.isBlank()) {
      return;
    }
    boolean dot = isDots(run);
    if (!dot || (!dots.isEmpty() && !isSameLine(runs.get(dots.getLast()), run))) {
      blankIfLeader();
    }
    if (dot) {
      dots.add(index);
    }
  }

  private void blankIfLeader() {
    if (dots.isEmpty()) {
      return;
    }
    List<Integer> leader = dots.subList(startsWithFullStop() ? 1 : 0, dots.size());
    if (count(leader) > ELLIPSIS_DOTS || isSpaced(leader)) {
      for (int index : leader) {
        GlyphRun dot = runs.get(index);
        runs.set(
            index,
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

  /**
   * Whether the first dot belongs to the word before it: the leader begins further away than its
   * dots stand apart, or the word has single letters with dots between them.
   */
  private boolean startsWithFullStop() {
    if (dots.size() < 2 || dots.getFirst() == 0) {
      return false;
    }
    int first = dots.getFirst();
    GlyphRun letter = runs.get(first - 1);
    if (!Character.isLetter(letter.text().charAt(0)) || !touches(letter, runs.get(first))) {
      return false;
    }
    boolean initials =
        first > 1 && isDots(runs.get(first - 2)) && touches(runs.get(first - 2), letter);
    double step = TOUCH * letter.fontSize();
    return initials || (dots.size() > 2 && gapAfter(0) > gapAfter(1) + step);
  }

  /** Distance between two dots of the row, in points. */
  private double gapAfter(int dot) {
    GlyphRun before = runs.get(dots.get(dot));
    return runs.get(dots.get(dot + 1)).x() - before.x() - before.advance();
  }

  private static boolean isDots(GlyphRun run) {
    String text = run.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.' && text.charAt(i) != ELLIPSIS) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private int count(List<Integer> leader) {
    return leader.stream()
        .flatMapToInt(index -> runs.get(index).text().chars())
        .map(character -> character == ELLIPSIS ? ELLIPSIS_DOTS : 1)
        .sum();
  }

  private static boolean touches(GlyphRun last, GlyphRun next) {
    return isSameLine(last, next)
        && Math.abs(next.x() - last.x() - last.advance()) <= TOUCH * last.fontSize();
  }

  private static boolean isSameLine(GlyphRun last, GlyphRun next) {
    return Math.abs(last.y() - next.y()) <= SAME_LINE * last.fontSize() && next.x() > last.x();
  }

  private boolean isSpaced(List<Integer> leader) {
    for (int i = 1; i < leader.size(); i++) {
      GlyphRun last = runs.get(leader.get(i - 1));
      if (runs.get(leader.get(i)).x() - last.x() - last.advance() < SPACED * last.fontSize()) {
        return false;
      }
    }
    return leader.size() > 1;
  }
}
