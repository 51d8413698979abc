package confidant.ingest.fields;

/**
 * Where a value may stand: a part of a piece.
 *
 * @param start of the part in the piece's text
 * @param end of the part in the piece's text, excluded
 * @param confidence of what is found there, from 0 to 1
 */
record Place(Row row, Piece piece, int start, int end, double confidence) {

  /** A piece as a whole. */
  static Place whole(Row row, Piece piece, double confidence) {
    return new Place(row, piece, 0, piece.text().length(), confidence);
  }

  String text() {
    return piece.text().substring(start, end);
  }
}
