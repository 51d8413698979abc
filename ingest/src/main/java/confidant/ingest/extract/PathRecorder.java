package confidant.ingest.extract;

import confidant.ingest.page.RuleLine;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds ruling lines among the paths that a page draws: level and plumb strokes, edges of stroked
 * boxes, and thin filled boxes.
 */
final class PathRecorder {

  /** A filled box this thin, in points, is a line to the eye. */
  private static final double MAX_THICKNESS = 3;

  /** A shorter line is a tick, a dash or part of a letter. */
  private static final double MIN_LENGTH = 4;

  /** Deviation from level or plumb, in points. */
  private static final double TOLERANCE = 1;

  private final List<RuleLine> rules = new ArrayList<>();
  private final List<Point2D[]> segments = new ArrayList<>();
  private Point2D start = new Point2D.Double();
  private Point2D current = new Point2D.Double();

  void moveTo(Point2D point) {
    start = point;
    current = point;
  }

  void lineTo(Point2D point) {
    if (segments.size() < Limits.RULES_PER_PAGE) {
      segments.add(new Point2D[] {current, point});
    }
    current = point;
  }

  /** Curves bound no tables. */
  void curveTo(Point2D point) {
    current = point;
  }

  void close() {
    lineTo(start);
  }

  void rectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
    moveTo(a);
    lineTo(b);
    lineTo(c);
    lineTo(d);
    close();
  }

  void stroke() {
    segments.forEach(segment -> add(segment[0], segment[1]));
    clear();
  }

  /** A filled shape is a line if the box around it is thin. */
  void fill() {
    for (int i = 0; i + 4 <= segments.size(); i += 4) {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (Point2D[] segment : segments.subList(i, i + 4)) {
        minX = Math.min(minX, segment[0].getX());
        minY = Math.min(minY, segment[0].getY());
        maxX = Math.max(maxX, segment[0].getX());
        maxY = Math.max(maxY, segment[0].getY());
      }
      if (maxY - minY <= MAX_THICKNESS) {
        double middle = (minY + maxY) / 2;
        add(new Point2D.Double(minX, middle), new Point2D.Double(maxX, middle));
      } else if (maxX - minX <= MAX_THICKNESS) {
        double middle = (minX + maxX) / 2;
        add(new Point2D.Double(middle, minY), new Point2D.Double(middle, maxY));
      }
    }
    clear();
  }

  void clear() {
    segments.clear();
  }

  List<RuleLine> rules() {
    return rules;
  }

  private void add(Point2D from, Point2D to) {
    double width = Math.abs(from.getX() - to.getX());
    double height = Math.abs(from.getY() - to.getY());
    if (rules.size() < Limits.RULES_PER_PAGE
        && Math.min(width, height) <= TOLERANCE
        && Math.max(width, height) >= MIN_LENGTH) {
      rules.add(
          new RuleLine(
              Math.min(from.getX(), to.getX()),
              Math.min(from.getY(), to.getY()),
              Math.max(from.getX(), to.getX()),
              Math.max(from.getY(), to.getY())));
    }
  }
}
