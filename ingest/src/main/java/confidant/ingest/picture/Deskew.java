package confidant.ingest.picture;

import java.util.Arrays;

/**
 * Finds by which angle lines of text are tilted: the one under which the lower edges of letters,
 * seen along it, gather in the fewest rows (Postl, 1986; lower edges after Baird, 1987).
 */
final class Deskew {

  /** Tilts that are looked for, in degrees to both sides. */
  private static final double MOST = 15;

  /** Angles tried, each between the best of the step before and its neighbours. */
  private static final double[] STEPS = {0.25, 0.05, 0.01};

  /** A smaller tilt is none. */
  private static final double LEAST = 0.04;

  /** How far the best angle must stand out from the usual one. */
  private static final double CERTAIN = 1.25;

  private static final int LEAST_EDGES = 150;
  private static final int MOST_EDGES = 80_000;

  /** Columns and rows of lower edges. */
  private final float[] xs;

  private final float[] ys;
  private final int[] bins;
  private final double shift;

  private Deskew(GreyPicture picture, float[] xs, float[] ys) {
    this.xs = xs;
    this.ys = ys;
    double reach = picture.width() * Math.sin(Math.toRadians(MOST + 1));
    shift = reach + 2;
    bins = new int[(int) (picture.height() + 2 * reach) + 5];
  }

  /**
   * The tilt of a picture whose paper is white and whose lines run across.
   *
   * @return degrees clockwise, at most 15 to either side; 0 if it cannot be told
   */
  static double degrees(GreyPicture picture) {
    int count = 0;
    for (int y = 0; y < picture.height() - 1; y++) {
      for (int x = 0; x < picture.width(); x++) {
        count += isLowerEdge(picture, x, y) ? 1 : 0;
      }
    }
    if (count < LEAST_EDGES) {
      return 0;
    }
    int step = count / MOST_EDGES + 1;
    float[] xs = new float[count / step + 1];
    float[] ys = new float[xs.length];
    int seen = 0;
    int kept = 0;
    for (int y = 0; y < picture.height() - 1; y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (isLowerEdge(picture, x, y) && seen++ % step == 0) {
          xs[kept] = x;
          ys[kept++] = y;
        }
      }
    }
    return new Deskew(picture, Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept)).search();
  }

  private double search() {
    int each = (int) Math.round(MOST / STEPS[0]);
    double[] scores = new double[2 * each + 1];
    int best = each;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score((i - each) * STEPS[0]);
      best = scores[i] > scores[best] ? i : best;
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    if (scores[best] < CERTAIN * sorted[sorted.length / 2]) {
      return 0;
    }
    double angle = (best - each) * STEPS[0];
    for (int i = 1; i < STEPS.length; i++) {
      angle = refine(angle, STEPS[i - 1], STEPS[i]);
    }
    return Math.abs(angle) < LEAST ? 0 : angle;
  }

  /** The best angle within {@code reach} of {@code middle}. */
  private double refine(double middle, double reach, double step) {
    double best = middle;
    double most = score(middle);
    int each = (int) Math.round(reach / step);
    for (int i = -each; i <= each; i++) {
      double angle = middle + i * step;
      double score = score(angle);
      if (score > most) {
        most = score;
        best = angle;
      }
    }
    return best;
  }

  /** How unevenly the edges fall into rows, seen at an angle. */
  private double score(double degrees) {
    Arrays.fill(bins, 0);
    float cos = (float) Math.cos(Math.toRadians(degrees));
    float sin = (float) Math.sin(Math.toRadians(degrees));
    float start = (float) shift;
    for (int i = 0; i < xs.length; i++) {
      bins[(int) (ys[i] * cos - xs[i] * sin + start)]++;
    }
    double sum = 0;
    for (int i = 1; i < bins.length; i++) {
      double change = bins[i] - bins[i - 1];
      sum += change * change;
    }
    return sum;
  }

  private static boolean isLowerEdge(GreyPicture picture, int x, int y) {
    return picture.at(x, y) < Letters.INK && picture.at(x, y + 1) >= Letters.INK;
  }
}
