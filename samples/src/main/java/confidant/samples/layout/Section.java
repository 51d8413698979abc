package confidant.samples.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A part of a paper, without a look. */
public sealed interface Section {

  /** Who writes: name and address. */
  record Letterhead(String name, String address) implements Section {}

  /** To whom: lines of an address. */
  record Address(List<String> lines) implements Section {
    public Address {
      lines = List.copyOf(lines);
    }
  }

  /** What the paper is. */
  record Title(String text) implements Section {}

  /** What the next section is. */
  record Heading(String text) implements Section {}

  /** Running text. */
  record Prose(String text) implements Section {}

  /** Labels with values. */
  record Pairs(List<Pair> pairs) implements Section {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** Two parts side by side, which must fit on one page. */
  record SideBySide(List<Section> left, List<Section> right) implements Section {
    public SideBySide {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * A table.
   *
   * @param labelColumn index of the column that says what a row is about
   * @param carry lines at page breaks, if any
   */
  record Table(List<Column> columns, int labelColumn, List<Row> rows, Optional<Carry> carry)
      implements Section {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.cells().size() + " cells under " + columns.size() + " columns");
        }
      }
    }

    public Table(List<Column> columns, int labelColumn, List<Row> rows) {
      this(columns, labelColumn, rows, Optional.empty());
    }

    /** The same with the last column first. */
    Table reversed() {
      int last = columns.size() - 1;
      return new Table(
          reversed(columns),
          last - labelColumn,
          rows.stream().map(row -> new Row(row.role(), reversed(row.cells()))).toList(),
          carry.map(
              lines ->
                  new Carry(
                      lines.outLabel(), lines.inLabel(), last - lines.column(), lines.after())));
    }

    private static <T> List<T> reversed(List<T> items) {
      List<T> reversed = new ArrayList<>(items);
      Collections.reverse(reversed);
      return reversed;
    }
  }
}
