package confidant.samples.layout;

import confidant.samples.layout.Flow.Area;
import confidant.samples.layout.Row.Role;
import confidant.samples.truth.Box;

/** Draws rules and bars around the cells of one table. */
final class TableFrame {

  private static final double THIN = 0.5;
  private static final double THICK = 1.1;
  private static final double DARK = 0.25;
  private static final double GREY = 0.84;
  private static final double LIGHT = 0.93;

  private final Flow flow;
  private final Frame frame;
  private final Area area;
  private final double[] widths;
  private double top;

  TableFrame(Flow flow, Area area, double[] widths) {
    this.flow = flow;
    this.frame = flow.look().frame();
    this.area = area;
    this.widths = widths.clone();
  }

  /** Room above and below the lines of a row, in points. */
  double padding() {
    return switch (frame) {
      case GRID, LINES -> 2.8;
      case ZEBRA, COLUMNS -> 2.2;
      case HEADER_RULE, BARE -> 1.4;
    };
  }

  void header(double at, double height, boolean dark) {
    top = at;
    if (dark || frame == Frame.ZEBRA) {
      flow.page().bar(new Box(area.left(), at, area.width(), height), dark ? DARK : GREY);
    }
    switch (frame) {
      case GRID, COLUMNS -> {
        level(at, THIN);
        level(at + height, THIN);
        plumb(at, at + height, true);
      }
      case LINES, HEADER_RULE -> level(at + height, THICK);
      case ZEBRA, BARE -> {}
    }
  }

  void row(Row row, int index, double at, double height) {
    if (frame == Frame.ZEBRA && index % 2 == 1) {
      flow.page().bar(new Box(area.left(), at, area.width(), height), LIGHT);
    }
    switch (frame) {
      case GRID -> {
        level(at + height, THIN);
        plumb(at, at + height, row.role() != Role.SECTION);
      }
      case COLUMNS -> plumb(at, at + height, true);
      case LINES -> level(at + height, THIN);
      case ZEBRA, HEADER_RULE, BARE -> {
        if (row.role() == Role.TOTAL && at > top) {
          level(at, THIN);
        }
      }
    }
  }

  /** Draws what ends the table on this page. */
  void end() {
    if (frame == Frame.HEADER_RULE || frame == Frame.COLUMNS) {
      level(flow.y(), THIN);
    }
  }

  private void level(double at, double thickness) {
    flow.page().rule(area.left(), at, area.right(), at, thickness);
  }

  private void plumb(double from, double to, boolean inner) {
    double x = area.left();
    flow.page().rule(x, from, x, to, THIN);
    for (int column = 0; column < widths.length; column++) {
      x += widths[column];
      if (inner || column == widths.length - 1) {
        flow.page().rule(x, from, x, to, THIN);
      }
    }
  }
}
