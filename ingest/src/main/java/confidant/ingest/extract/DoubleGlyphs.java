package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Side of the squares, in points, in which copies are looked for. */
  private static final double SQUARE = 8;

  /** More equal glyphs in one square lie on each other only in files made to do harm. */
  private static final int MAX_IN_SQUARE = 32;

  private final List<GlyphRun> kept;

  /** All glyphs so far that are not blank, copies too, in the order in which they were drawn. */
  private final List<GlyphRun> drawn = new ArrayList<>();

  /** Indexes in {@link #drawn}. */
  private final Map<Place, List<Integer>> places = new HashMap<>();

  private DoubleGlyphs(int count) {
    kept = new ArrayList<>(count);
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
    visible.forEach(this::remember);
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
      covered[i] = nearest(string.get(i));
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

  /** Index of the nearest glyph that {@code run} covers, or -1. */
  private int nearest(GlyphRun run) {
    int nearest = -1;
    double shortest = Double.POSITIVE_INFINITY;
    for (int column = -1; column <= 1; column++) {
      for (int row = -1; row <= 1; row++) {
        for (int index : places.getOrDefault(place(run, column, row), List.of())) {
          GlyphRun other = drawn.get(index);
          double distance = Math.hypot(run.x() - other.x(), run.y() - other.y());
          if (distance < shortest && covers(other, run)) {
            nearest = index;
            shortest = distance;
          }
        }
      }
    }
    return nearest;
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

  private void remember(GlyphRun run) {
    List<Integer> inSquare = places.computeIfAbsent(place(run, 0, 0), key -> new ArrayList<>(1));
    if (inSquare.size() < MAX_IN_SQUARE) {
      inSquare.add(drawn.size());
    }
    drawn.add(run);
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
    double angle = Math.toRadians(last.direction());
    double dx = next.x() - last.x();
    double dy = next.y() - last.y();
    double gap = dx * Math.cos(angle) + dy * Math.sin(angle) - last.advance();
    double across = dy * Math.cos(angle) - dx * Math.sin(angle);
    return Math.abs(next.direction() - last.direction()) < 1
        && gap > -0.5 * Math.min(last.advance(), em)
        && gap < em
        && Math.abs(across) < MAX_SHIFT_ACROSS * em;
  }

  private static boolean covers(GlyphRun first, GlyphRun second) {
    double angle = Math.toRadians(first.direction());
    double dx = second.x() - first.x();
    double dy = second.y() - first.y();
    double along = Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle));
    double across = Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle));
    return isAlike(first, second)
        && along <= Math.max(MAX_SHIFT_ALONG * first.advance(), NARROW_SHIFT * first.fontSize())
        && across <= MAX_SHIFT_ACROSS * first.fontSize();
  }

  /** Whether both run in one direction and are about as large. */
  private static boolean isAlike(GlyphRun first, GlyphRun second) {
    return Math.abs(first.direction() - second.direction()) < 1
        && Math.abs(first.fontSize() - second.fontSize()) <= 0.2 * first.fontSize();
  }

  private static Place place(GlyphRun run, int columns, int rows) {
    return new Place(
        run.text(),
        (int) Math.floor(run.x() / SQUARE) + columns,
        (int) Math.floor(run.y() / SQUARE) + rows);
  }

  private record Place(String text, int column, int row) {}
}
