package confidant.samples.layout;

import confidant.samples.layout.Flow.Area;
import confidant.samples.layout.Row.Role;
import confidant.samples.layout.Section.Table;
import confidant.samples.sheet.Pen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sets tables: columns that fit, headings again on each page, frames. */
final class TableSetter {

  private static final double LEADING = 1.22;
  private static final double PAD = ColumnWidths.PAD;
  private static final double SMALLEST = 5.5;

  private final Flow flow;
  private final Table table;
  private final Area area;
  private final Pen pen;
  private final double[] widths;
  private final TableFrame frame;

  private TableSetter(Flow flow, Table table, Area area, Pen pen, double[] widths) {
    this.flow = flow;
    this.table = table;
    this.area = area;
    this.pen = pen;
    this.widths = widths;
    this.frame = new TableFrame(flow, area, widths);
  }

  /** Sets {@code table}, in smaller print if it does not fit otherwise. */
  static void set(Flow flow, Table table, Area area) {
    Table turned = flow.look().has(Trait.REVERSED_COLUMNS) ? table.reversed() : table;
    boolean narrow = flow.look().has(Trait.NARROW);
    for (double size = flow.pen().size(); size >= SMALLEST; size -= 0.5) {
      Pen pen = flow.pen().sized(size);
      Optional<double[]> widths = ColumnWidths.fit(turned, flow.fonts(), pen, area.width(), narrow);
      if (widths.isPresent()) {
        new TableSetter(flow, turned, area, pen, widths.get()).set();
        return;
      }
    }
    throw new IllegalStateException("A table does not fit: " + turned.columns());
  }

  private void set() {
    double needed = headerHeight() + height(table.rows().getFirst()) + 2 * rowHeight(1);
    flow.need(needed);
    header();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      boolean last = i == table.rows().size() - 1;
      double reserve = last ? 0 : rowHeight(1);
      if (!flow.fits(height(row) + reserve)) {
        turnPage(i);
      }
      set(row, i);
    }
    frame.end();
  }

  private void turnPage(int next) {
    Optional<Carry> carry = table.carry().filter(lines -> next > 0);
    carry.ifPresent(lines -> set(carryRow(lines, lines.outLabel(), next - 1), next));
    frame.end();
    flow.breakPage();
    header();
    carry.ifPresent(lines -> set(carryRow(lines, lines.inLabel(), next - 1), next));
  }

  private Row carryRow(Carry carry, String label, int after) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(table.columns().size(), Cell.EMPTY));
    cells.set(table.labelColumn(), Cell.words(label));
    cells.set(carry.column(), carry.after().get(after));
    return new Row(Role.TOTAL, cells);
  }

  private void header() {
    double top = flow.y();
    double height = headerHeight();
    boolean dark = flow.look().has(Trait.DARK_HEADER);
    frame.header(top, height, dark);
    Pen bold = pen.inBold().inked(dark ? 1 : 0);
    for (int column = 0; column < widths.length; column++) {
      List<String> lines = headerLines(column);
      double offset = top + height - rowHeight(lines.size());
      for (int line = 0; line < lines.size(); line++) {
        String text = lines.get(line);
        double x = headerX(column, text);
        flow.page().print(text, x, baseline(offset, line), bold);
      }
    }
    flow.skip(height);
  }

  private void set(Row row, int index) {
    double top = flow.y();
    double height = height(row);
    frame.row(row, index, top, height);
    Pen with = row.role() == Role.ENTRY ? pen : pen.inBold();
    String label = row.cells().get(table.labelColumn()).flat();
    int lines = lines(row);
    int anchor = flow.look().anchor().line(lines);
    for (int column = 0; column < widths.length; column++) {
      Cell cell = row.cells().get(column);
      List<String> wrapped = wrap(row, column);
      boolean atTop = wrapped.size() > 1 || column == table.labelColumn();
      int first = atTop ? 0 : anchor;
      for (int line = 0; line < wrapped.size(); line++) {
        Cell part = cell.isFigure() ? cell : Cell.words(wrapped.get(line));
        double x = x(column, part.text(), with);
        String header = table.columns().get(column).header();
        flow.set(part, label, header, x, baseline(top, first + line), with);
      }
    }
    flow.skip(height);
  }

  private List<String> wrap(Row row, int column) {
    Cell cell = row.cells().get(column);
    if (cell.isFigure() || row.role() == Role.SECTION) {
      return List.of(cell.text());
    }
    Pen with = row.role() == Role.ENTRY ? pen : pen.inBold();
    return flow.sheet().wrap(cell.text(), with, widths[column] - 2 * PAD);
  }

  private int lines(Row row) {
    return IntStream.range(0, widths.length).map(i -> wrap(row, i).size()).max().orElse(1);
  }

  private List<String> headerLines(int column) {
    String header = table.columns().get(column).header();
    return flow.sheet().wrap(header, pen.inBold(), widths[column] - 2 * PAD);
  }

  private double headerHeight() {
    int most = IntStream.range(0, widths.length).map(i -> headerLines(i).size()).max().orElse(1);
    return rowHeight(most);
  }

  private double height(Row row) {
    return rowHeight(lines(row));
  }

  private double rowHeight(int lines) {
    return lines * LEADING * pen.size() + 2 * frame.padding();
  }

  private double baseline(double top, int line) {
    return top + frame.padding() + 0.85 * pen.size() + line * LEADING * pen.size();
  }

  private double left(int column) {
    double left = area.left();
    for (int i = 0; i < column; i++) {
      left += widths[i];
    }
    return left;
  }

  private double headerX(int column, String text) {
    Align align = table.columns().get(column).align();
    if (flow.look().has(Trait.CENTRED_HEADER)) {
      align = Align.CENTER;
    }
    Pen bold = pen.inBold();
    return aligned(column, align == Align.DECIMAL ? Align.RIGHT : align, text, bold);
  }

  private double x(int column, String text, Pen with) {
    Align align = table.columns().get(column).align();
    if (align != Align.DECIMAL) {
      return aligned(column, align, text, with);
    }
    String fraction = text.substring(point(text));
    double room =
        table.rows().stream()
            .map(row -> row.cells().get(column).text())
            .mapToDouble(other -> flow.fonts().width(other.substring(point(other)), pen))
            .max()
            .orElse(0);
    double whole = flow.fonts().width(text, with) - flow.fonts().width(fraction, with);
    double right = left(column) + widths[column] - PAD - room;
    return Math.max(left(column) + PAD, right - whole);
  }

  /** Where the decimals begin. */
  private static int point(String text) {
    int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    return point < 0 ? text.length() : point;
  }

  private double aligned(int column, Align align, String text, Pen with) {
    double start = left(column) + PAD;
    double free = widths[column] - 2 * PAD - flow.fonts().width(text, with);
    return switch (align) {
      case LEFT, DECIMAL -> start;
      case CENTER -> start + free / 2;
      case RIGHT -> start + free;
    };
  }
}
