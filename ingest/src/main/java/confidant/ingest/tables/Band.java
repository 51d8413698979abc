package confidant.ingest.tables;

/**
 * A stretch of one axis of a page.
 *
 * @param start in points
 * @param end in points, not before {@code start}
 */
record Band(double start, double end) {

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

  Band union(Band other) {
    return new Band(Math.min(start, other.start), Math.max(end, other.end));
  }
}
