package confidant.ingest.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Erases leaders: rows of dots that lead the eye from a name to its figure. Text recognition takes
 * them for letters, or gives up the line. A row is at least six dots of one size, level, at even
 * distances, with nothing between them; so a point that ends a sentence or parts decimals stays.
 */
final class LeaderEraser {

  private static final int LEAST_DOTS = 6;

  /** A dot's size at most, in x-heights. */
  private static final double LARGEST = 0.45;

  /** It is hardly longer than wide. */
  private static final double MOST_SLENDER = 1.7;

  /** Middles of dots next to each other are at most this far apart, in x-heights. */
  private static final double WIDEST_STEP = 2;

  /** How much a dot may stand above or below the one before, in x-heights; at least one pixel. */
  private static final double LEVEL = 0.15;

  /** A step may be so much longer or shorter than the usual one of its row. */
  private static final double EVEN = 0.35;

  /** Where letters would stand between dots, in x-heights above their feet. */
  private static final double LETTERS = 1.2;

  /** Under a dot that is no leader's stands something so near, in x-heights. */
  private static final double BELOW = 0.8;

  /** The soft edge of a dot, in pixels. */
  private static final int EDGE = 1;

  private final GreyPicture picture;
  private final double xHeight;

  private LeaderEraser(GreyPicture picture, double xHeight) {
    this.picture = picture;
    this.xHeight = xHeight;
  }

  /**
   * Whitens leaders of {@code picture}, in place.
   *
   * @param xHeight of its letters in pixels, 0 if unknown
   */
  static void erase(GreyPicture picture, double xHeight) {
    if (xHeight > 0) {
      new LeaderEraser(picture, xHeight).erase();
    }
  }

  private void erase() {
    List<List<Blob>> open = new ArrayList<>();
    List<List<Blob>> done = new ArrayList<>();
    for (Blob dot : dots()) {
      open.removeIf(
          row -> dot.left() - row.getLast().right() > WIDEST_STEP * xHeight && done.add(row));
      open.stream()
          .filter(row -> goesOn(row.getLast(), dot))
          .min(Comparator.comparingDouble(row -> dot.middleX() - row.getLast().middleX()))
          .ifPresentOrElse(row -> row.add(dot), () -> open.add(new ArrayList<>(List.of(dot))));
    }
    done.addAll(open);
    for (List<Blob> row : done) {
      even(row).forEach(leader -> leader.forEach(this::whiten));
    }
  }

  /** Small round blobs, from left to right. */
  private List<Blob> dots() {
    return Components.of(picture, Letters.INK).stream()
        .filter(blob -> blob.size() <= LARGEST * xHeight)
        .filter(blob -> blob.size() <= MOST_SLENDER * Math.min(blob.width(), blob.height()) + EDGE)
        .filter(this::isAlone)
        .sorted(Comparator.comparingDouble(Blob::middleX))
        .toList();
  }

  private boolean goesOn(Blob last, Blob dot) {
    double step = dot.middleX() - last.middleX();
    double slack = Math.max(1, LEVEL * xHeight);
    return step > 0
        && step <= WIDEST_STEP * xHeight
        && Math.abs(dot.middleY() - last.middleY()) <= slack
        && Math.abs(dot.size() - last.size()) <= Math.max(1, last.size() / 2)
        && isBlank(last, dot);
  }

  /** Whether nothing stands above or below a dot, as the stroke of an i or the other of a colon. */
  private boolean isAlone(Blob dot) {
    int above = (int) (dot.bottom() - LETTERS * xHeight);
    int below = (int) (dot.bottom() + BELOW * xHeight);
    return isBlank(dot.left(), above, dot.right(), dot.top() - EDGE - 1)
        && isBlank(dot.left(), dot.bottom() + EDGE + 1, dot.right(), below);
  }

  /** Whether no letter stands between two dots. */
  private boolean isBlank(Blob one, Blob other) {
    int bottom = Math.max(one.bottom(), other.bottom());
    int top = (int) (bottom - LETTERS * xHeight);
    return isBlank(one.right() + EDGE + 1, top, other.left() - EDGE - 1, bottom);
  }

  /** Whether a box, has no ink. */
  private boolean isBlank(int left, int top, int right, int bottom) {
    for (int y = Math.max(0, top); y <= Math.min(bottom, picture.height() - 1); y++) {
      for (int x = left; x <= right; x++) {
        if (picture.at(x, y) < Letters.INK) {
          return false;
        }
      }
    }
    return true;
  }

  /** The parts of a row whose dots stand at even distances. */
  private static List<List<Blob>> even(List<Blob> row) {
    List<List<Blob>> leaders = new ArrayList<>();
    if (row.size() < LEAST_DOTS) {
      return leaders;
    }
    double[] steps = new double[row.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = row.get(i + 1).middleX() - row.get(i).middleX();
    }
    double[] sorted = steps.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    int from = 0;
    for (int i = 0; i <= steps.length; i++) {
      if (i == steps.length || Math.abs(steps[i] - usual) > Math.max(1, EVEN * usual)) {
        if (i + 1 - from >= LEAST_DOTS) {
          leaders.add(row.subList(from, i + 1));
        }
        from = i + 1;
      }
    }
    return leaders;
  }

  private void whiten(Blob dot) {
    int right = Math.min(picture.width() - 1, dot.right() + EDGE);
    int bottom = Math.min(picture.height() - 1, dot.bottom() + EDGE);
    for (int y = Math.max(0, dot.top() - EDGE); y <= bottom; y++) {
      Arrays.fill(
          picture.pixels(),
          y * picture.width() + Math.max(0, dot.left() - EDGE),
          y * picture.width() + right + 1,
          (byte) GreyPicture.WHITE);
    }
  }
}
