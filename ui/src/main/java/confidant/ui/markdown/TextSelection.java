package confidant.ui.markdown;

import java.text.BreakIterator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * What is selected of a run of text blocks. An offset counts the characters of all blocks, with one
 * between two of them.
 */
final class TextSelection {
  private List<TextBlock> blocks = List.of();
  private int anchor;
  private int caret;

  /** The blocks now shown; what was selected stays so where they still have it. */
  void setBlocks(List<TextBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    select(Math.min(anchor, length()), Math.min(caret, length()));
  }

  /** All offsets are from 0 to this. */
  int length() {
    int sum = blocks.stream().mapToInt(block -> block.text().length() + 1).sum();
    return Math.max(0, sum - 1);
  }

  int caret() {
    return caret;
  }

  /** Selects from {@code anchor}, which stays where it is when extending, to {@code caret}. */
  void select(int anchor, int caret) {
    this.anchor = Math.clamp(anchor, 0, length());
    this.caret = Math.clamp(caret, 0, length());
    int start = 0;
    for (TextBlock block : blocks) {
      int length = block.text().length();
      block.select(Math.clamp(from() - start, 0, length), Math.clamp(to() - start, 0, length));
      start += length + 1;
    }
  }

  void extendTo(int caret) {
    select(anchor, caret);
  }

  void selectAll() {
    select(0, length());
  }

  /** Selects the word around {@code offset}. */
  void selectWord(int offset) {
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(String.join("\n", blocks.stream().map(TextBlock::text).toList()));
    int end = words.following(Math.min(offset, Math.max(0, length() - 1)));
    select(words.previous(), end == BreakIterator.DONE ? length() : end);
  }

  /** What is selected, a line for each block; empty if nothing. */
  String text() {
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (TextBlock block : blocks) {
      int end = start + block.text().length();
      if (from() <= end && to() > start) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(block.copy(Math.max(from(), start) - start, Math.min(to(), end) - start));
      }
      start = end + 1;
    }
    return text.toString();
  }

  /** The offset nearest to a point of the scene. */
  int offsetAt(double sceneX, double sceneY) {
    int start = 0;
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (TextBlock block : blocks) {
      Point2D point = block.sceneToLocal(sceneX, sceneY);
      double distance = distance(block.getLayoutBounds(), point);
      if (distance < least) {
        least = distance;
        nearest = start + block.offsetAt(point);
      }
      start += block.text().length() + 1;
    }
    return nearest;
  }

  private static double distance(Bounds bounds, Point2D point) {
    double x = Math.clamp(point.getX(), bounds.getMinX(), bounds.getMaxX());
    double y = Math.clamp(point.getY(), bounds.getMinY(), bounds.getMaxY());
    return point.distance(x, y);
  }

  private int from() {
    return Math.min(anchor, caret);
  }

  private int to() {
    return Math.max(anchor, caret);
  }
}
