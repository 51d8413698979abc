package confidant.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** Lines below text, straight or wavy, from the shapes that the text gives for its lines. */
final class Underline {

  /** Half the length of a wave, in pixels. */
  private static final double HALF_WAVE = 2;

  /** How far a wave goes up and down, in pixels. */
  private static final double SWING = 1;

  private Underline() {}

  /** A line along the bottom of each rectangle of {@code shape}. */
  static List<PathElement> straight(PathElement[] shape) {
    List<PathElement> line = new ArrayList<>();
    for (Bounds each : rectangles(shape)) {
      line.add(new MoveTo(each.getMinX(), each.getMaxY()));
      line.add(new LineTo(each.getMaxX(), each.getMaxY()));
    }
    return line;
  }

  /** A wave along the bottom of each rectangle of {@code shape}. */
  static List<PathElement> wavy(PathElement[] shape) {
    List<PathElement> wave = new ArrayList<>();
    for (Bounds each : rectangles(shape)) {
      double y = each.getMaxY();
      double swing = SWING;
      wave.add(new MoveTo(each.getMinX(), y + swing));
      for (double x = each.getMinX() + HALF_WAVE; x <= each.getMaxX(); x += HALF_WAVE) {
        swing = -swing;
        wave.add(new LineTo(x, y + swing));
      }
    }
    return wave;
  }

  /** Each begins with a move; its corners follow. */
  private static List<Bounds> rectangles(PathElement[] shape) {
    List<Bounds> rectangles = new ArrayList<>();
    for (PathElement element : shape) {
      if (element instanceof MoveTo move) {
        rectangles.add(new BoundingBox(move.getX(), move.getY(), 0, 0));
      } else if (element instanceof LineTo line && !rectangles.isEmpty()) {
        rectangles.add(around(rectangles.removeLast(), line.getX(), line.getY()));
      }
    }
    return rectangles;
  }

  private static Bounds around(Bounds bounds, double x, double y) {
    double left = Math.min(bounds.getMinX(), x);
    double top = Math.min(bounds.getMinY(), y);
    return new BoundingBox(
        left, top, Math.max(bounds.getMaxX(), x) - left, Math.max(bounds.getMaxY(), y) - top);
  }
}
