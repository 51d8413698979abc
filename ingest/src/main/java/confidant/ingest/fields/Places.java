package confidant.ingest.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the value of a label may stand: behind it, to its right up to the next label, or below. */
final class Places {

  /** Confidence of a value beside its label. */
  static final double BESIDE = 0.95;

  private static final double BELOW = 0.8;

  /** Rows below a label in which its value may stand. */
  private static final int ROWS_BELOW = 2;

  /** Pieces of a row of headings and values; more are no form. */
  private static final int WIDEST = 100;

  private final Sheet sheet;
  private final Set<Long> labelled = new HashSet<>();

  /**
   * Places of a sheet.
   *
   * @param labels those that end the place of others
   */
  Places(Sheet sheet, Collection<Label> labels) {
    this.sheet = sheet;
    for (Label label : labels) {
      if (label.hasColon(sheet) || label.isWhole(sheet)) {
        labelled.add(key(label.row(), label.piece()));
      }
    }
  }

  /** The rest of the label's piece. */
  Place behind(Label label) {
    return new Place(label.row(sheet), label.piece(sheet), label.end(), label.until(), BESIDE);
  }

  /** The rest of the label's piece, then the pieces to its right up to the next label. */
  List<Place> beside(Label label) {
    List<Place> places = new ArrayList<>();
    Row row = label.row(sheet);
    places.add(behind(label));
    for (int next = label.piece() + 1; next < row.pieces().size(); next++) {
      if (isLabelled(label.row(), next)) {
        break;
      }
      places.add(Place.whole(row, row.pieces().get(next), BESIDE));
    }
    return places;
  }

  /**
   * What {@code parser} makes of the nearest piece below the label; only where the label stands
   * alone, as a heading does, and where no more such values follow, as in a list.
   */
  <T> Optional<T> below(Label label, Function<Place, Optional<T>> parser) {
    if (!label.isWhole(sheet)) {
      return Optional.empty();
    }
    int last = Math.min(sheet.rows().size() - 1, label.row() + ROWS_BELOW);
    for (int row = label.row() + 1; row <= last; row++) {
      Optional<Place> place = under(label, row);
      if (place.isPresent()) {
        int block = place.get().row().block();
        Optional<Place> next =
            row + 1 < sheet.rows().size() && sheet.rows().get(row + 1).block() == block
                ? under(label, row + 1)
                : Optional.empty();
        boolean inList = next.flatMap(parser).isPresent();
        return inList ? Optional.empty() : parser.apply(place.get());
      }
    }
    return Optional.empty();
  }

  /** The piece of a row that stands under a label and is none itself. */
  private Optional<Place> under(Label label, int index) {
    Row row = label.row(sheet);
    Row under = sheet.rows().get(index);
    Piece above = label.piece(sheet);
    boolean sameTable = under.inTable() && row.inTable() && under.block() == row.block();
    if (under.page() != row.page() || under.pieces().size() > WIDEST) {
      return Optional.empty();
    }
    for (int i = 0; i < under.pieces().size(); i++) {
      Piece piece = under.pieces().get(i);
      boolean beneath = sameTable ? piece.column() == above.column() : piece.overlaps(above);
      if (beneath && !isLabelled(index, i)) {
        return Optional.of(Place.whole(under, piece, BELOW));
      }
    }
    return Optional.empty();
  }

  private boolean isLabelled(int row, int piece) {
    return labelled.contains(key(row, piece));
  }

  private static long key(int row, int piece) {
    return ((long) row << Integer.SIZE) | piece;
  }
}
