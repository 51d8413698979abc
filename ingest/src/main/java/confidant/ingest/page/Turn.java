package confidant.ingest.page;

import confidant.ingest.document.BoundingBox;
import java.util.List;

/** Turns a plane about its origin and shifts it, so that text of one direction becomes level. */
public final class Turn {

  private final double degrees;
  private final double dx;
  private final double dy;
  private final double cos;
  private final double sin;

  /**
   * A turn.
   *
   * @param degrees counter-clockwise, seen with y growing downwards
   * @param dx shift to the right afterwards, in points
   * @param dy shift downwards afterwards, in points
   */
  public Turn(double degrees, double dx, double dy) {
    this.degrees = degrees;
    this.dx = dx;
    this.dy = dy;
    cos = Math.cos(Math.toRadians(degrees));
    sin = Math.sin(Math.toRadians(degrees));
  }

  /**
   * The turn that makes text of {@code direction}, a multiple of 90 degrees, level and keeps the
   * page in the quadrant right of and below the origin.
   */
  public static Turn ofPage(int direction, double width, double height) {
    return switch (direction) {
      case 0 -> new Turn(0, 0, 0);
      case 90 -> new Turn(90, 0, width);
      case 180 -> new Turn(180, width, height);
      case 270 -> new Turn(270, height, 0);
      default -> throw new IllegalArgumentException("not a multiple of 90: " + direction);
    };
  }

  /** Counter-clockwise, seen with y growing downwards. */
  public double degrees() {
    return degrees;
  }

  /** All of {@code runs} after this turn, in their order. */
  public List<GlyphRun> applyTo(List<GlyphRun> runs) {
    boolean nothing = degrees == 0 && dx == 0 && dy == 0;
    return nothing ? runs : runs.stream().map(this::apply).toList();
  }

  public GlyphRun apply(GlyphRun run) {
    double direction = run.direction() - degrees;
    return new GlyphRun(
        run.text(),
        x(run.x(), run.y()),
        y(run.x(), run.y()),
        run.advance(),
        direction < 0 ? direction + 360 : direction,
        run.fontSize(),
        run.spaceWidth(),
        run.source(),
        run.confidence(),
        run.other());
  }

  public RuleLine apply(RuleLine rule) {
    double x1 = x(rule.x1(), rule.y1());
    double y1 = y(rule.x1(), rule.y1());
    double x2 = x(rule.x2(), rule.y2());
    double y2 = y(rule.x2(), rule.y2());
    return new RuleLine(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  /** The smallest upright box around {@code box} after this turn. */
  public BoundingBox apply(BoundingBox box) {
    RuleLine diagonal = apply(new RuleLine(box.left(), box.top(), box.right(), box.bottom()));
    return new BoundingBox(
        diagonal.x1(), diagonal.y1(), diagonal.x2() - diagonal.x1(), diagonal.y2() - diagonal.y1());
  }

  /** The smallest upright box around where {@code turned} was before this turn. */
  public BoundingBox undo(BoundingBox turned) {
    if (degrees == 0) {
      return new BoundingBox(
          turned.left() - dx, turned.top() - dy, turned.width(), turned.height());
    }
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (double x : new double[] {turned.left() - dx, turned.right() - dx}) {
      for (double y : new double[] {turned.top() - dy, turned.bottom() - dy}) {
        double originalX = x * cos - y * sin;
        double originalY = x * sin + y * cos;
        minX = Math.min(minX, originalX);
        minY = Math.min(minY, originalY);
        maxX = Math.max(maxX, originalX);
        maxY = Math.max(maxY, originalY);
      }
    }
    return new BoundingBox(minX, minY, maxX - minX, maxY - minY);
  }

  private double x(double x, double y) {
    return x * cos + y * sin + dx;
  }

  private double y(double x, double y) {
    return y * cos - x * sin + dy;
  }
}
