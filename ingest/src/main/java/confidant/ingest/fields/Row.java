package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;
import java.util.List;

/**
 * A line of text or a row of a table.
 *
 * @param page counted from 1
 * @param block which block of the document it belongs to; rows of a table share one
 * @param inTable whether columns of its pieces are columns of a table
 * @param headings of a table, by column; empty if there are none
 * @param isHeading whether it is itself a row of headings of a table
 * @param pieces its texts that are not empty, from left to right; at least one
 */
record Row(
    int page,
    int block,
    boolean inTable,
    boolean isHeading,
    List<String> headings,
    List<Piece> pieces) {

  Row {
    pieces = List.copyOf(pieces);
  }

  Piece first() {
    return pieces.getFirst();
  }

  /** All of its text in one line. */
  String text() {
    return String.join("  ", pieces.stream().map(Piece::text).toList());
  }

  /** The box of all of its text. */
  BoundingBox box() {
    return pieces.stream()
        .map(piece -> piece.part(0, piece.text().length()))
        .reduce(BoundingBox::union)
        .orElseThrow();
  }
}
