package confidant.samples.truth;

/**
 * A place on an upright page, in points from its top left corner.
 *
 * @param left distance from the left edge
 * @param top distance from the top edge
 * @param width to the right
 * @param height downwards
 */
public record Box(double left, double top, double width, double height) {}
