package confidant.samples.sheet;

/**
 * How pages are written into the file.
 *
 * @param letterByLetter whether each letter is placed on its own
 */
public record PrintManner(Pose pose, DrawOrder order, boolean letterByLetter) {}
