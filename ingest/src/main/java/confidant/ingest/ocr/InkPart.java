package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A part of a word whose ink hangs together: mostly a character.
 *
 * @param left first column
 * @param top first row
 * @param right the column beyond it
 * @param bottom the row beyond it
 */
record InkPart(int left, int top, int right, int bottom) {

  private static final int WHITE = 255;

  /** Parts one above the other by this share of the narrower one are one that is broken. */
  private static final double SAME_PLACE = 0.6;

  /** What is lower than this part of the usual height is a point, a comma, a dash. */
  private static final double TALL = 0.8;

  /** What is higher than this part of the highest is a letter, and tells where its line stands. */
  private static final double LETTER = 0.4;

  /** Dots and accents stand above letters by at most this part of their height. */
  private static final double ACCENT = 0.5;

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  /** The parts of a word that are as high as digits, from left to right. */
  static List<InkPart> tall(GreyPicture picture, RecognisedWord word) {
    List<InkPart> joined = new ArrayList<>();
    List<InkPart> parts = new Finder(picture, word).find();
    parts.sort(Comparator.comparingInt(InkPart::left).thenComparingInt(InkPart::top));
    for (InkPart part : parts) {
      if (!joined.isEmpty() && joined.getLast().isAt(part)) {
        joined.add(joined.removeLast().union(part));
      } else {
        joined.add(part);
      }
    }
    int highest = joined.stream().mapToInt(InkPart::height).max().orElse(0);
    int[] heights =
        joined.stream()
            .mapToInt(InkPart::height)
            .filter(height -> 2 * height > highest)
            .sorted()
            .toArray();
    return joined.stream()
        .filter(part -> part.height() >= TALL * heights[heights.length / 2])
        .toList();
  }

  /**
   * A word whose box goes from the top of its letters to their bottom. Boxes of recognisers reach
   * over remains of lines and over the edges of tones, and are no measure of the size of type then.
   */
  static RecognisedWord tighten(GreyPicture picture, RecognisedWord word) {
    List<InkPart> parts = new Finder(picture, word).find();
    int highest = parts.stream().mapToInt(InkPart::height).max().orElse(0);
    List<InkPart> letters =
        parts.stream().filter(part -> part.height() >= LETTER * highest).toList();
    int first = letters.stream().mapToInt(InkPart::top).min().orElse((int) word.top());
    int last = letters.stream().mapToInt(InkPart::bottom).max().orElse((int) word.bottom());
    double above = first - ACCENT * (last - first);
    List<InkPart> own =
        parts.stream().filter(part -> part.top() < last && part.bottom() > above).toList();
    double top = own.stream().mapToInt(InkPart::top).min().orElse(first);
    double bottom = own.stream().mapToInt(InkPart::bottom).max().orElse(last);
    return word.between(Math.max(word.top(), top), Math.min(word.bottom(), bottom));
  }

  private boolean isAt(InkPart other) {
    int both = Math.min(right, other.right) - Math.max(left, other.left);
    return both >= SAME_PLACE * Math.min(width(), other.width());
  }

  private InkPart union(InkPart other) {
    return new InkPart(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Follows the ink of one word. */
  private static final class Finder {

    /** Ink around the box of a word that belongs to it, in pixels. */
    private static final int AROUND = 1;

    private final GreyPicture picture;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final boolean[] ink; // (bottom - top, right - left), taken away as it is found

    Finder(GreyPicture picture, RecognisedWord word) {
      this.picture = picture;
      left = Math.clamp((int) word.left() - AROUND, 0, picture.width());
      top = Math.clamp((int) word.top() - AROUND, 0, picture.height());
      right = Math.clamp((int) word.right() + AROUND, left, picture.width());
      bottom = Math.clamp((int) word.bottom() + AROUND, top, picture.height());
      ink = new boolean[(right - left) * (bottom - top)];
      int darkest = WHITE;
      for (int i = 0; i < ink.length; i++) {
        darkest = Math.min(darkest, shade(i));
      }
      int paper = (darkest + WHITE) / 2;
      for (int i = 0; i < ink.length; i++) {
        ink[i] = shade(i) < paper;
      }
    }

    private int shade(int i) {
      int x = left + i % (right - left);
      int y = top + i / (right - left);
      return picture.pixels()[y * picture.width() + x] & 0xff;
    }

    List<InkPart> find() {
      List<InkPart> parts = new ArrayList<>();
      for (int i = 0; i < ink.length; i++) {
        if (ink[i]) {
          parts.add(take(i));
        }
      }
      return parts;
    }

    private InkPart take(int start) {
      int width = right - left;
      int minX = width;
      int minY = bottom - top;
      int maxX = 0;
      int maxY = 0;
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      ink[start] = false;
      while (!open.isEmpty()) {
        int at = open.pop();
        int x = at % width;
        int y = at / width;
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
        for (int nextY = Math.max(0, y - 1); nextY <= Math.min(bottom - top - 1, y + 1); nextY++) {
          for (int nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
            int next = nextY * width + nextX;
            if (ink[next]) {
              ink[next] = false;
              open.push(next);
            }
          }
        }
      }
      return new InkPart(left + minX, top + minY, left + maxX + 1, top + maxY + 1);
    }
  }
}
