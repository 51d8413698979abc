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

  /** Depth in which an edge lies that bends or slopes, in x-heights and of the box. */
  private static final double BEND = 0.6;

  private static final double MOST_BEND = 0.2;

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

  /** Whether it is filled, up to edges that may bend a little, as on paper that is not flat. */
  private boolean isToned(Box box) {
    int width = box.right - box.left;
    int height = box.bottom - box.top;
    if (!isLargeEnough(width, height) || toned(box) < MOSTLY) {
      return false;
    }
    boolean top = false;
    boolean bottom = false;
    for (int i = 1; i <= bend(height); i++) {
      top |= toned(new Box(box.left, box.top + i, box.right, box.top + i + 1)) >= EDGE;
      bottom |= toned(new Box(box.left, box.bottom - 1 - i, box.right, box.bottom - i)) >= EDGE;
    }
    boolean left = false;
    boolean right = false;
    for (int i = 1; i <= bend(width); i++) {
      left |= toned(new Box(box.left + i, box.top, box.left + i + 1, box.bottom)) >= EDGE;
      right |= toned(new Box(box.right - 1 - i, box.top, box.right - i, box.bottom)) >= EDGE;
    }
    return top && bottom && left && right;
  }

  private int bend(int side) {
    return Math.max(1, (int) Math.min(BEND * xHeight, MOST_BEND * side));
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
    for (int x = Math.max(0, box.left - 1); x < Math.min(picture.width(), box.right + 1); x++) {
      boolean inside = x > box.left && x < box.right - 1;
      whitenColumn(x, box, tone, inside ? print : tone);
    }
  }

  /** Whitens a column from its first toned pixel to its last one, with the soft edges there. */
  private void whitenColumn(int x, Box box, int tone, int print) {
    int top = box.top;
    int bottom = box.bottom - 1;
    while (top < bottom && picture.at(x, top) >= TONE) {
      top++;
    }
    while (bottom > top && picture.at(x, bottom) >= TONE) {
      bottom--;
    }
    for (int y = Math.max(0, top - 1); y <= Math.min(picture.height() - 1, bottom + 1); y++) {
      boolean inside = y > top && y < bottom && print != tone;
      int spread =
          inside
              ? Math.clamp(255L * (picture.at(x, y) - print) / (tone - print), 0, GreyPicture.WHITE)
              : GreyPicture.WHITE;
      picture.pixels()[y * picture.width() + x] = (byte) spread;
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
