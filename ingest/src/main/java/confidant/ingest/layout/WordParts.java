package confidant.ingest.layout;

import confidant.ingest.layout.Word.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Notes where the characters of a word stand, and splits it where a value may begin or end inside:
 * between letters, figures and signs. The separators within a figure belong to it.
 */
final class WordParts {

  private static final String SEPARATORS = ".,'\u2019";

  /** Left and right edge of each character in turn, in points. */
  private double[] edges = new double[32];

  private int count;

  /** Starts the next word. */
  void clear() {
    count = 0;
  }

  /** Adds what one glyph says; its characters share its width. */
  void add(String text, double left, double advance) {
    int needed = 2 * (count + text.length());
    if (needed > edges.length) {
      edges = Arrays.copyOf(edges, 2 * needed);
    }
    double width = advance / text.length();
    for (int i = 0; i < text.length(); i++) {
      edges[2 * count] = left + i * width;
      edges[2 * count + 1] = left + (i + 1) * width;
      count++;
    }
  }

  /**
   * The parts of a word; none if it is one part.
   *
   * @param word its text
   * @param skipped how many characters were added before it that are no part of it
   */
  List<Part> of(String word, int skipped) {
    if (IntStream.range(1, word.length()).noneMatch(at -> parts(word, at))) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= word.length(); at++) {
      if (at == word.length() || parts(word, at)) {
        parts.add(part(start, at, skipped));
        start = at;
      }
    }
    return List.copyOf(parts);
  }

  private Part part(int start, int end, int skipped) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = start + skipped; i < end + skipped; i++) {
      left = Math.min(left, edges[2 * i]);
      right = Math.max(right, edges[2 * i + 1]);
    }
    return new Part(start, end, left, right);
  }

  /** Whether a part ends before the character {@code at}. */
  private static boolean parts(String word, int at) {
    char before = word.charAt(at - 1);
    char next = word.charAt(at);
    if (isLetter(before) || isLetter(next)) {
      return isLetter(before) != isLetter(next);
    }
    if (Character.isDigit(before) && Character.isDigit(next)) {
      return false;
    }
    return before != next && !isWithinFigure(word, at - 1) && !isWithinFigure(word, at);
  }

  /** Whether a separator stands between digits. */
  private static boolean isWithinFigure(String word, int at) {
    return SEPARATORS.indexOf(word.charAt(at)) >= 0
        && at > 0
        && at + 1 < word.length()
        && Character.isDigit(word.charAt(at - 1))
        && Character.isDigit(word.charAt(at + 1));
  }

  private static boolean isLetter(char character) {
    return Character.isLetter(character)
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }
}
