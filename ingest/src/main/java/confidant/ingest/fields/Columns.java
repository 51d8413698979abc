package confidant.ingest.fields;

import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of rows are, by the headings of their table or by the last row of headings above
 * them. Rows are given in reading order.
 */
final class Columns {

  /** The role of a piece under no known heading. */
  static final String NONE = "";

  /** The column of plain amounts, which yields to a more special meaning of the same heading. */
  static final String AMOUNT = "amount";

  /** Longer texts are no headings. */
  private static final int MOST_WORDS = 6;

  /** Words of a heading that are no part of a known phrase. */
  private static final int MOST_OTHERS = 1;

  /** Figures may stand this far beside their heading, in points. */
  private static final double BESIDE = 25;

  private static final int WIDEST = 100;

  private final Vocabulary vocabulary;
  private final Sheet sheet;
  private int block = -1;
  private List<String> tableRoles = List.of();
  private List<Piece> headings = List.of();
  private List<String> headingRoles = List.of();
  private int headingBlock = -1;

  Columns(Sheet sheet, Vocabulary vocabulary) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
  }

  /** The role of each piece of the next row; empty if it is a row of headings. */
  List<String> next(Row row) {
    if (row.block() != block) {
      block = row.block();
      tableRoles = row.headings().stream().map(this::role).toList();
    }
    List<String> own = row.pieces().stream().map(piece -> role(piece.text())).toList();
    if (isHeading(row, own)) {
      headings = row.pieces();
      headingRoles = own;
      headingBlock = row.block();
      return List.of();
    }
    if (row.isHeading()) {
      return List.of();
    }
    boolean known = tableRoles.stream().anyMatch(role -> !role.isEmpty());
    return row.pieces().stream()
        .map(piece -> known && row.inTable() ? inTable(piece) : below(row, piece))
        .toList();
  }

  /** Whether any role is known for the rows that follow. */
  boolean areKnown() {
    return !headingRoles.isEmpty() || tableRoles.stream().anyMatch(role -> !role.isEmpty());
  }

  private boolean isHeading(Row row, List<String> roles) {
    long known = roles.stream().filter(role -> !role.isEmpty()).count();
    return known >= 2
        && row.pieces().size() <= WIDEST
        && row.pieces().stream()
            .allMatch(
                piece -> sheet.amounts().find(piece.text()).stream().noneMatch(Amount::money));
  }

  private String inTable(Piece piece) {
    return piece.column() < tableRoles.size() ? tableRoles.get(piece.column()) : NONE;
  }

  private String below(Row row, Piece piece) {
    boolean sameTable = row.inTable() && row.block() == headingBlock;
    int nearest = -1;
    for (int i = 0; i < headings.size(); i++) {
      Piece heading = headings.get(i);
      if (sameTable) {
        if (heading.column() == piece.column()) {
          return headingRoles.get(i);
        }
      } else if (isBelow(piece, heading)
          && (nearest < 0 || piece.distance(heading) < piece.distance(headings.get(nearest)))) {
        nearest = i;
      }
    }
    return nearest < 0 ? NONE : headingRoles.get(nearest);
  }

  private static boolean isBelow(Piece piece, Piece heading) {
    return piece.overlaps(heading)
        || Math.abs(piece.box().right() - heading.box().right()) < BESIDE
        || Math.abs(piece.box().left() - heading.box().left()) < BESIDE;
  }

  /** The meaning of the longest phrase in a heading. */
  private String role(String heading) {
    List<Word> words = Word.of(heading);
    if (words.size() > MOST_WORDS) {
      return NONE;
    }
    List<Hit> hits = vocabulary.find(words);
    int covered = hits.stream().mapToInt(hit -> hit.end() - hit.first()).sum();
    if (Fields.meaningfulWords(heading) - covered > MOST_OTHERS) {
      return NONE;
    }
    Optional<Hit> longest =
        hits.stream()
            .max(
                Comparator.comparing((Hit hit) -> !hit.label().equals(AMOUNT))
                    .thenComparingInt(hit -> hit.end() - hit.first()));
    return longest.map(Hit::label).orElse(NONE);
  }
}
