package confidant.ingest.picture;

import java.util.Arrays;

/** Makes pictures smaller by whole factors. */
final class Scaling {

  private Scaling() {}

  /**
   * Replaces squares of pixels by their mean; pixels that fill no square at the right and lower
   * edge are left out.
   *
   * @param factor side of a square, at most both sides of the picture
   */
  static GreyPicture shrink(GreyPicture picture, int factor) {
    if (factor == 1) {
      return picture;
    }
    int width = picture.width() / factor;
    int height = picture.height() / factor;
    byte[] from = picture.pixels();
    byte[] small = new byte[width * height];
    int[] sums = new int[width];
    int area = factor * factor;
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      for (int dy = 0; dy < factor; dy++) {
        int at = (y * factor + dy) * picture.width();
        for (int x = 0; x < width; x++) {
          int sum = 0;
          for (int end = at + factor; at < end; at++) {
            sum += from[at] & 0xff;
          }
          sums[x] += sum;
        }
      }
      for (int x = 0; x < width; x++) {
        small[y * width + x] = (byte) ((sums[x] + area / 2) / area);
      }
    }
    return new GreyPicture(width, height, small);
  }
}
