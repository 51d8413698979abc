package confidant.ingest.tables;

import confidant.ingest.layout.Word;
import java.util.List;

/**
 * A stretch of one axis of a page.
 *
 * @param start in points
 * @param end in points, not before {@code start}
 */
record Band(double start, double end) {

  /** What words side by side cover from left to right. */
  static Band of(List<Word> words) {
    return new Band(
        words.getFirst().left(), words.stream().mapToDouble(Word::right).max().orElseThrow());
  }

  double length() {
    return end - start;
  }

  double middle() {
    return (start + end) / 2;
  }

  /** Length that both cover; negative if they lie apart, by their distance. */
  double overlap(Band other) {
    return Math.min(end, other.end) - Math.max(start, other.start);
  }

  /** Whether both start, end or have their middle at the same place, give or take some points. */
  boolean isAligned(Band other, double tolerance) {
    return Math.abs(start - other.start) <= tolerance
        || Math.abs(end - other.end) <= tolerance
        || Math.abs(middle() - other.middle()) <= tolerance;
  }

  Band union(Band other) {
    return new Band(Math.min(start, other.start), Math.max(end, other.end));
  }
}
