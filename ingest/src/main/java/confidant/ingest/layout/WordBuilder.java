package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Splits the chunks of a row into words: at drawn blanks, and at gaps that are wide for the font.
 *
 * <p>Letter-spaced text has a gap after every letter, so gaps count from the usual one of their
 * chunk. Not so between digits: two figures must never become one.
 */
final class WordBuilder {

  /** Narrowest gap between words, in parts of the font's space. */
  private static final double WORD_GAP = 0.5;

  /** The same between a capital and the rest of its word, which badly set type can tear apart. */
  private static final double CAPITAL_GAP = 0.7;

  /** Widest space of a font, in parts of the font size, that can be believed for this. */
  private static final double WIDEST_SPACE = 0.32;

  /** A smaller baseline shift than this, in parts of the font size, is no superscript. */
  private static final double SCRIPT_SHIFT = 0.08;

  /** Units, beside those of one letter, that are squared and cubed. */
  private static final Set<String> POWERED = Set.of("mm", "cm", "dm", "km", "ft", "yd");

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final WordParts parts = new WordParts();
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
    // A raised mark may stand right over a comma.
    Comparator<Chunk> order =
        Comparator.comparingDouble(Chunk::left).thenComparingDouble(Chunk::baseline);
    chunks.stream().sorted(order).forEach(builder::add);
    builder.finish();
    return builder.words;
  }

  private void add(Chunk chunk) {
    LetterSpacing spacing = LetterSpacing.of(chunk);
    for (GlyphRun glyph : chunk.glyphs()) {
      if (glyph.isBlank()) {
        blankBefore = true;
      } else {
        if (!text.isEmpty() && startsWord(glyph, spacing)) {
          finish();
        }
        append(glyph);
      }
    }
  }

  private boolean startsWord(GlyphRun glyph, LetterSpacing spacing) {
    double gap = glyph.x() - right;
    if (blankBefore) {
      return spacing.spelledOut() == 0 || gap > spacing.spelledOut();
    }
    char last = text.charAt(text.length() - 1);
    char next = glyph.text().charAt(0);
    double usual = isDigit(last) && isDigit(next) ? 0 : spacing.usual();
    boolean capital =
        text.length() == 1 && Character.isUpperCase(last) && Character.isLowerCase(next);
    double widest = (capital ? CAPITAL_GAP : WORD_GAP) * usableSpace(glyph);
    return gap - usual > widest || startsScript(glyph) || endsMark(glyph);
  }

  private static double usableSpace(GlyphRun glyph) {
    return Math.min(glyph.spaceWidth(), WIDEST_SPACE * glyph.fontSize());
  }

  /**
   * Whether a figure stands above or below what is before it, such as the mark of a footnote.
   * Figures below letters belong to their formula.
   */
  private boolean startsScript(GlyphRun glyph) {
    double shift = glyph.y() - lastBaseline;
    double growth = glyph.fontSize() - lastFontSize;
    if (!isDigit(glyph.text().charAt(0))
        || Math.abs(shift) <= SCRIPT_SHIFT * lastFontSize
        || Math.abs(growth) <= SCRIPT_SHIFT * lastFontSize) {
      return false;
    }
    boolean mark = shift < 0 && growth < 0;
    return !Character.isLetter(text.charAt(text.length() - 1)) || (mark && !isPower(glyph));
  }

  /** Whether a raised figure after letters squares or cubes a unit. */
  private boolean isPower(GlyphRun glyph) {
    int start = text.length();
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String unit = text.substring(start);
    return (glyph.text().equals("2") || glyph.text().equals("3"))
        && (unit.length() == 1 || POWERED.contains(unit));
  }

  /** Whether the word so far is a raised mark and the glyph a letter of the note's text. */
  private boolean endsMark(GlyphRun glyph) {
    double em = glyph.fontSize();
    return Character.isLetter(glyph.text().charAt(0))
        && lastBaseline < glyph.y() - SCRIPT_SHIFT * em
        && lastFontSize < em - SCRIPT_SHIFT * em
        && text.chars().allMatch(character -> isDigit((char) character));
  }

  private void append(GlyphRun glyph) {
    if (text.isEmpty()) {
      parts.clear();
      left = glyph.x();
      right = glyph.x();
      baseline = glyph.y();
      fontSize = glyph.fontSize();
      space = glyph.spaceWidth();
    }
    lastBaseline = glyph.y();
    lastFontSize = glyph.fontSize();
    text.append(glyph.text());
    parts.add(glyph.text(), glyph.x(), glyph.advance());
    right = Math.max(right, glyph.x() + glyph.advance());
    blankBefore = false;
  }

  private void finish() {
    if (!text.isEmpty()) {
      String all = text.toString();
      String word = all.strip();
      int skipped = all.length() - all.stripLeading().length();
      words.add(new Word(word, left, right, baseline, fontSize, space, parts.of(word, skipped)));
      text.setLength(0);
    }
    blankBefore = false;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
