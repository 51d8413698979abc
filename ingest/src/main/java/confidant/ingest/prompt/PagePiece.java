package confidant.ingest.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A page, or one of the pieces that a page too large was split into.
 *
 * @param page its number
 * @param piece counted from 1
 * @param pieces of the page; 1 if it is whole
 */
public record PagePiece(int page, int piece, int pieces) implements Comparable<PagePiece> {

  private static final Comparator<PagePiece> ORDER =
      Comparator.comparingInt(PagePiece::page)
          .thenComparingInt(PagePiece::piece)
          .thenComparingInt(PagePiece::pieces);

  static PagePiece whole(int page) {
    return new PagePiece(page, 1, 1);
  }

  @Override
  public int compareTo(PagePiece other) {
    return ORDER.compare(this, other);
  }

  /** Which pages these are, in order, such as {@code 1, 4-6, 8 (2 of 3)}. */
  public static String label(Collection<PagePiece> pieces) {
    List<PagePiece> sorted = pieces.stream().distinct().sorted().toList();
    List<String> labels = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      int last = from;
      while (last + 1 < sorted.size() && sorted.get(last + 1).follows(sorted.get(last))) {
        last++;
      }
      labels.add(
          last == from
              ? sorted.get(from).label()
              : sorted.get(from).page + "-" + sorted.get(last).page);
      from = last + 1;
    }
    return String.join(", ", labels);
  }

  private String label() {
    return pieces == 1 ? String.valueOf(page) : "%d (%d of %d)".formatted(page, piece, pieces);
  }

  private boolean follows(PagePiece before) {
    return pieces == 1 && before.pieces == 1 && page == before.page + 1;
  }
}
