package confidant.ingest.picture;

import java.util.Arrays;

/**
 * Makes paper white and ink dark wherever the light fell: divides each pixel by the brightness of
 * the paper around it, which is a high quantile of each block, closed over what is printed dark and
 * smoothed.
 */
final class Illumination {

  /** Blocks along the longer side. */
  private static final int BLOCKS = 64;

  private static final int LEAST_BLOCK = 16;

  /** Of the pixels of a block, the part that may be ink. */
  private static final double PAPER_QUANTILE = 0.8;

  /** Blocks that are closed over: boxes of up to twice as many blocks keep their tone. */
  private static final int BROAD = 12;

  private static final int NARROW = 3;

  /** What is darker than this part of the brightest paper is print, not shadow. */
  private static final double DEEPEST_SHADOW = 0.4;

  /** Paper that is this bright everywhere, and ink this dark, are left as they are. */
  private static final int WHITE_ENOUGH = 243;

  private static final int BLACK_ENOUGH = 70;

  /** The part of the pixels that is the darkest ink. */
  private static final double INK_QUANTILE = 0.005;

  /** Ink is not taken to be paler than this, or an empty page would show its grain. */
  private static final int PALEST_INK = 110;

  /** Paper varies by its grain; from here on it is white. */
  private static final int PAPER = 240;

  private static final int WHITE = GreyPicture.WHITE;

  private final GreyPicture picture;
  private final int closing;
  private final int block;
  private final int columns;
  private final int rows;

  private Illumination(GreyPicture picture, int closing) {
    this.picture = picture;
    this.closing = closing;
    block = Math.max(LEAST_BLOCK, Math.max(picture.width(), picture.height()) / BLOCKS);
    columns = (picture.width() + block - 1) / block;
    rows = (picture.height() + block - 1) / block;
  }

  /** The picture as if evenly lit; itself if it was. Large filled boxes become white in part. */
  static GreyPicture flatten(GreyPicture picture) {
    return new Illumination(picture, NARROW).flatten();
  }

  /** The same, but filled boxes keep their tone, and narrow shadows stay. */
  static GreyPicture flattenBroadly(GreyPicture picture) {
    return new Illumination(picture, BROAD).flatten();
  }

  private GreyPicture flatten() {
    float[] paper = paper();
    float darkest = WHITE;
    for (float value : paper) {
      darkest = Math.min(darkest, value);
    }
    Histogram before = Histogram.of(picture);
    if (darkest >= WHITE_ENOUGH && before.quantile(INK_QUANTILE) <= BLACK_ENOUGH) {
      return picture;
    }
    GreyPicture flat = divide(paper);
    stretch(flat);
    return flat;
  }

  /** Brightness of the paper in the middle of each block, (rows, columns). */
  private float[] paper() {
    float[] paper = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int left = column * block;
        int top = row * block;
        int right = Math.min(left + block, picture.width());
        int bottom = Math.min(top + block, picture.height());
        paper[row * columns + column] =
            Histogram.ofBox(picture, left, top, right, bottom).quantile(PAPER_QUANTILE);
      }
    }
    float[] closed = extreme(extreme(paper, 1), -1);
    float[] sorted = closed.clone();
    Arrays.sort(sorted);
    float least = (float) Math.max(1, DEEPEST_SHADOW * sorted[(int) (0.9 * sorted.length)]);
    for (int i = 0; i < closed.length; i++) {
      closed[i] = Math.max(closed[i], least);
    }
    return smooth(smooth(closed));
  }

  /** The largest value around each (sign 1), or the smallest (sign -1). */
  private float[] extreme(float[] values, int sign) {
    float[] across = new float[values.length];
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      float best = values[i];
      int last = Math.min(columns - 1, column + closing);
      for (int other = Math.max(0, column - closing); other <= last; other++) {
        best = sign * Math.max(sign * best, sign * values[row * columns + other]);
      }
      across[i] = best;
    }
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      float best = across[i];
      int last = Math.min(rows - 1, row + closing);
      for (int other = Math.max(0, row - closing); other <= last; other++) {
        best = sign * Math.max(sign * best, sign * across[other * columns + column]);
      }
      result[i] = best;
    }
    return result;
  }

  /** The mean of each value and its neighbours. */
  private float[] smooth(float[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      float sum = 0;
      int number = 0;
      for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          sum += values[y * columns + x];
          number++;
        }
      }
      result[i] = sum / number;
    }
    return result;
  }

  /** Divides by the paper, interpolated between the middles of blocks. */
  private GreyPicture divide(float[] paper) {
    int width = picture.width();
    byte[] from = picture.pixels();
    byte[] flat = new byte[from.length];
    int[] before = new int[width];
    float[] weight = new float[width];
    for (int x = 0; x < width; x++) {
      float place = Math.clamp((x + 0.5f) / block - 0.5f, 0, columns - 1);
      before[x] = Math.min((int) place, Math.max(0, columns - 2));
      weight[x] = place - before[x];
    }
    float[] line = new float[columns + 1];
    for (int y = 0; y < picture.height(); y++) {
      interpolateRow(paper, y, line);
      int row = y * width;
      for (int x = 0; x < width; x++) {
        int left = before[x];
        float around = line[left] + (line[left + 1] - line[left]) * weight[x];
        int value = (int) ((from[row + x] & 0xff) * WHITE / around + 0.5f);
        flat[row + x] = (byte) Math.min(WHITE, value);
      }
    }
    return new GreyPicture(width, picture.height(), flat);
  }

  /** Brightness of the paper along a row of pixels, by columns of blocks; one more at the end. */
  private void interpolateRow(float[] paper, int y, float[] line) {
    float place = Math.clamp((y + 0.5f) / block - 0.5f, 0, rows - 1);
    int above = (int) place;
    int below = Math.min(above + 1, rows - 1);
    for (int column = 0; column < columns; column++) {
      float upper = paper[above * columns + column];
      line[column] = upper + (paper[below * columns + column] - upper) * (place - above);
    }
    line[columns] = line[columns - 1];
  }

  /** Spreads what lies between ink and paper over all shades, in place. */
  private static void stretch(GreyPicture flat) {
    int ink = Math.min(PALEST_INK, Histogram.of(flat).quantile(INK_QUANTILE));
    byte[] spread = new byte[WHITE + 1];
    for (int shade = 0; shade <= WHITE; shade++) {
      spread[shade] = (byte) Math.clamp((long) (shade - ink) * WHITE / (PAPER - ink), 0, WHITE);
    }
    byte[] pixels = flat.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = spread[pixels[i] & 0xff];
    }
  }
}
