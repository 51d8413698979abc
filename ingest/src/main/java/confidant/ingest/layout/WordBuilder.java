package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splits the chunks of a row into words: at drawn blanks, and at gaps that are wide for the font.
 *
 * <p>Letter-spaced text has a gap after every letter, so gaps count from the usual one of their
 * chunk. Not so between digits: two figures must never become one.
 */
final class WordBuilder {

  /** Narrowest gap between words, in parts of the font's space. */
  private static final double WORD_GAP = 0.5;

  /** Widest space of a font, in parts of the font size, that can be believed for this. */
  private static final double WIDEST_SPACE = 0.32;

  /** Shortest chunk in which letter-spacing can be told from words of one letter. */
  private static final int MIN_SPACED_LETTERS = 5;

  /** A smaller baseline shift than this, in parts of the font size, is no superscript. */
  private static final double SCRIPT_SHIFT = 0.08;

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private double left;
  private double right;
  private double baseline;
  private double fontSize;
  private double space;
  private double lastBaseline;
  private double lastFontSize;
  private boolean blankBefore;

  private WordBuilder() {}

  /** Words from left to right. */
  static List<Word> build(List<Chunk> chunks) {
    WordBuilder builder = new WordBuilder();
    chunks.stream().sorted(Comparator.comparingDouble(Chunk::left)).forEach(builder::add);
    builder.finish();
    return builder.words;
  }

  private void add(Chunk chunk) {
    double spacing = letterSpacing(chunk);
    for (GlyphRun glyph : chunk.glyphs()) {
      if (glyph.isBlank()) {
        blankBefore = true;
      } else {
        if (!text.isEmpty() && (blankBefore || startsWord(glyph, spacing))) {
          finish();
        }
        append(glyph);
      }
    }
  }

  private boolean startsWord(GlyphRun glyph, double spacing) {
    double gap = glyph.x() - right;
    boolean figures = isDigit(text.charAt(text.length() - 1)) && isDigit(glyph.text().charAt(0));
    double usual = figures ? 0 : spacing;
    return gap - usual > WORD_GAP * usableSpace(glyph) || startsScript(glyph);
  }

  private static double usableSpace(GlyphRun glyph) {
    return Math.min(glyph.spaceWidth(), WIDEST_SPACE * glyph.fontSize());
  }

  /** A raised or lowered figure of another size after no letter, such as the mark of a footnote. */
  private boolean startsScript(GlyphRun glyph) {
    return isDigit(glyph.text().charAt(0))
        && !Character.isLetter(text.charAt(text.length() - 1))
        && Math.abs(glyph.y() - lastBaseline) > SCRIPT_SHIFT * lastFontSize
        && Math.abs(glyph.fontSize() - lastFontSize) > SCRIPT_SHIFT * lastFontSize;
  }

  private void append(GlyphRun glyph) {
    if (text.isEmpty()) {
      left = glyph.x();
      right = glyph.x();
      baseline = glyph.y();
      fontSize = glyph.fontSize();
      space = glyph.spaceWidth();
    }
    lastBaseline = glyph.y();
    lastFontSize = glyph.fontSize();
    text.append(glyph.text());
    right = Math.max(right, glyph.x() + glyph.advance());
    blankBefore = false;
  }

  private void finish() {
    if (!text.isEmpty()) {
      words.add(new Word(text.toString().strip(), left, right, baseline, fontSize, space));
      text.setLength(0);
    }
    blankBefore = false;
  }

  /** The median gap between its glyphs, in points, if most of them stand apart. */
  private static double letterSpacing(Chunk chunk) {
    List<GlyphRun> glyphs = chunk.glyphs();
    if (glyphs.size() < MIN_SPACED_LETTERS) {
      return 0;
    }
    double[] gaps = new double[glyphs.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      GlyphRun glyph = glyphs.get(i);
      gaps[i] = glyphs.get(i + 1).x() - glyph.x() - glyph.advance();
    }
    Arrays.sort(gaps);
    return Math.max(0, gaps[gaps.length / 2]);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
