package confidant.samples.layout;

import confidant.samples.layout.Section.Table;
import confidant.samples.sheet.Fonts;
import confidant.samples.sheet.Pen;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Shares the width of a table out to its columns. */
final class ColumnWidths {

  /** Room at either side of a cell, in points. */
  static final double PAD = 5;

  /** Part of what it would like that a narrow column gets. */
  private static final double NARROW = 0.3;

  private final Table table;
  private final Fonts fonts;
  private final Pen pen;

  private ColumnWidths(Table table, Fonts fonts, Pen pen) {
    this.table = table;
    this.fonts = fonts;
    this.pen = pen;
  }

  /**
   * Widths of the columns, in points, that together make {@code room}; none if the figures do not
   * fit in this size.
   */
  static Optional<double[]> fit(Table table, Fonts fonts, Pen pen, double room, boolean narrow) {
    return new ColumnWidths(table, fonts, pen).fit(room, narrow);
  }

  private Optional<double[]> fit(double room, boolean narrow) {
    int count = table.columns().size();
    double[] widths = new double[count];
    for (int column = 0; column < count; column++) {
      widths[column] = least(column);
    }
    double spare = room - Arrays.stream(widths).sum();
    if (spare < 0) {
      return Optional.empty();
    }
    for (int column = 0; column < count; column++) {
      if (table.columns().get(column).wraps()) {
        double wish = (natural(column) - widths[column]) * (narrow ? NARROW : 1);
        double given = Math.max(0, Math.min(wish, spare));
        widths[column] += given;
        spare -= given;
      }
    }
    for (int column = 0; column < count; column++) {
      widths[column] += spare / count;
    }
    return Optional.of(widths);
  }

  /** Width of the longest piece that cannot be broken. */
  private double least(int column) {
    boolean wraps = table.columns().get(column).wraps();
    Stream<String> cells = texts(column);
    Stream<String> pieces =
        wraps ? cells.flatMap(text -> Arrays.stream(text.split("[ \n]", -1))) : cells;
    String[] heading = table.columns().get(column).header().split(" ", -1);
    return widest(Stream.concat(pieces, Arrays.stream(heading)));
  }

  /** Width of the longest line. */
  private double natural(int column) {
    return widest(texts(column).flatMap(String::lines));
  }

  private double widest(Stream<String> texts) {
    return texts.mapToDouble(text -> fonts.width(text, pen.inBold())).max().orElse(0) + 2 * PAD;
  }

  private Stream<String> texts(int column) {
    Stream<String> cells =
        table.rows().stream()
            .filter(row -> row.role() != Row.Role.SECTION)
            .map(row -> row.cells().get(column).text());
    Stream<String> carried =
        table.carry().stream()
            .filter(carry -> carry.column() == column)
            .flatMap(carry -> carry.after().stream().map(Cell::text));
    return Stream.concat(cells, carried);
  }
}
