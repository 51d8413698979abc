package confidant.ingest.picture;

import java.util.List;

/**
 * How lines of text bend on paper that did not lie flat, and the way back: each place of the level
 * page leads to one above or below it on the bent one.
 */
final class Bend {

  /** Of a page whose lines are level. */
  static final Bend NONE = new Bend(0, new double[0][0]);

  /** Distance of the places that are followed, in pixels of the copy. */
  private static final int STEP = 16;

  /** Deviation from a level line, in x-heights, that is worth straightening. */
  private static final double BENT = 0.4;

  /** Copy that was looked at: its width in pixels; 0 if nothing is bent. */
  private final int copyWidth;

  /** Heights on the bent copy of the places of the level one, (row, column), each by STEP. */
  private final double[][] heights;

  private Bend(int copyWidth, double[][] heights) {
    this.copyWidth = copyWidth;
    this.heights = heights;
  }

  /**
   * How the lines of a page bend.
   *
   * @param letters of a copy of the page
   * @param width of the copy
   * @param height of the copy
   */
  static Bend of(List<Blob> letters, int width, int height) {
    SlopeField slopes = SlopeField.of(letters);
    if (!slopes.isCertain()) {
      return NONE;
    }
    Bend bend = new Bend(width, follow(slopes, width, height));
    double most = 0;
    for (Blob letter : letters) {
      double y = letter.bottom();
      most = Math.max(most, Math.abs(bend.heightOnCopy(letter.middleX(), y) - y));
    }
    return most > BENT * Letters.xHeight(letters) ? bend : NONE;
  }

  private static double[][] follow(SlopeField slopes, int width, int height) {
    int columns = width / STEP + 2;
    int rows = height / STEP + 2;
    int middle = Math.clamp((int) (slopes.middle() / STEP), 0, columns - 1);
    double[][] heights = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      heights[row][middle] = row * STEP;
      for (int column = middle + 1; column < columns; column++) {
        double before = heights[row][column - 1];
        heights[row][column] = before + STEP * slopes.at((column - 0.5) * STEP, before);
      }
      for (int column = middle - 1; column >= 0; column--) {
        double after = heights[row][column + 1];
        heights[row][column] = after - STEP * slopes.at((column + 0.5) * STEP, after);
      }
    }
    return heights;
  }

  /** Whether lines are bent at all. */
  boolean isNone() {
    return copyWidth == 0;
  }

  /**
   * Where a place of the level page lies on the bent one: in the same column, at this height.
   *
   * @param width of the page in the unit of {@code x} and {@code y}
   */
  double height(double x, double y, double width) {
    if (isNone()) {
      return y;
    }
    double scale = width / copyWidth;
    return scale * heightOnCopy(x / scale, y / scale);
  }

  private double heightOnCopy(double x, double y) {
    int columns = heights[0].length;
    int column = Math.clamp((int) (x / STEP), 0, columns - 2);
    int row = Math.clamp((int) (y / STEP), 0, heights.length - 2);
    double right = x / STEP - column;
    double down = y / STEP - row;
    double upper = mix(heights[row][column], heights[row][column + 1], right);
    double lower = mix(heights[row + 1][column], heights[row + 1][column + 1], right);
    return mix(upper, lower, down);
  }

  private static double mix(double one, double other, double part) {
    return one + (other - one) * part;
  }

  /** Draws a bent page with level lines; itself if it is not bent. What lies outside is white. */
  GreyPicture straighten(GreyPicture picture) {
    if (isNone()) {
      return picture;
    }
    int width = picture.width();
    int height = picture.height();
    byte[] level = new byte[width * height]; // (height, width)
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double from = height(x + 0.5, y + 0.5, width) - 0.5;
        int above = (int) Math.floor(from);
        double shade = mix(shade(picture, x, above), shade(picture, x, above + 1), from - above);
        level[y * width + x] = (byte) Math.round(shade);
      }
    }
    return new GreyPicture(width, height, level);
  }

  private static int shade(GreyPicture picture, int x, int y) {
    return y < 0 || y >= picture.height() ? GreyPicture.WHITE : picture.at(x, y);
  }
}
