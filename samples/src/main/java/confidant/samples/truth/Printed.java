package confidant.samples.truth;

/**
 * Text as it stands on a page, in one piece.
 *
 * @param page counted from 1
 */
public record Printed(String text, int page, Box box) {}
