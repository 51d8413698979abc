package confidant.ingest.picture;

import java.util.Arrays;
import java.util.List;

/**
 * Finds boxes filled with a tone, such as heading bars of tables, and makes them like the rest of
 * the page: dark print on white, whichever way round it was.
 */
final class TonedBoxes {

  /** Paper is brighter, also where it is shaded a little. */
  private static final int TONE = 190;

  /** Part of a cell of the grid, or of a box, that is toned; print inside may be white. */
  private static final double MOSTLY = 0.5;

  /** Part of the edges of a box that is toned. Lines of bold print do not reach it. */
  private static final double EDGE = 0.9;

  /** Rows and columns at the edges that must be toned, without the outermost, which may be soft. */
  private static final int EDGE_PIXELS = 2;

  /** Cells of the grid per x-height. */
  private static final double CELLS_PER_X_HEIGHT = 3;

  private static final int LEAST_CELL = 4;

  /** Least sides of a box in x-heights. */
  private static final double LEAST_WIDTH = 3;

  private static final double LEAST_HEIGHT = 1.3;

  /** Shades by which print stands out from the tone. */
  private static final int STANDS_OUT = 40;

  /** Parts of a box that its brightest and darkest print covers. */
  private static final double PRINT_PART = 0.02;

  /** Thickness of a frame in x-heights, and in pixels. */
  private static final double FRAME = 0.25;

  private static final int LEAST_FRAME = 3;

  /** Print that covers less is noise. */
  private static final double LEAST_PRINT = 0.002;

  private final GreyPicture picture;
  private final int cell;
  private final double xHeight;

  private TonedBoxes(GreyPicture picture, double xHeight) {
    this.picture = picture;
    this.xHeight = xHeight;
    cell = Math.max(LEAST_CELL, (int) Math.round(xHeight / CELLS_PER_X_HEIGHT));
  }

  /**
   * Clears the boxes of {@code picture}, in place.
   *
   * @param xHeight of its letters, in pixels
   */
  static void clear(GreyPicture picture, double xHeight) {
    new TonedBoxes(picture, xHeight).clear();
  }

  private void clear() {
    if (picture.width() < cell || picture.height() < cell) {
      return;
    }
    List<Blob> regions = Components.of(grid(), Letters.INK);
    for (Blob region : regions) {
      if (isLargeEnough(region.width() * cell, region.height() * cell)) {
        Box box = shrink(region);
        if (isToned(box)) {
          whiten(box);
        }
      }
    }
  }

  /** One pixel per cell, black where most of the cell is toned. */
  private GreyPicture grid() {
    int columns = picture.width() / cell;
    int rows = picture.height() / cell;
    byte[] grid = new byte[columns * rows];
    Arrays.fill(grid, (byte) GreyPicture.WHITE);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int left = column * cell;
        int top = row * cell;
        if (toned(new Box(left, top, left + cell, top + cell)) > MOSTLY) {
          grid[row * columns + column] = GreyPicture.BLACK;
        }
      }
    }
    return new GreyPicture(columns, rows, grid);
  }

  /** The pixels around a region of cells, without rows and columns at its edges that are paper. */
  private Box shrink(Blob region) {
    int left = Math.max(0, (region.left() - 1) * cell);
    int top = Math.max(0, (region.top() - 1) * cell);
    int right = Math.min(picture.width(), (region.right() + 2) * cell);
    int bottom = Math.min(picture.height(), (region.bottom() + 2) * cell);
    int middleTop = region.top() * cell;
    int middleBottom = Math.min(picture.height(), (region.bottom() + 1) * cell);
    while (left < right - 1 && toned(new Box(left, middleTop, left + 1, middleBottom)) < MOSTLY) {
      left++;
    }
    while (right > left + 1 && toned(new Box(right - 1, middleTop, right, middleBottom)) < MOSTLY) {
      right--;
    }
    while (top < bottom - 1 && toned(new Box(left, top, right, top + 1)) < MOSTLY) {
      top++;
    }
    while (bottom > top + 1 && toned(new Box(left, bottom - 1, right, bottom)) < MOSTLY) {
      bottom--;
    }
    return new Box(left, top, right, bottom);
  }

  private boolean isLargeEnough(int width, int height) {
    return width >= LEAST_WIDTH * xHeight && height >= LEAST_HEIGHT * xHeight;
  }

  private boolean isToned(Box box) {
    int left = box.left + 1;
    int top = box.top + 1;
    int right = box.right - 1;
    int bottom = box.bottom - 1;
    return isLargeEnough(right - left, bottom - top)
        && toned(new Box(left, top, right, top + EDGE_PIXELS)) >= EDGE
        && toned(new Box(left, bottom - EDGE_PIXELS, right, bottom)) >= EDGE
        && toned(new Box(left, top, left + EDGE_PIXELS, bottom)) >= EDGE
        && toned(new Box(right - EDGE_PIXELS, top, right, bottom)) >= EDGE
        && toned(box) >= MOSTLY;
  }

  /** Spreads the shades of a box from its tone, which becomes white, to its print. */
  private void whiten(Box box) {
    // A frame around the box is no print.
    int frame = Math.max(LEAST_FRAME, (int) (FRAME * xHeight));
    Histogram shades =
        Histogram.ofBox(
            picture, box.left + frame, box.top + frame, box.right - frame, box.bottom - frame);
    int tone = shades.quantile(0.5);
    double bright = shades.brighterThan(tone + STANDS_OUT);
    double dark = shades.darkerThan(tone - STANDS_OUT);
    int print = tone;
    if (Math.max(bright, dark) >= LEAST_PRINT) {
      print =
          bright > dark
              ? Math.max(tone + STANDS_OUT, shades.quantile(1 - Math.min(PRINT_PART, bright / 2)))
              : Math.min(tone - STANDS_OUT, shades.quantile(Math.min(PRINT_PART, dark / 2)));
    }
    // The soft edge around the box goes with it.
    for (int y = Math.max(0, box.top - 1); y < Math.min(picture.height(), box.bottom + 1); y++) {
      for (int x = Math.max(0, box.left - 1); x < Math.min(picture.width(), box.right + 1); x++) {
        int at = y * picture.width() + x;
        boolean inside = x > box.left && x < box.right - 1 && y > box.top && y < box.bottom - 1;
        int shade = picture.pixels()[at] & 0xff;
        int spread =
            inside && print != tone
                ? Math.clamp(255L * (shade - print) / (tone - print), 0, GreyPicture.WHITE)
                : GreyPicture.WHITE;
        picture.pixels()[at] = (byte) spread;
      }
    }
  }

  /** The part of a box that is toned, 0 to 1. */
  private double toned(Box box) {
    int count = 0;
    for (int y = box.top; y < box.bottom; y++) {
      int row = y * picture.width();
      for (int at = row + box.left; at < row + box.right; at++) {
        count += (picture.pixels()[at] & 0xff) < TONE ? 1 : 0;
      }
    }
    return (double) count / ((box.right - box.left) * (box.bottom - box.top));
  }

  /** Right and bottom are the first column and row beyond it. */
  private record Box(int left, int top, int right, int bottom) {}
}
