package confidant.ingest.picture;

import java.util.Arrays;
import java.util.List;

/** Picks what look like letters and digits from connected dark pixels. */
final class Letters {

  /** Pixels darker than this are ink, on paper made white. */
  static final int INK = 128;

  /** Smaller ones are noise, or cannot be read anyway. */
  private static final int LEAST_SIZE = 5;

  /** A letter is at most this part of the picture's longer side. */
  private static final int LARGEST_PART = 12;

  /** Longer side to shorter; letters that touch are longer than one. */
  private static final double MOST_SLENDER = 6;

  /** Part of its box that ink fills. */
  private static final double LEAST_FILLED = 0.1;

  private static final double LEAST_OF_MEDIAN = 0.4;
  private static final double MOST_OF_MEDIAN = 2.5;

  /** Where x-height lies among the heights of letters: digits and capitals are above it. */
  private static final double X_HEIGHT_PART = 0.4;

  /** Fewer letters tell nothing. */
  private static final int ENOUGH = 12;

  private Letters() {}

  /** The letters of a picture whose paper is white; about one size, so headings are left out. */
  static List<Blob> of(GreyPicture picture) {
    int largest = Math.max(picture.width(), picture.height()) / LARGEST_PART;
    List<Blob> candidates =
        Components.of(picture, INK).stream().filter(blob -> isLetter(blob, largest)).toList();
    if (candidates.isEmpty()) {
      return candidates;
    }
    int[] sizes = candidates.stream().mapToInt(Blob::size).sorted().toArray();
    double median = sizes[sizes.length / 2];
    return candidates.stream()
        .filter(
            blob ->
                blob.size() >= LEAST_OF_MEDIAN * median && blob.size() <= MOST_OF_MEDIAN * median)
        .toList();
  }

  /**
   * The height of most small letters such as x, in pixels.
   *
   * @return 0 if there are too few letters to tell
   */
  static double xHeight(List<Blob> letters) {
    if (letters.size() < ENOUGH) {
      return 0;
    }
    int[] heights = letters.stream().mapToInt(Blob::height).toArray();
    Arrays.sort(heights);
    return heights[(int) (X_HEIGHT_PART * heights.length)];
  }

  private static boolean isLetter(Blob blob, int largest) {
    int shorter = Math.min(blob.width(), blob.height());
    return blob.size() >= LEAST_SIZE
        && blob.size() <= largest
        && blob.size() <= MOST_SLENDER * shorter
        && blob.area() >= LEAST_FILLED * blob.width() * blob.height();
  }
}
