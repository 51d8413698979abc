package confidant.ingest.layout;

import confidant.ingest.document.Block.Line;
import confidant.ingest.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Words side by side, from left to right. What is asked of a row again and again is worked out
 * once, when it is first asked for. Immutable.
 */
public final class TextRow {

  /** A gap at least this wide, in parts of the font size, separates columns and not words. */
  private static final double COLUMN_GAP = 0.9;

  /** Between two figures a gap of this many spaces does: groups of digits stand one apart. */
  private static final double FIGURE_GAP = 1.5;

  private final List<Word> words;
  private final double baseline;
  private final double fontSize;
  private @Nullable List<List<Word>> cells;
  private @Nullable BoundingBox box;
  private @Nullable String text;

  /**
   * A row.
   *
   * @param words at least one
   * @param baseline of most of them, in points from the top
   * @param fontSize of most of them, in points
   */
  public TextRow(List<Word> words, double baseline, double fontSize) {
    this.words = List.copyOf(words);
    this.baseline = baseline;
    this.fontSize = fontSize;
  }

  /** The row of some of this row's words. */
  public TextRow withWords(List<Word> some) {
    return new TextRow(some, baseline, fontSize);
  }

  public List<Word> words() {
    return words;
  }

  /** Where most words stand, in points from the top. */
  public double baseline() {
    return baseline;
  }

  /** Of most words, in points. */
  public double fontSize() {
    return fontSize;
  }

  public double left() {
    return words.getFirst().left();
  }

  public double right() {
    return rightOf(words);
  }

  public BoundingBox box() {
    BoundingBox known = box;
    if (known == null) {
      known = words.stream().map(Word::box).reduce(BoundingBox::union).orElseThrow();
      box = known;
    }
    return known;
  }

  /** The words, split where a gap is as wide as between columns. */
  public List<List<Word>> cells() {
    List<List<Word>> known = cells;
    if (known == null) {
      known = split();
      cells = known;
    }
    return known;
  }

  /** All words, separated by one space. */
  public String allText() {
    String known = text;
    if (known == null) {
      known = text(words);
      text = known;
    }
    return known;
  }

  /** Words separated by one space, columns by two. */
  public Line toLine() {
    SpannedText spanned = new SpannedText();
    cells().forEach(cell -> spanned.add("  ", cell));
    return new Line(spanned.text(), box(), spanned.spans());
  }

  /** Words separated by one space. */
  public static String text(List<Word> words) {
    if (words.size() == 1) {
      return words.getFirst().text();
    }
    StringJoiner text = new StringJoiner(" ");
    words.forEach(word -> text.add(word.text()));
    return text.toString();
  }

  private List<List<Word>> split() {
    List<List<Word>> split = new ArrayList<>();
    int start = 0;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < words.size(); i++) {
      if (i > start && startsColumn(words.get(i - 1), right, words.get(i))) {
        split.add(words.subList(start, i));
        start = i;
        right = Double.NEGATIVE_INFINITY;
      }
      right = Math.max(right, words.get(i).right());
    }
    split.add(words.subList(start, words.size()));
    return List.copyOf(split);
  }

  /**
   * Whether a word is the first of a cell.
   *
   * @param last the word before it
   * @param right where the words so far end, in points
   */
  private boolean startsColumn(Word last, double right, Word word) {
    double gap = word.left() - right;
    boolean figures = endsAsFigure(last.text()) && Character.isDigit(word.text().charAt(0));
    return gap >= COLUMN_GAP * fontSize || (figures && gap >= FIGURE_GAP * word.space());
  }

  private static boolean endsAsFigure(String text) {
    char end = text.charAt(text.length() - 1);
    return Character.isDigit(end) || end == '%';
  }

  private static double rightOf(List<Word> words) {
    double right = words.getFirst().right();
    for (Word word : words) {
      right = Math.max(right, word.right());
    }
    return right;
  }
}
