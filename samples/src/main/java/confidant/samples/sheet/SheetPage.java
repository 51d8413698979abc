package confidant.samples.sheet;

import confidant.samples.truth.Box;
import confidant.samples.truth.Printed;
import java.util.ArrayList;
import java.util.List;

/** One page while it is set. */
public final class SheetPage {

  /** Part of the font size that stands above the baseline; the rest hangs below. */
  private static final double ASCENT = 0.75;

  private final int number;
  private final Fonts fonts;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Printed> printed = new ArrayList<>();

  SheetPage(int number, Fonts fonts) {
    this.number = number;
    this.fonts = fonts;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  /** Sets text that starts at {@code x}; returns its place. */
  public Box print(String text, double x, double baseline, Pen pen) {
    return print(text, x, baseline, pen, false);
  }

  /** Sets a number or date that has a label. */
  public Box printFigure(String text, double x, double baseline, Pen pen) {
    return print(text, x, baseline, pen, true);
  }

  /** Sets text that runs from the bottom to the top and starts at {@code y}. */
  public void printUpwards(String text, double x, double y, Pen pen) {
    marks.add(new Mark.Text(text, x, y, pen, true, false));
    double length = fonts.width(text, pen);
    double left = x - ASCENT * pen.size();
    printed.add(new Printed(text, number, new Box(left, y - length, pen.size(), length)));
  }

  /** Draws ornamental text such as dot leaders, which says nothing. */
  public void ornament(String text, double x, double baseline, Pen pen) {
    marks.add(new Mark.Text(text, x, baseline, pen, false, false));
  }

  /** Draws a rule. */
  public void rule(double x1, double y1, double x2, double y2, double thickness) {
    marks.add(new Mark.Rule(x1, y1, x2, y2, thickness));
  }

  /** Draws a filled box. */
  public void bar(Box box, double shade) {
    marks.add(new Mark.Bar(box.left(), box.top(), box.width(), box.height(), shade));
  }

  /** What is drawn, in the order in which it was set. */
  List<Mark> marks() {
    return marks;
  }

  /** The text that stands on it. */
  public List<Printed> printed() {
    return List.copyOf(printed);
  }

  private Box print(String text, double x, double baseline, Pen pen, boolean figure) {
    marks.add(new Mark.Text(text, x, baseline, pen, false, figure));
    Box box = new Box(x, baseline - ASCENT * pen.size(), fonts.width(text, pen), pen.size());
    printed.add(new Printed(text, number, box));
    return box;
  }
}
