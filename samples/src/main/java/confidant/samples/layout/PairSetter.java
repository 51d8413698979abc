package confidant.samples.layout;

import confidant.samples.layout.Flow.Area;
import confidant.samples.sheet.Pen;
import java.util.List;

/** Sets labels with their values. */
final class PairSetter {

  private static final double LEADING = 1.45;

  /** Where values stand, in parts of the width. */
  private static final double TAB = 0.42;

  /** Width of a list whose values stand at the right edge, in parts of the width. */
  private static final double ENDS = 0.72;

  private static final double BOX_PAD = 4;
  private static final int MOST_BOXES = 4;

  private final Flow flow;
  private final Area area;
  private final Pen pen;

  private PairSetter(Flow flow, Area area) {
    this.flow = flow;
    this.area = area;
    this.pen = flow.pen();
  }

  static void set(Flow flow, List<Pair> pairs, Area area) {
    PairSetter setter = new PairSetter(flow, area);
    switch (flow.look().pairs()) {
      case BOXES -> setter.boxes(pairs);
      case TWICE -> setter.twice(pairs);
      case COLON, TABBED, ENDS, LEADERS -> pairs.forEach(setter::line);
    }
  }

  private void line(Pair pair) {
    flow.need(LEADING * pen.size());
    double baseline = flow.y() + pen.size();
    double after = area.left() + flow.fonts().width(pair.label() + "   ", pen);
    double atEnd = area.left() + listWidth() - flow.fonts().width(pair.value().text(), pen);
    double right = Math.max(after, atEnd);
    switch (flow.look().pairs()) {
      case COLON -> {
        String label = pair.label() + ":";
        flow.page().print(label, area.left(), baseline, pen);
        double x = area.left() + flow.fonts().width(label + " ", pen);
        value(pair, x, baseline);
      }
      case TABBED -> {
        flow.page().print(pair.label(), area.left(), baseline, pen);
        value(pair, Math.max(after, area.left() + TAB * area.width()), baseline);
      }
      case LEADERS -> {
        flow.page().print(pair.label(), area.left(), baseline, pen);
        dots(area.left() + flow.fonts().width(pair.label() + " ", pen), right, baseline);
        value(pair, right, baseline);
      }
      case ENDS, BOXES, TWICE -> {
        flow.page().print(pair.label(), area.left(), baseline, pen);
        value(pair, right, baseline);
      }
    }
    flow.skip(LEADING * pen.size());
  }

  /** A list over the whole page would leave the eye lost between label and value. */
  private double listWidth() {
    return area.width() < flow.area().width() ? area.width() : ENDS * area.width();
  }

  private void value(Pair pair, double x, double baseline) {
    flow.set(pair.value(), pair.label(), "", x, baseline, pen);
  }

  private void dots(double from, double to, double baseline) {
    double dot = flow.fonts().width(".", pen);
    int count = (int) ((to - from) / dot) - 2;
    if (count > 2) {
      flow.page().ornament(".".repeat(count), from + dot, baseline, pen);
    }
  }

  private void twice(List<Pair> pairs) {
    double half = area.width() / 2;
    for (int i = 0; i < pairs.size(); i += 2) {
      flow.need(LEADING * pen.size());
      double baseline = flow.y() + pen.size();
      for (int side = 0; side < 2 && i + side < pairs.size(); side++) {
        Pair pair = pairs.get(i + side);
        double left = area.left() + side * half;
        flow.page().print(pair.label(), left, baseline, pen);
        double after = left + flow.fonts().width(pair.label() + "   ", pen);
        value(pair, Math.max(after, left + TAB * half), baseline);
      }
      flow.skip(LEADING * pen.size());
    }
  }

  private void boxes(List<Pair> pairs) {
    for (int from = 0; from < pairs.size(); ) {
      int count = Math.min(MOST_BOXES, pairs.size() - from);
      while (count > 1 && !fit(pairs.subList(from, from + count))) {
        count--;
      }
      boxRow(pairs.subList(from, from + count));
      from += count;
    }
  }

  private boolean fit(List<Pair> row) {
    double room = area.width() / row.size() - 2 * BOX_PAD;
    return row.stream()
        .allMatch(
            pair ->
                flow.fonts().width(pair.value().text(), pen.inBold()) <= room
                    && flow.fonts().width(pair.label(), small()) <= room);
  }

  private void boxRow(List<Pair> row) {
    double height = 2.6 * pen.size() + BOX_PAD;
    flow.need(height);
    double width = area.width() / row.size();
    double top = flow.y();
    flow.page().rule(area.left(), top, area.right(), top, 0.5);
    flow.page().rule(area.left(), top + height, area.right(), top + height, 0.5);
    flow.page().rule(area.left(), top, area.left(), top + height, 0.5);
    for (int i = 0; i < row.size(); i++) {
      double x = area.left() + i * width;
      Pair pair = row.get(i);
      flow.page().rule(x + width, top, x + width, top + height, 0.5);
      flow.page().print(pair.label(), x + BOX_PAD, top + 1.1 * pen.size(), small());
      double baseline = top + 2.4 * pen.size();
      flow.set(pair.value(), "", pair.label(), x + BOX_PAD, baseline, pen.inBold());
    }
    flow.skip(height);
  }

  private Pen small() {
    return pen.sized(0.75 * pen.size());
  }
}
