package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Span;
import java.util.List;

/**
 * A cell of a table or a column of a line.
 *
 * @param text never empty
 * @param box where it stands
 * @param spans where the parts of its text stand, at least one
 * @param column counted from 0; of a line, its place among the pieces
 */
record Piece(String text, BoundingBox box, List<Span> spans, int column) {

  Piece {
    spans = List.copyOf(spans);
  }

  /**
   * The piece of a text between two places, which holds more than blanks there.
   *
   * @param box where the text stands
   * @param spans where its parts stand; may be empty
   */
  static Piece of(String text, BoundingBox box, List<Span> spans, int start, int end, int column) {
    int from = start;
    while (Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = end;
    while (Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    List<Span> known = spans.isEmpty() ? List.of(new Span(0, text.length(), box)) : spans;
    boolean whole = from == 0 && to == text.length();
    BoundingBox place = whole ? box : Span.box(known, from, to).orElse(box);
    return new Piece(text.substring(from, to), place, Span.within(known, from, to), column);
  }

  /** A part of it as a piece of its own, which holds more than blanks. */
  Piece sub(int start, int end, int newColumn) {
    return of(text, box, spans, start, end, newColumn);
  }

  /** The box of its characters from {@code start} to {@code end}, excluded. */
  BoundingBox part(int start, int end) {
    return Span.box(spans, start, end).orElse(box);
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
