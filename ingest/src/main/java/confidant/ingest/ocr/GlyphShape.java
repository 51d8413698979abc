package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;

/** The ink of one character, stretched to a grid, so that those of one page can be compared. */
final class GlyphShape {

  private static final int COLUMNS = 12;
  private static final int ROWS = 18;
  private static final int WHITE = 255;

  /** What a difference of width to height counts for, beside the mean difference of the grids. */
  private static final double SLIMNESS = 0.25;

  private final float[] darkness; // (ROWS, COLUMNS), 0 to 1
  private final double slimness; // width by height

  private GlyphShape(float[] darkness, double slimness) {
    this.darkness = darkness;
    this.slimness = slimness;
  }

  /** The shape of what a box of {@code picture} holds. */
  static GlyphShape of(GreyPicture picture, InkPart part) {
    float[] darkness = new float[ROWS * COLUMNS];
    float most = 0;
    for (int row = 0; row < ROWS; row++) {
      double top = part.top() + part.height() * row / (double) ROWS;
      double bottom = part.top() + part.height() * (row + 1) / (double) ROWS;
      for (int column = 0; column < COLUMNS; column++) {
        double left = part.left() + part.width() * column / (double) COLUMNS;
        double right = part.left() + part.width() * (column + 1) / (double) COLUMNS;
        float value = darkness(picture, left, top, right, bottom);
        darkness[row * COLUMNS + column] = value;
        most = Math.max(most, value);
      }
    }
    for (int i = 0; most > 0 && i < darkness.length; i++) {
      darkness[i] /= most;
    }
    return new GlyphShape(darkness, (double) part.width() / part.height());
  }

  /** How much both differ; 0 if they are the same. */
  double distance(GlyphShape other) {
    double sum = 0;
    for (int i = 0; i < darkness.length; i++) {
      double difference = darkness[i] - other.darkness[i];
      sum += difference * difference;
    }
    double slimmer = slimness - other.slimness;
    return sum / darkness.length + SLIMNESS * slimmer * slimmer;
  }

  /** Mean darkness of the pixels that a square of the grid covers, each by its covered part. */
  private static float darkness(
      GreyPicture picture, double left, double top, double right, double bottom) {
    double sum = 0;
    double area = 0;
    for (int y = (int) top; y < bottom; y++) {
      double height = Math.min(bottom, y + 1.0) - Math.max(top, y);
      for (int x = (int) left; x < right; x++) {
        double part = height * (Math.min(right, x + 1.0) - Math.max(left, x));
        sum += part * (WHITE - (picture.pixels()[y * picture.width() + x] & 0xff));
        area += part;
      }
    }
    return (float) (sum / (area * WHITE));
  }
}
