package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;

/**
 * A cell of a table or a column of a line.
 *
 * @param text never empty
 * @param box where it stands; estimated for a part of a line
 * @param column counted from 0; of a line, its place among the pieces
 */
record Piece(String text, BoundingBox box, int column) {

  /** The box of a part of its text, as if all characters were equally wide. */
  BoundingBox part(int start, int end) {
    return part(box, text.length(), start, end);
  }

  static BoundingBox part(BoundingBox box, int length, int start, int end) {
    double width = box.width() / Math.max(1, length);
    return new BoundingBox(
        box.left() + start * width, box.top(), (end - start) * width, box.height());
  }

  /** Whether one stands above the other. */
  boolean overlaps(Piece other) {
    return box.left() < other.box.right() && other.box.left() < box.right();
  }

  /** How far apart the middles of the two are, from left to right. */
  double distance(Piece other) {
    return Math.abs(box.left() + box.width() / 2 - other.box.left() - other.box.width() / 2);
  }
}
