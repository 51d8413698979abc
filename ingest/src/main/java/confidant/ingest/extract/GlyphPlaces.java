package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Glyphs by what they say and the square of the page in which they start. A table of chains in
 * arrays: a page has thousands of glyphs, and nine squares are looked into for each.
 */
final class GlyphPlaces {

  /** Side of the squares, in points. */
  private static final double SQUARE = 8;

  /** More equal glyphs in one square lie on each other only in files made to do harm. */
  private static final int MAX_IN_SQUARE = 32;

  private static final int NONE = -1;

  private final List<GlyphRun> glyphs;

  /** By glyph. */
  private final int[] columns;

  private final int[] rows;

  /** By glyph, the next one of its chain, or {@link #NONE}. */
  private final int[] next;

  /** By place, the first and the last glyph of its chain, or {@link #NONE}. */
  private final int[] first;

  private final int[] last;

  /**
   * Makes room for glyphs.
   *
   * @param most how many there will be at most
   */
  GlyphPlaces(int most) {
    glyphs = new ArrayList<>(most);
    columns = new int[most];
    rows = new int[most];
    next = new int[most];
    int places = Integer.highestOneBit(Math.max(1, most)) << 1;
    first = new int[places];
    last = new int[places];
    Arrays.fill(first, NONE);
  }

  int size() {
    return glyphs.size();
  }

  /** The glyph that was added after {@code index} others. */
  GlyphRun get(int index) {
    return glyphs.get(index);
  }

  void add(GlyphRun glyph) {
    int index = glyphs.size();
    glyphs.add(glyph);
    columns[index] = square(glyph.x());
    rows[index] = square(glyph.y());
    next[index] = NONE;
    int place = place(glyph.text().hashCode(), columns[index], rows[index]);
    int equal = 0;
    for (int other = first[place]; other != NONE; other = next[other]) {
      equal += isIn(other, glyph.text(), columns[index], rows[index]) ? 1 : 0;
    }
    if (equal >= MAX_IN_SQUARE) {
      return;
    }
    if (first[place] == NONE) {
      first[place] = index;
    } else {
      next[last[place]] = index;
    }
    last[place] = index;
  }

  /**
   * Index of the nearest glyph that says the same as {@code glyph} and starts in its square or one
   * beside it, or -1.
   *
   * @param wanted whether a glyph, given first, is one that {@code glyph} looks for
   */
  int nearest(GlyphRun glyph, BiPredicate<GlyphRun, GlyphRun> wanted) {
    int hash = glyph.text().hashCode();
    int nearest = NONE;
    double shortest = Double.POSITIVE_INFINITY;
    for (int dx = -1; dx <= 1; dx++) {
      int column = square(glyph.x()) + dx;
      for (int dy = -1; dy <= 1; dy++) {
        int row = square(glyph.y()) + dy;
        for (int at = first[place(hash, column, row)]; at != NONE; at = next[at]) {
          GlyphRun other = glyphs.get(at);
          if (isIn(at, glyph.text(), column, row) && wanted.test(other, glyph)) {
            double distance = Math.hypot(glyph.x() - other.x(), glyph.y() - other.y());
            if (distance < shortest) {
              nearest = at;
              shortest = distance;
            }
          }
        }
      }
    }
    return nearest;
  }

  private boolean isIn(int index, String text, int column, int row) {
    return columns[index] == column && rows[index] == row && glyphs.get(index).text().equals(text);
  }

  private static int square(double place) {
    return (int) Math.floor(place / SQUARE);
  }

  private int place(int hash, int column, int row) {
    int mixed = ((hash * 31 + column) * 31 + row) * 0x9E3779B9;
    return (mixed ^ (mixed >>> 16)) & (first.length - 1);
  }
}
