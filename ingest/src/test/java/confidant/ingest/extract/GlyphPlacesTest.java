package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GlyphPlacesTest {

  private static GlyphRun glyph(String text, double x, double y) {
    return new GlyphRun(text, x, y, 5, 0, 10, 2.8, Source.VISIBLE_TEXT);
  }

  /** The nearest of those that say the same and stand at most a square apart, one by one. */
  private static int nearest(List<GlyphRun> glyphs, GlyphRun wanted, double reach) {
    int nearest = -1;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < glyphs.size(); i++) {
      GlyphRun other = glyphs.get(i);
      double distance = Math.hypot(other.x() - wanted.x(), other.y() - wanted.y());
      if (other.text().equals(wanted.text()) && distance <= reach && distance < shortest) {
        nearest = i;
        shortest = distance;
      }
    }
    return nearest;
  }

  @Test
  void findsWhatLookingAtEachWouldFind() {
    Random random = new Random(1);
    int count = 3000;
    double reach = 8;
    GlyphPlaces places = new GlyphPlaces(count);
    List<GlyphRun> glyphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = Character.toString('a' + random.nextInt(12));
      GlyphRun glyph = glyph(text, random.nextDouble(-20, 300), random.nextDouble(-20, 300));
      int found =
          places.nearest(
              glyph, (other, own) -> Math.hypot(other.x() - own.x(), other.y() - own.y()) <= reach);
      assertEquals(nearest(glyphs, glyph, reach), found);
      places.add(glyph);
      glyphs.add(glyph);
      assertEquals(glyph, places.get(i));
    }
    assertEquals(count, places.size());
  }

  @Test
  void doesNotLookAtAllOfAHeapOfEqualOnes() {
    GlyphPlaces places = new GlyphPlaces(1000);
    for (int i = 0; i < 1000; i++) {
      places.add(glyph("x", 4, 4));
    }
    int[] asked = {0};
    places.nearest(
        glyph("x", 4, 4),
        (other, own) -> {
          asked[0]++;
          return false;
        });
    assertEquals(32, asked[0]);
    assertEquals(1000, places.size());
  }

  @Test
  void findsNothingAmongNone() {
    assertEquals(-1, new GlyphPlaces(0).nearest(glyph("x", 4, 4), (other, own) -> true));
  }
}
