package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes glyphs drawn twice in nearly the same place to look bold or to cast a shadow.
 *
 * <p>Where one text is drawn over another, a letter can fall on an equal one by chance. A copy
 * counts only if a neighbour in its string is one too, or if its string is too short to tell.
 */
final class DoubleGlyphs {

  /** Furthest shift of a copy, in parts of the glyph's width and of the font size. */
  private static final double MAX_SHIFT_ALONG = 0.3;

  private static final double MAX_SHIFT_ACROSS = 0.15;

  /** Glyphs in a string that may all be copies without a neighbour that is one. */
  private static final int SHORT_STRING = 2;

  /** Side of the squares, in points, in which copies are looked for. */
  private static final double SQUARE = 8;

  private DoubleGlyphs() {}

  static List<GlyphRun> remove(List<GlyphRun> runs) {
    List<GlyphRun> kept = new ArrayList<>(runs.size());
    Map<Place, List<GlyphRun>> seen = new HashMap<>();
    for (int start = 0; start < runs.size(); ) {
      int end = endOfString(runs, start);
      addString(runs.subList(start, end), kept, seen);
      start = end;
    }
    return kept;
  }

  private static void addString(
      List<GlyphRun> string, List<GlyphRun> kept, Map<Place, List<GlyphRun>> seen) {
    boolean[] copies = new boolean[string.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = !string.get(i).isBlank() && isCopy(string.get(i), seen);
    }
    for (int i = 0; i < copies.length; i++) {
      boolean neighbour = (i > 0 && copies[i - 1]) || (i + 1 < copies.length && copies[i + 1]);
      if (!copies[i] || !(neighbour || copies.length <= SHORT_STRING)) {
        kept.add(string.get(i));
        seen.computeIfAbsent(place(string.get(i), 0, 0), key -> new ArrayList<>(1))
            .add(string.get(i));
      }
    }
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

  private static boolean isCopy(GlyphRun run, Map<Place, List<GlyphRun>> seen) {
    for (int column = -1; column <= 1; column++) {
      for (int row = -1; row <= 1; row++) {
        for (GlyphRun other : seen.getOrDefault(place(run, column, row), List.of())) {
          if (covers(other, run)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean covers(GlyphRun first, GlyphRun second) {
    double angle = Math.toRadians(first.direction());
    double dx = second.x() - first.x();
    double dy = second.y() - first.y();
    double along = Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle));
    double across = Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle));
    return Math.abs(first.direction() - second.direction()) < 1
        && along <= MAX_SHIFT_ALONG * Math.max(first.advance(), 0.1 * first.fontSize())
        && across <= MAX_SHIFT_ACROSS * first.fontSize()
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
