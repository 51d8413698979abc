package confidant.samples.layout;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells one for each column
 */
public record Row(Role role, List<Cell> cells) {

  /** What a row is for. */
  public enum Role {
    ENTRY,
    TOTAL,
    /** Names the rows below; only its label is filled. */
    SECTION
  }

  public Row {
    cells = List.copyOf(cells);
  }

  /** A row as most. */
  public static Row entry(Cell... cells) {
    return new Row(Role.ENTRY, List.of(cells));
  }

  /** A row that sums others up. */
  public static Row total(Cell... cells) {
    return new Row(Role.TOTAL, List.of(cells));
  }
}
