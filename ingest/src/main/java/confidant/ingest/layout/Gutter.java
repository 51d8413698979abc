package confidant.ingest.layout;

import java.util.List;

/**
 * A white strip that no word of some neighbouring rows touches.
 *
 * @param left in points
 * @param right in points
 * @param firstRow index of the uppermost row
 * @param lastRow index of the lowest row, included
 */
record Gutter(double left, double right, int firstRow, int lastRow) {

  int rows() {
    return lastRow - firstRow + 1;
  }

  /** Whether a word that does not touch it, and starts at {@code x}, stands left of it. */
  boolean isLeft(double x) {
    return x < (left + right) / 2;
  }

  /** The parts of {@code rows} that stand left of it, without empty ones. */
  List<TextRow> leftOf(List<TextRow> rows) {
    return rows.stream().map(row -> part(row, true)).filter(row -> !row.words().isEmpty()).toList();
  }

  /** The parts of {@code rows} that stand right of it, without empty ones. */
  List<TextRow> rightOf(List<TextRow> rows) {
    return rows.stream()
        .map(row -> part(row, false))
        .filter(row -> !row.words().isEmpty())
        .toList();
  }

  private TextRow part(TextRow row, boolean leftPart) {
    return row.withWords(
        row.words().stream().filter(word -> isLeft(word.left()) == leftPart).toList());
  }
}
