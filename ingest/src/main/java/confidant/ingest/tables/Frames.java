package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tables side by side, parted by a plumb rule: what looks like the columns of one ruled table holds
 * rows of several figures, each with a label of its own.
 *
 * @param firstRow index of the first row
 * @param lastRow index of the last row, included
 * @param parts the rows of each frame, from left to right
 */
record Frames(int firstRow, int lastRow, List<List<TextRow>> parts) {

  Frames {
    parts = List.copyOf(parts);
  }

  /** Fewest rows of several figures that say so. */
  private static final int MIN_ROWS = 2;

  /** The first ones, if any. */
  static Optional<Frames> find(List<TextRow> rows, List<Lattice> lattices) {
    return lattices.stream()
        .filter(lattice -> lattice.columns().size() > 1)
        .flatMap(lattice -> find(rows, lattice).stream())
        .findFirst();
  }

  /** Whether several rows have several figures within one ruled cell. */
  static boolean crowds(List<TextRow> rows, Lattice lattice) {
    return rows.stream().filter(row -> crowds(row, lattice)).count() >= MIN_ROWS;
  }

  private static boolean crowds(TextRow row, Lattice lattice) {
    return lattice.cells(row).stream()
        .anyMatch(
            cell ->
                RowLook.figures(cell).size() > 1 && !lattice.areInColumnsOfTheirOwn(cell.cells()));
  }

  private static Optional<Frames> find(List<TextRow> rows, Lattice lattice) {
    int[] inside =
        IntStream.range(0, rows.size()).filter(row -> lattice.contains(rows.get(row))).toArray();
    if (inside.length < MIN_ROWS || inside[inside.length - 1] - inside[0] >= inside.length) {
      return Optional.empty();
    }
    List<TextRow> own = rows.subList(inside[0], inside[inside.length - 1] + 1);
    boolean spans =
        own.stream().flatMap(row -> row.words().stream()).anyMatch(lattice::isInSpanningCell);
    if (spans || !crowds(own, lattice)) {
      return Optional.empty();
    }
    List<List<TextRow>> parts = new ArrayList<>();
    for (int column = 0; column < lattice.columns().size(); column++) {
      int at = column;
      List<TextRow> part =
          own.stream()
              .map(row -> part(row, lattice, at))
              .filter(row -> !row.words().isEmpty())
              .toList();
      if (!isLabelled(part)) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(new Frames(inside[0], inside[inside.length - 1], parts));
  }

  /** Whether each row with figures begins with a label. */
  private static boolean isLabelled(List<TextRow> rows) {
    List<TextRow> full = rows.stream().filter(row -> !RowLook.figures(row).isEmpty()).toList();
    return full.size() >= MIN_ROWS
        && full.stream().noneMatch(row -> RowLook.startsAsFigure(row.cells().getFirst()));
  }

  /** What of a row stands in one column. */
  private static TextRow part(TextRow row, Lattice lattice, int column) {
    return row.withWords(
        row.words().stream().filter(word -> lattice.columnAt(List.of(word)) == column).toList());
  }
}
