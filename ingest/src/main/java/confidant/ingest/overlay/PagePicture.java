package confidant.ingest.overlay;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Draws a page as a person sees it, turned as it was read, so that places of its text lie on it. A
 * page of which the file has no picture becomes its text, set where it stands.
 *
 * <p>Runs codecs that harmful files aim at, so it is only called in the reading process.
 */
public final class PagePicture {

  /** Most dots of a side. */
  private static final int MOST_DOTS = 4000;

  /** Most dots of a picture: four bytes each, several times over while it is made. */
  private static final double MOST_DOTS_IN_ALL = 10e6;

  private PagePicture() {}

  /**
   * A page in the format PNG.
   *
   * @param file from which it was read; empty if that is not there any more
   * @param password that opens the file
   * @param mediaType what was found in the file
   * @param dotsPerPoint fewer if the picture would become too large
   */
  public static byte[] png(
      Optional<Path> file,
      Optional<String> password,
      String mediaType,
      Page page,
      double dotsPerPoint) {
    double scale = scale(page, dotsPerPoint);
    return Png.of(
        background(file, password, mediaType, page, scale)
            .map(picture -> fitted(Upright.turn(picture, page), page, scale))
            .orElseGet(() -> text(page, scale)));
  }

  private static double scale(Page page, double dotsPerPoint) {
    double longest = Math.max(1, Math.max(page.width(), page.height()));
    double area = Math.max(1, page.width() * page.height());
    return Math.min(
        dotsPerPoint, Math.min(MOST_DOTS / longest, Math.sqrt(MOST_DOTS_IN_ALL / area)));
  }

  private static Optional<BufferedImage> background(
      Optional<Path> file,
      Optional<String> password,
      String mediaType,
      Page page,
      double dotsPerPoint) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (Background background = Background.of(file.get(), password, mediaType)) {
      return background.page(page.number(), dotsPerPoint, MOST_DOTS);
    }
  }

  private static BufferedImage fitted(BufferedImage picture, Page page, double scale) {
    int width = dots(page.width(), scale);
    int height = dots(page.height(), scale);
    return picture.getWidth() == width && picture.getHeight() == height
        ? picture
        : Canvas.scaled(picture, width, height);
  }

  private static BufferedImage text(Page page, double scale) {
    BufferedImage sheet =
        new BufferedImage(
            dots(page.width(), scale), dots(page.height(), scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    Lettering lettering = new Lettering();
    SetText.forEachLine(
        page, (line, box) -> SetText.write(graphics, lettering, line, place(box, scale), scale));
    graphics.dispose();
    return sheet;
  }

  private static Rectangle2D place(BoundingBox box, double scale) {
    return new Rectangle2D.Double(
        box.left() * scale, box.top() * scale, box.width() * scale, box.height() * scale);
  }

  private static int dots(double points, double scale) {
    return (int) Math.max(1, Math.round(points * scale));
  }
}
