package confidant.ingest.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name and the figures behind it; a row may hold several side by side.
 *
 * @param row where it stands
 * @param piece holds the name
 * @param nameEnd where the name ends in its piece
 * @param figures from left to right
 */
record Segment(Row row, Piece piece, int nameEnd, List<Figure> figures) {

  Segment {
    figures = List.copyOf(figures);
  }

  /**
   * An amount and the role of its column.
   *
   * @param piece it stands in
   * @param role {@link Columns#NONE} if unknown
   */
  record Figure(Amount amount, Piece piece, String role) {}

  String name() {
    return piece.text().substring(0, nameEnd);
  }

  /** The figure of a role, if there is exactly one. */
  Optional<Figure> figure(String role) {
    List<Figure> found = figures.stream().filter(figure -> figure.role().equals(role)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /**
   * The segments of a row.
   *
   * @param roles of its pieces; may be empty
   */
  static List<Segment> of(Sheet sheet, Row row, List<String> roles) {
    List<Segment> segments = new ArrayList<>();
    Open open = null;
    for (int i = 0; i < row.pieces().size(); i++) {
      Piece piece = row.pieces().get(i);
      String role = i < roles.size() ? roles.get(i) : Columns.NONE;
      Optional<Amount> amount =
          sheet.amounts().whole(piece.text()).filter(found -> !sheet.isCount(found));
      if (amount.isPresent()) {
        if (open != null) {
          open.figures.add(new Figure(amount.get(), piece, role));
        }
      } else if (Fields.meaningfulWords(piece.text()) > 0) {
        if (open != null) {
          segments.add(open.close(row));
        }
        open = Open.at(sheet, piece, role);
      }
    }
    if (open != null) {
      segments.add(open.close(row));
    }
    return segments;
  }

  /** A segment whose figures are still to come. */
  private record Open(Piece piece, int nameEnd, List<Figure> figures) {

    /** Figures at the end of the name's own piece belong to it. */
    static Open at(Sheet sheet, Piece piece, String role) {
      List<Figure> figures = new ArrayList<>();
      int end = piece.text().length();
      for (Amount amount : sheet.amounts().find(piece.text()).reversed()) {
        if (!amount.money() || !piece.text().substring(amount.end(), end).isBlank()) {
          break;
        }
        figures.addFirst(new Figure(amount, piece, role));
        end = amount.start();
      }
      return new Open(piece, end, figures);
    }

    Segment close(Row row) {
      return new Segment(row, piece, nameEnd, figures);
    }
  }
}
