package confidant.ingest.extract;

import org.apache.pdfbox.util.Matrix;

/**
 * How text lies on the page: what all glyphs of a string have in common, and most strings of a
 * page.
 *
 * @param direction degrees by which its baseline is turned clockwise from level, 0 to below 360
 * @param along length of a unit of text space along the baseline, in points
 * @param em length of a unit of text space across the baseline, in points
 */
record TextFrame(
    float scaleX,
    float shearY,
    float shearX,
    float scaleY,
    double direction,
    double along,
    double em) {

  /** The frame that {@code matrix}, from text space to the page, makes. */
  static TextFrame of(Matrix matrix) {
    float scaleX = matrix.getScaleX();
    float shearY = matrix.getShearY();
    float shearX = matrix.getShearX();
    float scaleY = matrix.getScaleY();
    // Clockwise on a page whose y grows downwards; fonts and matrices count the other way round.
    double direction = -Math.toDegrees(Math.atan2(shearY, scaleX));
    return new TextFrame(
        scaleX,
        shearY,
        shearX,
        scaleY,
        direction < 0 ? direction + 360 : direction,
        Math.hypot(scaleX, shearY),
        Math.hypot(shearX, scaleY));
  }

  /** Whether {@code matrix} makes the same frame, wherever it moves text to. */
  boolean isOf(Matrix matrix) {
    return scaleX == matrix.getScaleX()
        && shearY == matrix.getShearY()
        && shearX == matrix.getShearX()
        && scaleY == matrix.getScaleY();
  }
}
