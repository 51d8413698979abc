package confidant.ui.markdown;

/**
 * A part of a shown text of which there is more to say.
 *
 * @param start in the plain text of all blocks
 * @param end in the plain text of all blocks, excluded
 * @param look how it shows
 * @param words what is said about it, by a tooltip and by screen readers
 * @param action what happens when a link is activated; nothing for a doubt
 */
public record Mark(int start, int end, Look look, String words, Runnable action) {

  /** How a mark shows. */
  public enum Look {
    /** A dotted line below; leads somewhere, by mouse and by keyboard. */
    LINK,
    /** A wavy line below. */
    DOUBT
  }

  /** The part of it within the characters from {@code from}, counted from there. */
  Mark within(int from, int length) {
    return new Mark(
        Math.clamp(start - from, 0, length),
        Math.clamp(end - from, 0, length),
        look,
        words,
        action);
  }
}
