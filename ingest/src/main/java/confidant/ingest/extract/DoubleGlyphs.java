package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes glyphs drawn twice in nearly the same place to look bold or to cast a shadow. */
final class DoubleGlyphs {

  /** Furthest shift of a copy, in parts of the glyph's width and of the font size. */
  private static final double MAX_SHIFT_ALONG = 0.3;

  private static final double MAX_SHIFT_ACROSS = 0.15;

  /** Side of the squares, in points, in which copies are looked for. */
  private static final double SQUARE = 8;

  private DoubleGlyphs() {}

  static List<GlyphRun> remove(List<GlyphRun> runs) {
    List<GlyphRun> kept = new ArrayList<>(runs.size());
    Map<Place, List<GlyphRun>> seen = new HashMap<>();
    for (GlyphRun run : runs) {
      if (run.isBlank() || !isCopy(run, seen)) {
        kept.add(run);
        seen.computeIfAbsent(place(run, 0, 0), key -> new ArrayList<>(1)).add(run);
      }
    }
    return kept;
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
