package confidant.samples.sheet;

/** Something drawn on a page, in points from the top left corner of the upright page. */
public sealed interface Mark {

  /**
   * Text on one line.
   *
   * @param x start of the baseline
   * @param y of the baseline
   * @param upwards whether it runs from bottom to top
   * @param figure whether it is a number or date that has a label
   */
  record Text(String text, double x, double y, Pen pen, boolean upwards, boolean figure)
      implements Mark {}

  /** A straight rule, level or plumb. */
  record Rule(double x1, double y1, double x2, double y2, double thickness) implements Mark {}

  /**
   * A filled box.
   *
   * @param shade 0 black to 1 white
   */
  record Bar(double left, double top, double width, double height, double shade) implements Mark {}
}
