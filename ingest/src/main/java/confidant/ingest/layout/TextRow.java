package confidant.ingest.layout;

import confidant.ingest.document.Block.Line;
import confidant.ingest.document.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words side by side, from left to right.
 *
 * @param words at least one
 * @param baseline of most of them, in points from the top
 * @param fontSize of most of them, in points
 */
public record TextRow(List<Word> words, double baseline, double fontSize) {

  /** A gap at least this wide, in parts of the font size, separates columns and not words. */
  private static final double COLUMN_GAP = 0.9;

  /** Between two figures a gap of this many spaces does: groups of digits stand one apart. */
  private static final double FIGURE_GAP = 1.5;

  public TextRow {
    words = List.copyOf(words);
  }

  /** The row of some of this row's words. */
  public TextRow withWords(List<Word> some) {
    return new TextRow(some, baseline, fontSize);
  }

  public double left() {
    return words.getFirst().left();
  }

  public double right() {
    return words.stream().mapToDouble(Word::right).max().orElseThrow();
  }

  public BoundingBox box() {
    return words.stream().map(Word::box).reduce(BoundingBox::union).orElseThrow();
  }

  /** The words, split where a gap is as wide as between columns. */
  public List<List<Word>> cells() {
    List<List<Word>> cells = new ArrayList<>();
    List<Word> cell = new ArrayList<>();
    for (Word word : words) {
      if (!cell.isEmpty() && startsColumn(cell, word)) {
        cells.add(List.copyOf(cell));
        cell.clear();
      }
      cell.add(word);
    }
    cells.add(List.copyOf(cell));
    return cells;
  }

  /** Words separated by one space, columns by two. */
  public Line toLine() {
    SpannedText spanned = new SpannedText();
    cells().forEach(cell -> spanned.add("  ", cell));
    return new Line(spanned.text(), box(), spanned.spans());
  }

  /** Words separated by one space. */
  public static String text(List<Word> words) {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  private boolean startsColumn(List<Word> cell, Word word) {
    double gap = word.left() - rightOf(cell);
    boolean figures =
        endsAsFigure(cell.getLast().text()) && Character.isDigit(word.text().charAt(0));
    return gap >= COLUMN_GAP * fontSize || (figures && gap >= FIGURE_GAP * word.space());
  }

  private static boolean endsAsFigure(String text) {
    char end = text.charAt(text.length() - 1);
    return Character.isDigit(end) || end == '%';
  }

  private static double rightOf(List<Word> words) {
    return words.stream().max(Comparator.comparingDouble(Word::right)).orElseThrow().right();
  }
}
