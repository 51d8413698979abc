package confidant.ingest.picture;

import java.util.Arrays;

/** The largest connected bright region of a small picture, by its outline. */
final class BrightRegion {

  /** Of each row: its first and last column in the region; first is after last if there is none. */
  private final int[] lefts;

  private final int[] rights;

  /** Of each column: its first and last row in the region. */
  private final int[] tops;

  private final int[] bottoms;
  private int size;

  private BrightRegion(int width, int height) {
    lefts = new int[height];
    rights = new int[height];
    tops = new int[width];
    bottoms = new int[width];
    Arrays.fill(lefts, width);
    Arrays.fill(rights, -1);
    Arrays.fill(tops, height);
    Arrays.fill(bottoms, -1);
  }

  /** The largest region of pixels that are at least as bright as {@code threshold}. */
  static BrightRegion largest(GreyPicture picture, int threshold) {
    boolean[] seen = new boolean[picture.pixels().length];
    int[] queue = new int[seen.length];
    BrightRegion largest = new BrightRegion(picture.width(), picture.height());
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && (picture.pixels()[start] & 0xff) >= threshold) {
        int count = flood(picture, threshold, start, seen, queue);
        if (count > largest.size) {
          largest = new BrightRegion(picture.width(), picture.height());
          for (int i = 0; i < count; i++) {
            largest.add(queue[i] % picture.width(), queue[i] / picture.width());
          }
        }
      }
    }
    return largest;
  }

  private static int flood(
      GreyPicture picture, int threshold, int start, boolean[] seen, int[] queue) {
    int width = picture.width();
    int count = 1;
    queue[0] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int at = queue[next];
      int x = at % width;
      int[] neighbours = {x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width};
      for (int neighbour : neighbours) {
        if (neighbour >= 0
            && neighbour < seen.length
            && !seen[neighbour]
            && (picture.pixels()[neighbour] & 0xff) >= threshold) {
          seen[neighbour] = true;
          queue[count++] = neighbour;
        }
      }
    }
    return count;
  }

  private void add(int x, int y) {
    lefts[y] = Math.min(lefts[y], x);
    rights[y] = Math.max(rights[y], x);
    tops[x] = Math.min(tops[x], y);
    bottoms[x] = Math.max(bottoms[x], y);
    size++;
  }

  /** How many pixels belong to it. */
  int size() {
    return size;
  }

  /** How many pixels lie within its outline, so that print on it counts as well. */
  int filledSize() {
    int sum = 0;
    for (int y = 0; y < lefts.length; y++) {
      sum += Math.max(0, rights[y] - lefts[y] + 1);
    }
    return sum;
  }

  /** The part of the picture's edge that it reaches, 0 to 1. */
  double partOfEdge() {
    int width = tops.length;
    int height = lefts.length;
    int count = 0;
    for (int y = 0; y < height; y++) {
      count += (lefts[y] <= 1 ? 1 : 0) + (rights[y] >= width - 2 ? 1 : 0);
    }
    for (int x = 0; x < width; x++) {
      count += (tops[x] <= 1 ? 1 : 0) + (bottoms[x] >= height - 2 ? 1 : 0);
    }
    return count / (2.0 * (width + height));
  }

  /** The outermost points along the diagonals. */
  Quad corners() {
    double[] xs = new double[Quad.CORNERS];
    double[] ys = new double[Quad.CORNERS];
    double[] best = new double[Quad.CORNERS];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int y = 0; y < lefts.length; y++) {
      if (lefts[y] <= rights[y]) {
        double[] edge = {lefts[y], rights[y] + 1.0, rights[y] + 1.0, lefts[y]};
        double[] row = {y, y, y + 1.0, y + 1.0};
        double[] reach = {-edge[0] - row[0], edge[1] - row[1], edge[2] + row[2], row[3] - edge[3]};
        for (int corner = 0; corner < Quad.CORNERS; corner++) {
          if (reach[corner] > best[corner]) {
            best[corner] = reach[corner];
            xs[corner] = edge[corner];
            ys[corner] = row[corner];
          }
        }
      }
    }
    return new Quad(xs, ys);
  }

  /** The left edge between two heights as a line {@code x = slope y + offset}. */
  EdgeLine left(double from, double to) {
    return EdgeLine.fit(lefts, 0, from, to, tops.length);
  }

  EdgeLine right(double from, double to) {
    return EdgeLine.fit(rights, 1, from, to, tops.length);
  }

  /** The upper edge between two columns as a line {@code y = slope x + offset}. */
  EdgeLine top(double from, double to) {
    return EdgeLine.fit(tops, 0, from, to, lefts.length);
  }

  EdgeLine bottom(double from, double to) {
    return EdgeLine.fit(bottoms, 1, from, to, lefts.length);
  }
}
