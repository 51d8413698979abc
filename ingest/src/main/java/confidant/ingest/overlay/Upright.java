package confidant.ingest.overlay;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns the picture of a page as the page was turned to be read: by the quarters under which the
 * places of its text hold most ink.
 */
final class Upright {

  private static final int QUARTERS = 4;

  /** Dots of the longer side that are looked at. */
  private static final int LOOKED_AT = 700;

  /** Another turn must have this much more ink than the picture as it is. */
  private static final double MARGIN = 1.15;

  /** Sides of a picture and a page that are said to be of the same shape. */
  private static final double SAME_SHAPE = 1.15;

  private Upright() {}

  /** {@code picture} turned to lie under {@code page}. */
  static BufferedImage turn(BufferedImage picture, Page page) {
    Ink ink = Ink.of(picture);
    List<BoundingBox> places = page.blocks().stream().flatMap(Upright::places).toList();
    int best = 0;
    double most = -1;
    for (int quarters = 0; quarters < QUARTERS; quarters++) {
      if (fits(picture, page, quarters) || neverFits(picture, page)) {
        double found = ink.under(places, page, quarters) * (quarters == 0 ? MARGIN : 1);
        if (found > most) {
          most = found;
          best = quarters;
        }
      }
    }
    return turned(picture, best);
  }

  private static Stream<BoundingBox> places(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Line::box);
      case Table table ->
          table.rows().stream()
              .flatMap(List::stream)
              .filter(cell -> !cell.text().isEmpty())
              .map(Cell::box);
    };
  }

  private static boolean neverFits(BufferedImage picture, Page page) {
    return !fits(picture, page, 0) && !fits(picture, page, 1);
  }

  private static boolean fits(BufferedImage picture, Page page, int quarters) {
    double shape = (double) picture.getWidth() / picture.getHeight();
    double turned = quarters % 2 == 0 ? shape : 1 / shape;
    double ratio = turned / (page.width() / page.height());
    return ratio < SAME_SHAPE && ratio > 1 / SAME_SHAPE;
  }

  /** {@code picture} turned clockwise. */
  static BufferedImage turned(BufferedImage picture, int quarters) {
    if (quarters == 0) {
      return picture;
    }
    int width = quarters % 2 == 0 ? picture.getWidth() : picture.getHeight();
    int height = quarters % 2 == 0 ? picture.getHeight() : picture.getWidth();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.translate(quarters == 3 ? 0 : width, quarters == 1 ? 0 : height);
    graphics.transform(AffineTransform.getQuadrantRotateInstance(quarters));
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  /**
   * How dark a picture is.
   *
   * @param sums darkness of all dots above and to the left, beyond that of the average; (height +
   *     1, width + 1)
   */
  private record Ink(int width, int height, long[] sums) {

    static Ink of(BufferedImage picture) {
      double scale =
          Math.min(1, (double) LOOKED_AT / Math.max(picture.getWidth(), picture.getHeight()));
      int width = Math.max(1, (int) (picture.getWidth() * scale));
      int height = Math.max(1, (int) (picture.getHeight() * scale));
      BufferedImage small = Canvas.scaled(picture, width, height);
      int[] dark = new int[width * height];
      long sum = 0;
      for (int i = 0; i < dark.length; i++) {
        int rgb = small.getRGB(i % width, i / width);
        dark[i] = 255 - (((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255)) / 3;
        sum += dark[i];
      }
      int average = (int) (sum / dark.length);
      long[] sums = new long[(width + 1) * (height + 1)];
      for (int y = 0; y < height; y++) {
        long row = 0;
        for (int x = 0; x < width; x++) {
          row += Math.max(0, dark[y * width + x] - average);
          sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
        }
      }
      return new Ink(width, height, sums);
    }

    /** Ink in places of {@code page} if the picture is turned clockwise to lie under it. */
    double under(List<BoundingBox> places, Page page, int quarters) {
      double found = 0;
      for (BoundingBox place : places) {
        double left = place.left() / page.width();
        double right = place.right() / page.width();
        double top = place.top() / page.height();
        double bottom = place.bottom() / page.height();
        found +=
            switch (quarters) {
              case 0 -> inside(left, top, right, bottom);
              case 1 -> inside(top, 1 - right, bottom, 1 - left);
              case 2 -> inside(1 - right, 1 - bottom, 1 - left, 1 - top);
              default -> inside(1 - bottom, left, 1 - top, right);
            };
      }
      return found;
    }

    /** Ink in a rectangle, whose sides are given as shares of the picture's. */
    private double inside(double left, double top, double right, double bottom) {
      int x1 = dot(left, width);
      int x2 = dot(right, width);
      int y1 = dot(top, height);
      int y2 = dot(bottom, height);
      int line = width + 1;
      return (double)
          (sums[y2 * line + x2]
              - sums[y1 * line + x2]
              - sums[y2 * line + x1]
              + sums[y1 * line + x1]);
    }

    private static int dot(double share, int size) {
      return (int) Math.max(0, Math.min(size, Math.round(share * size)));
    }
  }
}
