package confidant.samples.layout;

import confidant.samples.layout.Flow.Area;
import confidant.samples.layout.Section.Address;
import confidant.samples.layout.Section.Heading;
import confidant.samples.layout.Section.Letterhead;
import confidant.samples.layout.Section.Pairs;
import confidant.samples.layout.Section.Prose;
import confidant.samples.layout.Section.SideBySide;
import confidant.samples.layout.Section.Table;
import confidant.samples.layout.Section.Title;
import confidant.samples.sheet.Pen;
import confidant.samples.sheet.Sheet;
import confidant.samples.sheet.SheetPage;
import confidant.samples.truth.Box;
import confidant.samples.truth.Fact;
import confidant.samples.truth.Figure;
import confidant.samples.words.Wording;
import java.util.List;

/** Sets the sections of a paper one below the other, then what stands around them. */
final class Composer {

  private static final double LEADING = 1.3;
  private static final double GUTTER = 22;
  private static final double FOOT = 34;
  private static final double HEAD = 34;
  private static final double MARGIN_TEXT = 26;

  /** Room around letterheads, in points. */
  private static final double EMBLEM_GAP = 5;

  private static final double DARK = 0.25;
  private static final double MIDDLE_GREY = 0.45;
  private static final double LIGHT_GREY = 0.75;

  /** Height that two parts side by side are sure to fit in, in points. */
  private static final double SIDE_HEIGHT = 250;

  private final Flow flow;
  private final Wording wording;

  Composer(Sheet sheet, Look look, Pen pen, Wording wording) {
    this.flow = new Flow(sheet, look, pen);
    this.wording = wording;
  }

  /**
   * Sets all sections, then page numbers and the like.
   *
   * @param running the words at the head of each page but the first
   * @param form number of the form, for the margin
   */
  void compose(List<Section> sections, String running, String form) {
    sections.forEach(section -> set(section, flow.area()));
    closingLines();
    int count = flow.sheet().pages().size();
    for (SheetPage page : flow.sheet().pages()) {
      surround(page, count, running, form);
    }
  }

  List<Figure> figures() {
    return flow.log().figures();
  }

  List<Fact> facts() {
    return flow.log().facts(wording);
  }

  private void set(Section section, Area area) {
    Pen pen = flow.pen();
    switch (section) {
      case Letterhead(String name, String address) -> letterhead(name, address, area);
      case Address(List<String> lines) -> {
        lines.forEach(text -> line(text, area, pen));
        flow.skip(1.5 * pen.size());
      }
      case Title(String text) -> {
        boolean spaced = flow.look().has(Trait.SPACED_HEADINGS);
        Pen large = pen.inBold().sized(pen.size() + 5);
        Pen heading = spaced ? large.spaced(2.5) : large;
        flow.sheet().wrap(text, heading, area.width()).forEach(part -> line(part, area, heading));
        flow.skip(0.6 * pen.size());
      }
      case Heading(String text) -> {
        flow.need(6 * pen.size());
        line(text, area, pen.inBold().sized(pen.size() + 1));
        flow.skip(0.2 * pen.size());
      }
      case Prose(String text) -> {
        flow.sheet().wrap(text, pen, area.width()).forEach(part -> line(part, area, pen));
        flow.skip(0.7 * pen.size());
      }
      case Pairs(List<Pair> pairs) -> {
        PairSetter.set(flow, pairs, area);
        flow.skip(1.2 * pen.size());
      }
      case Table table -> {
        TableSetter.set(flow, table, area);
        flow.skip(1.6 * pen.size());
      }
      case SideBySide(List<Section> left, List<Section> right) -> sideBySide(left, right, area);
    }
  }

  /** White on a dark bar where the headings of tables are, else with an emblem and a rule. */
  private void letterhead(String name, String address, Area area) {
    Pen pen = flow.pen();
    double top = flow.y();
    boolean dark = flow.look().has(Trait.DARK_HEADER);
    double inset = dark ? EMBLEM_GAP : 0;
    double ink = dark ? 1 : 0;
    Area inside = new Area(area.left() + inset, area.width() - inset);
    flow.skip(inset);
    line(name, inside, pen.inBold().sized(pen.size() + 3).inked(ink));
    line(address, inside, small().inked(ink));
    double height = flow.y() + EMBLEM_GAP - top;
    if (dark) {
      flow.page().bar(new Box(area.left(), top, area.width(), height), DARK);
    } else {
      double side = height - EMBLEM_GAP;
      flow.page().bar(new Box(area.right() - side, top, side, side), MIDDLE_GREY);
      flow.page().bar(new Box(area.right() - 1.7 * side, top, 0.5 * side, side), LIGHT_GREY);
      flow.page().rule(area.left(), top + height, area.right(), top + height, 0.7);
    }
    flow.skip(2.5 * pen.size());
  }

  private void sideBySide(List<Section> left, List<Section> right, Area area) {
    flow.need(SIDE_HEIGHT);
    double width = (area.width() - GUTTER) / 2;
    double top = flow.y();
    left.forEach(section -> set(section, new Area(area.left(), width)));
    double bottom = flow.y();
    flow.moveTo(top);
    right.forEach(section -> set(section, new Area(area.right() - width, width)));
    flow.moveTo(Math.max(bottom, flow.y()));
  }

  private void line(String text, Area area, Pen pen) {
    flow.need(LEADING * pen.size());
    flow.page().print(text, area.left(), flow.y() + pen.size(), pen);
    flow.skip(LEADING * pen.size());
  }

  private void closingLines() {
    Look look = flow.look();
    if (look.has(Trait.FOOTNOTES)) {
      line("1) " + wording.of("footnote"), flow.area(), small());
    }
    if (look.has(Trait.SMALL_PRINT)) {
      Pen tiny = flow.pen().sized(6.5);
      flow.skip(flow.pen().size());
      flow.sheet()
          .wrap(wording.of("smallprint"), tiny, flow.area().width())
          .forEach(text -> line(text, flow.area(), tiny));
    }
  }

  private void surround(SheetPage page, int count, String running, String form) {
    Sheet sheet = flow.sheet();
    if (count > 1) {
      String text = wording.fill("page", String.valueOf(page.number()), String.valueOf(count));
      double x = flow.area().right() - flow.fonts().width(text, small());
      page.print(text, x, sheet.height() - FOOT, small());
    }
    if (page.number() > 1) {
      page.print(running, flow.area().left(), HEAD, small());
    }
    if (flow.look().has(Trait.MARGIN_TEXT)) {
      page.printUpwards(form, MARGIN_TEXT, sheet.height() - 120, flow.pen().sized(6));
    }
  }

  private Pen small() {
    return flow.pen().sized(Math.max(6.5, flow.pen().size() - 1.5));
  }
}
