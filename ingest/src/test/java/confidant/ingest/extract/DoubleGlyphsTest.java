package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoubleGlyphsTest {

  private static final double EM = 10;
  private static final double ADVANCE = 5;
  private static final double NARROW = 2.2;
  private static final double SHIFT = 0.3;

  private final List<GlyphRun> runs = new ArrayList<>();

  @Test
  void removesCopiesOfSingleCharactersBetweenBlanks() {
    draw("VAT 7 % 9 \u20AC", 50);
    draw("VAT 7 % 9 \u20AC", 50 + SHIFT);
    assertEquals("VAT 7 % 9 \u20AC", kept());
  }

  @Test
  void removesAllCopiesButTheFirst() {
    draw("1 2", 50);
    draw("1 2", 50 + SHIFT);
    draw("1 2", 50 + 2 * SHIFT);
    draw("1 2", 50 - SHIFT);
    assertEquals("1 2", kept());
  }

  @Test
  void removesCopiesDrawnLetterByLetter() {
    String text = "Net 7,50";
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      draw(letter, 50 + i * ADVANCE);
      draw(letter, 50 + i * ADVANCE + SHIFT);
    }
    assertEquals("Net 7,50", kept());
  }

  @Test
  void removesCopiesDrawnWordByWordInAnotherOrder() {
    draw("Net pay 7", 50);
    draw("7", 50 + 8 * ADVANCE + SHIFT);
    draw("pay", 50 + 4 * ADVANCE + SHIFT);
    draw("Net", 50 + SHIFT);
    assertEquals("Net pay 7", kept());
  }

  @Test
  void removesCopiesOfNarrowLettersAmongWideOnes() {
    double shift = 1.2;
    for (double start : new double[] {50, 50 + shift}) {
      glyph("F", start, ADVANCE);
      glyph("i", start + ADVANCE, NARROW);
      glyph("l", start + ADVANCE + NARROW, NARROW);
      glyph("l", start + ADVANCE + 2 * NARROW, NARROW);
    }
    assertEquals("Fill", kept());
  }

  @Test
  void keepsWhatGoesOnAfterACopy() {
    draw("Sum", 50);
    draw("Sum 7", 50 + SHIFT);
    assertEquals("Sum 7", kept());
  }

  @Test
  void keepsEqualCharactersOfTextDrawnOverText() {
    draw("aa7aaaa", 50);
    draw("2674065", 50 + SHIFT);
    draw("7 2 1 5", 50 + 2 * ADVANCE + SHIFT);
    assertEquals("aa7aaaa26740657 2 1 5", kept());
  }

  @Test
  void keepsEqualCharactersSideBySide() {
    draw("1", 50);
    draw("1", 50 + ADVANCE);
    draw("1", 50 + 0.5 * ADVANCE);
    assertEquals("111", kept());
  }

  private void draw(String text, double x) {
    for (int i = 0; i < text.length(); i++) {
      glyph(text.substring(i, i + 1), x + i * ADVANCE, ADVANCE);
    }
  }

  private void glyph(String text, double x, double advance) {
    runs.add(new GlyphRun(text, x, 100, advance, 0, EM, 2.8, Source.VISIBLE_TEXT));
  }

  private String kept() {
    return DoubleGlyphs.remove(runs).stream().map(GlyphRun::text).collect(Collectors.joining());
  }
}
