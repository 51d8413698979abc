package confidant.ingest.picture;

import java.util.Arrays;

/**
 * Draws a picture through a map of the plane: turned, straightened, scaled, seen from the front.
 * What is shrunk is averaged first; then each pixel is interpolated by cubic convolution (Keys,
 * 1981, with a = -1/2), which keeps thin strokes dark.
 */
final class Resampler {

  /** Places between two pixels for which weights are kept. */
  private static final int STEPS = 256;

  private static final int TAPS = 4;

  /** Weights of the four pixels around a place, (STEPS + 1, TAPS). */
  private static final float[] WEIGHTS = weights();

  /** Differences of maps that move no pixel visibly. */
  private static final double SAME = 1e-9;

  private final GreyPicture source;

  /** From the new picture to {@link #source}, in continuous coordinates. */
  private final Homography map;

  private Resampler(GreyPicture source, Homography map) {
    this.source = source;
    this.map = map;
  }

  /**
   * The picture seen through a map; what lies outside is white.
   *
   * @param map from the new picture to {@code source}, in continuous coordinates: the pixel in
   *     column 0 reaches from 0 to 1
   * @param width of the new picture
   * @param height of the new picture
   * @return {@code source} itself if nothing changes
   */
  static GreyPicture resample(GreyPicture source, Homography map, int width, int height) {
    int most = Math.min(source.width(), source.height());
    int factor = Math.clamp((long) scaleAt(map, width / 2.0, height / 2.0), 1, most);
    GreyPicture averaged = Scaling.shrink(source, factor);
    Homography rest = Homography.scale(1.0 / factor).after(map);
    if (averaged.width() == width && averaged.height() == height && isIdentity(rest)) {
      return averaged;
    }
    byte[] pixels = new byte[width * height];
    Resampler resampler = new Resampler(averaged, rest);
    for (int y = 0; y < height; y++) {
      resampler.drawRow(pixels, y * width, width, y + 0.5);
    }
    return new GreyPicture(width, height, pixels);
  }

  /** Draws a row of the new picture whose middle is at height {@code y}. */
  private void drawRow(byte[] pixels, int to, int width, double y) {
    if (!map.isAffine()) {
      for (int i = 0; i < width; i++) {
        pixels[to + i] = (byte) valueAt(map.x(i + 0.5, y), map.y(i + 0.5, y));
      }
      return;
    }
    double startX = map.x(0.5, y);
    double startY = map.y(0.5, y);
    for (int i = 0; i < width; i++) {
      pixels[to + i] = (byte) valueAt(startX + i * map.a(), startY + i * map.d());
    }
  }

  private int valueAt(double x, double y) {
    if (!(x >= 0 && y >= 0 && x < source.width() && y < source.height())) {
      return GreyPicture.WHITE;
    }
    // Counted from the middle of the pixel before the first, so that nothing is below zero.
    int shiftedX = (int) ((x + 0.5) * STEPS);
    int shiftedY = (int) ((y + 0.5) * STEPS);
    int left = shiftedX / STEPS - 1;
    int top = shiftedY / STEPS - 1;
    int weightX = shiftedX % STEPS * TAPS;
    int weightY = shiftedY % STEPS * TAPS;
    float sum = 0;
    if (left >= 1 && top >= 1 && left < source.width() - 2 && top < source.height() - 2) {
      byte[] from = source.pixels();
      int at = (top - 1) * source.width() + left - 1;
      for (int row = 0; row < TAPS; row++, at += source.width()) {
        float across =
            WEIGHTS[weightX] * (from[at] & 0xff)
                + WEIGHTS[weightX + 1] * (from[at + 1] & 0xff)
                + WEIGHTS[weightX + 2] * (from[at + 2] & 0xff)
                + WEIGHTS[weightX + 3] * (from[at + 3] & 0xff);
        sum += WEIGHTS[weightY + row] * across;
      }
    } else {
      sum = valueAtEdge(left, top, weightX, weightY);
    }
    return Math.clamp(Math.round(sum), GreyPicture.BLACK, GreyPicture.WHITE);
  }

  /** Pixels beyond the edge count as those on it. */
  private float valueAtEdge(int left, int top, int weightX, int weightY) {
    float sum = 0;
    for (int row = 0; row < TAPS; row++) {
      int y = Math.clamp(top - 1 + row, 0, source.height() - 1);
      for (int column = 0; column < TAPS; column++) {
        int x = Math.clamp(left - 1 + column, 0, source.width() - 1);
        sum += WEIGHTS[weightX + column] * WEIGHTS[weightY + row] * source.at(x, y);
      }
    }
    return sum;
  }

  /** Pixels of the source per pixel of the new picture around a place. */
  private static double scaleAt(Homography map, double x, double y) {
    double acrossX = map.x(x + 1, y) - map.x(x, y);
    double acrossY = map.y(x + 1, y) - map.y(x, y);
    double downX = map.x(x, y + 1) - map.x(x, y);
    double downY = map.y(x, y + 1) - map.y(x, y);
    // A little more, so that a factor of exactly two does not become one by rounding.
    return Math.sqrt(Math.abs(acrossX * downY - acrossY * downX)) + 1e-6;
  }

  private static boolean isIdentity(Homography map) {
    double[] differences = {
      map.a() - 1, map.b(), map.c(), map.d(), map.e() - 1, map.f(), map.g(), map.h()
    };
    return Arrays.stream(differences).allMatch(difference -> Math.abs(difference) < SAME);
  }

  private static float[] weights() {
    float[] weights = new float[(STEPS + 1) * TAPS];
    for (int step = 0; step <= STEPS; step++) {
      double t = step / (double) STEPS;
      weights[step * TAPS] = (float) (((-0.5 * t + 1) * t - 0.5) * t);
      weights[step * TAPS + 1] = (float) ((1.5 * t - 2.5) * t * t + 1);
      weights[step * TAPS + 2] = (float) (((-1.5 * t + 2) * t + 0.5) * t);
      weights[step * TAPS + 3] = (float) ((0.5 * t - 0.5) * t * t);
    }
    return weights;
  }
}
