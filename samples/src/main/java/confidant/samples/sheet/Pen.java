package confidant.samples.sheet;

/**
 * How text looks.
 *
 * @param size in points
 * @param spacing added after every letter, in points
 * @param ink 0 black to 1 white
 */
public record Pen(Family family, double size, boolean bold, double spacing, double ink) {

  /** Plain black. */
  public static Pen of(Family family, double size) {
    return new Pen(family, size, false, 0, 0);
  }

  public Pen inBold() {
    return new Pen(family, size, true, spacing, ink);
  }

  public Pen sized(double points) {
    return new Pen(family, points, bold, spacing, ink);
  }

  public Pen spaced(double points) {
    return new Pen(family, size, bold, points, ink);
  }

  public Pen inked(double shade) {
    return new Pen(family, size, bold, spacing, shade);
  }
}
