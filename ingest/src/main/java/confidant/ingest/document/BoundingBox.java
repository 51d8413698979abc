package confidant.ingest.document;

/**
 * A place on an upright page, in points from its top left corner.
 *
 * @param left distance from the left edge
 * @param top distance from the top edge
 * @param width to the right
 * @param height downwards
 */
public record BoundingBox(double left, double top, double width, double height) {

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** The smallest box that holds both. */
  public BoundingBox union(BoundingBox other) {
    double newLeft = Math.min(left, other.left);
    double newTop = Math.min(top, other.top);
    return new BoundingBox(
        newLeft,
        newTop,
        Math.max(right(), other.right()) - newLeft,
        Math.max(bottom(), other.bottom()) - newTop);
  }
}
