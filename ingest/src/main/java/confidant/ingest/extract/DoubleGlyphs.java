package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes glyphs drawn twice or more in nearly the same place to look bold or to cast a shadow,
 * whether line by line or letter by letter.
 *
 * <p>Where one text is drawn over another, a letter can fall on an equal one by chance. A copy
 * counts only if the letter beside it in its string is one too, or if its string is too short to
 * tell. Blanks between letters do not matter for that: many programs draw none.
 */
final class DoubleGlyphs {

  /** Furthest shift of a copy along the line, in parts of the glyph's width. */
  private static final double MAX_SHIFT_ALONG = 0.3;

  /** Shift along the line, in parts of the font size, that glyphs as narrow as a dot may have. */
  private static final double NARROW_SHIFT = 0.08;

  /** Furthest shift of a copy across the line, in parts of the font size. */
  private static final double MAX_SHIFT_ACROSS = 0.15;

  /** Furthest shift of the copy of a whole string, in parts of the font size. */
  private static final double MAX_STRING_SHIFT = 0.3;

  /** How far shifts of neighbours in a string may differ, in parts of the font size. */
  private static final double MAX_DRIFT = 0.06;

  /** Glyphs in a string that may all be copies without a neighbour that is one. */
  private static final int SHORT_STRING = 2;

  private final List<GlyphRun> kept;

  /** All glyphs so far that are not blank, copies too, in the order in which they were drawn. */
  private final GlyphPlaces drawn;

  private DoubleGlyphs(int count) {
    kept = new ArrayList<>(count);
    drawn = new GlyphPlaces(count);
  }

  static List<GlyphRun> remove(List<GlyphRun> runs) {
    DoubleGlyphs glyphs = new DoubleGlyphs(runs.size());
    for (int start = 0; start < runs.size(); ) {
      int end = endOfString(runs, start);
      glyphs.add(runs.subList(start, end));
      start = end;
    }
    return glyphs.kept;
  }

  private void add(List<GlyphRun> string) {
    List<GlyphRun> visible = string.stream().filter(run -> !run.isBlank()).toList();
    boolean[] copies = copies(covered(visible));
    int next = 0;
    for (GlyphRun run : string) {
      if (!run.isBlank()) {
        if (!copies[next++]) {
          kept.add(run);
        }
      } else if (visible.isEmpty() || isBesideKept(copies, next)) {
        kept.add(run);
      }
    }
    visible.forEach(drawn::add);
  }

  private static boolean[] copies(int[] covered) {
    boolean[] copies = new boolean[covered.length];
    for (int i = 0; i < copies.length; i++) {
      boolean neighbour =
          (i > 0 && covered[i - 1] >= 0) || (i + 1 < covered.length && covered[i + 1] >= 0);
      copies[i] = covered[i] >= 0 && (neighbour || covered.length <= SHORT_STRING);
    }
    return copies;
  }

  /** Whether the glyph before or the one at {@code next} stays. */
  private static boolean isBesideKept(boolean[] copies, int next) {
    return (next > 0 && !copies[next - 1]) || (next < copies.length && !copies[next]);
  }

  /** Per glyph of a string, the index in {@link #drawn} of the one that it covers, or -1. */
  private int[] covered(List<GlyphRun> string) {
    int[] covered = new int[string.size()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = drawn.nearest(string.get(i), DoubleGlyphs::covers);
    }
    for (int i = 1; i < covered.length; i++) {
      if (covered[i] < 0 && covered[i - 1] >= 0) {
        covered[i] = goingOn(string.get(i - 1), covered[i - 1], string.get(i), 1);
      }
    }
    for (int i = covered.length - 2; i >= 0; i--) {
      if (covered[i] < 0 && covered[i + 1] >= 0) {
        covered[i] = goingOn(string.get(i + 1), covered[i + 1], string.get(i), -1);
      }
    }
    return covered;
  }

  /**
   * The glyph that {@code run} covers if its string as a whole is a copy, or -1: narrow letters are
   * shifted further than their own width lets one believe.
   *
   * @param neighbour beside {@code run}, a copy
   * @param original index of what the neighbour covers
   * @param step from the neighbour to {@code run}: 1 or -1
   */
  private int goingOn(GlyphRun neighbour, int original, GlyphRun run, int step) {
    int index = original + step;
    if (index < 0 || index >= drawn.size()) {
      return -1;
    }
    GlyphRun expected = drawn.get(index);
    GlyphRun first = drawn.get(original);
    double dx = run.x() - expected.x();
    double dy = run.y() - expected.y();
    double drift = Math.hypot(dx - (neighbour.x() - first.x()), dy - (neighbour.y() - first.y()));
    boolean copy =
        expected.text().equals(run.text())
            && isAlike(expected, run)
            && Math.hypot(dx, dy) <= MAX_STRING_SHIFT * run.fontSize()
            && drift <= MAX_DRIFT * run.fontSize();
    return copy ? index : -1;
  }

  /** Index after the glyphs that were drawn one after the other along one line. */
  private static int endOfString(List<GlyphRun> runs, int start) {
    int end = start + 1;
    while (end < runs.size() && follows(runs.get(end - 1), runs.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean follows(GlyphRun last, GlyphRun next) {
    double em = last.fontSize();
    double gap = along(last, next) - last.advance();
    return Math.abs(next.direction() - last.direction()) < 1
        && gap > -0.5 * Math.min(last.advance(), em)
        && gap < em
        && Math.abs(across(last, next)) < MAX_SHIFT_ACROSS * em;
  }

  private static boolean covers(GlyphRun first, GlyphRun second) {
    return isAlike(first, second)
        && Math.abs(along(first, second))
            <= Math.max(MAX_SHIFT_ALONG * first.advance(), NARROW_SHIFT * first.fontSize())
        && Math.abs(across(first, second)) <= MAX_SHIFT_ACROSS * first.fontSize();
  }

  /** How far {@code to} starts from the start of {@code from}, along the line of that. */
  private static double along(GlyphRun from, GlyphRun to) {
    double dx = to.x() - from.x();
    if (from.direction() == 0) {
      return dx;
    }
    double angle = Math.toRadians(from.direction());
    return dx * Math.cos(angle) + (to.y() - from.y()) * Math.sin(angle);
  }

  /** How far {@code to} starts below the line of {@code from}. */
  private static double across(GlyphRun from, GlyphRun to) {
    double dy = to.y() - from.y();
    if (from.direction() == 0) {
      return dy;
    }
    double angle = Math.toRadians(from.direction());
    return dy * Math.cos(angle) - (to.x() - from.x()) * Math.sin(angle);
  }

  /** Whether both run in one direction and are about as large. */
  private static boolean isAlike(GlyphRun first, GlyphRun second) {
    return Math.abs(first.direction() - second.direction()) < 1
        && Math.abs(first.fontSize() - second.fontSize()) <= 0.2 * first.fontSize();
  }
}
