package confidant.ingest.ocr;

import confidant.ingest.picture.GreyPicture;

/** Turns grey pictures by quarters of a circle. */
final class GreyTurns {

  private GreyTurns() {}

  /**
   * A turned copy.
   *
   * @param quarters 0 to 3
   */
  static GreyPicture clockwise(GreyPicture picture, int quarters) {
    int width = picture.width();
    int height = picture.height();
    byte[] from = picture.pixels(); // (height, width)
    byte[] to = new byte[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int target =
            switch (quarters) {
              case 0 -> y * width + x;
              case 1 -> x * height + (height - 1 - y);
              case 2 -> (height - 1 - y) * width + (width - 1 - x);
              case 3 -> (width - 1 - x) * height + y;
              default -> throw new IllegalArgumentException("not 0 to 3: " + quarters);
            };
        to[target] = from[y * width + x];
      }
    }
    return quarters % 2 == 0
        ? new GreyPicture(width, height, to)
        : new GreyPicture(height, width, to);
  }
}
