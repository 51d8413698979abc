package confidant.ingest.layout;

import confidant.ingest.document.BoundingBox;

/**
 * Characters without a blank between them, but for those between the groups of a long number.
 *
 * @param left in points
 * @param right in points
 * @param baseline in points from the top
 * @param fontSize in points
 * @param space width of a space of its font, in points
 */
public record Word(
    String text, double left, double right, double baseline, double fontSize, double space) {

  private static final double ASCENT = 0.75;

  public BoundingBox box() {
    return new BoundingBox(left, baseline - ASCENT * fontSize, right - left, fontSize);
  }
}
