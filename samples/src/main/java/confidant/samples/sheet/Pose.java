package confidant.samples.sheet;

import java.awt.geom.AffineTransform;

/** How an upright page lies in the file. */
public enum Pose {
  UPRIGHT(0, 0),
  /** Turned to the left in the file, and shown turned back. */
  ROTATED_LEFT(90, 90),
  /** Turned to the right in the file, and shown turned back. */
  ROTATED_RIGHT(270, 270),
  /** Upside down in the file, and shown turned back. */
  ROTATED_OVER(180, 180),
  /** Turned to the left, and shown so: the person turns it. */
  LYING(90, 0);

  private final int turn;
  private final int rotation;

  Pose(int turn, int rotation) {
    this.turn = turn;
    this.rotation = rotation;
  }

  /** Value of the page's Rotate entry. */
  int rotation() {
    return rotation;
  }

  /** Whether the page is as wide in the file as it is high when upright. */
  boolean swapsSides() {
    return turn % 180 != 0;
  }

  /**
   * From a place on the upright page, whose y grows upwards from the lower left corner, to the
   * place in the file.
   */
  AffineTransform transform(double width, double height) {
    return switch (turn) {
      case 90 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 270 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
