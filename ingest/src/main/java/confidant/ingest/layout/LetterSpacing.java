package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.Arrays;
import java.util.List;

/**
 * Tells how far the letters of a chunk are set apart.
 *
 * @param usual the gap after each glyph, in points; 0 if they are not set apart
 * @param spelledOut the widest gap with a drawn blank between letters of one word, in points; 0 if
 *     blanks end words, as they nearly always do
 */
record LetterSpacing(double usual, double spelledOut) {

  /** Shortest chunk in which letter-spacing can be told from words of one letter. */
  private static final int MIN_LETTERS = 5;

  /** Gaps between words that are spelled out, in parts of those between their letters. */
  private static final double BETWEEN_WORDS = 1.5;

  static LetterSpacing of(Chunk chunk) {
    return new LetterSpacing(usual(chunk.glyphs()), spelledOut(chunk.glyphs()));
  }

  /**
   * The gap that three of four gaps reach: in letter-spaced text all do but those of kerned pairs,
   * elsewhere hardly any.
   */
  private static double usual(List<GlyphRun> glyphs) {
    if (glyphs.size() < MIN_LETTERS) {
      return 0;
    }
    long longer = glyphs.stream().filter(glyph -> glyph.text().length() > 1).count();
    // What was read from a picture comes in whole words, whose gaps say nothing about letters.
    if (4 * longer > glyphs.size()) {
      return 0;
    }
    double[] gaps = sortedGaps(glyphs);
    return Math.max(0, gaps[gaps.length / 4]);
  }

  /** Capitals with a blank after each, such as "T O T A L", are spelled out. */
  private static double spelledOut(List<GlyphRun> glyphs) {
    if (glyphs.size() < 2 * MIN_LETTERS - 1) {
      return 0;
    }
    List<GlyphRun> visible = glyphs.stream().filter(glyph -> !glyph.isBlank()).toList();
    boolean blankAfterEach = glyphs.size() >= 2 * visible.size() - 1;
    if (visible.size() < MIN_LETTERS
        || !blankAfterEach
        || !visible.stream().allMatch(LetterSpacing::isCapital)) {
      return 0;
    }
    double[] gaps = sortedGaps(visible);
    double widest = BETWEEN_WORDS * Math.max(0, gaps[0]);
    long within = Arrays.stream(gaps).filter(gap -> gap <= widest).count();
    return 2 * within > gaps.length ? widest : 0;
  }

  private static boolean isCapital(GlyphRun glyph) {
    return glyph.text().length() == 1 && Character.isUpperCase(glyph.text().charAt(0));
  }

  private static double[] sortedGaps(List<GlyphRun> glyphs) {
    double[] gaps = new double[Math.max(0, glyphs.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      GlyphRun glyph = glyphs.get(i);
      gaps[i] = glyphs.get(i + 1).x() - glyph.x() - glyph.advance();
    }
    Arrays.sort(gaps);
    return gaps;
  }
}
