package confidant.ingest.layout;

import confidant.ingest.document.BoundingBox;
import java.util.List;

/**
 * Characters without a blank between them, but for those between the groups of a long number.
 *
 * @param left in points
 * @param right in points
 * @param baseline in points from the top
 * @param fontSize in points
 * @param space width of a space of its font, in points
 * @param parts its figures, signs and runs of letters, from left to right; none if it is one of
 *     those
 */
public record Word(
    String text,
    double left,
    double right,
    double baseline,
    double fontSize,
    double space,
    List<Part> parts) {

  private static final double ASCENT = 0.75;

  public Word {
    parts = List.copyOf(parts);
  }

  /** A word of one part. */
  public Word(
      String text, double left, double right, double baseline, double fontSize, double space) {
    this(text, left, right, baseline, fontSize, space, List.of());
  }

  public BoundingBox box() {
    return box(left, right);
  }

  /** The box of what stands in the word between two places, in points. */
  BoundingBox box(double from, double to) {
    return new BoundingBox(from, baseline - ASCENT * fontSize, to - from, fontSize);
  }

  /** Its parts; the word itself if it is of one. */
  List<Part> allParts() {
    return parts.isEmpty() ? List.of(new Part(0, text.length(), left, right)) : parts;
  }

  /**
   * A part of a word.
   *
   * @param start in the word's text
   * @param end in the word's text, excluded
   * @param left in points
   * @param right in points
   */
  public record Part(int start, int end, double left, double right) {

    /** The same place in a text that has {@code by} more characters before it. */
    Part moved(int by) {
      return new Part(start + by, end + by, left, right);
    }
  }
}
