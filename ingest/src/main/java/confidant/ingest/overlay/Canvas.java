package confidant.ingest.overlay;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.extract.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A sheet for one page and a legend below it, on which is drawn in points of the page. */
final class Canvas {

  /** A page at 110 dots an inch. */
  static final double DOTS_PER_POINT = 110 / 72.0;

  /** Most dots of a side; sheets of spreadsheets can be of any size. */
  static final int MOST_DOTS = 2400;

  /** Room for the legend. */
  private static final int LEAST_WIDTH = 300;

  private static final int LEGEND = 30;
  private static final double LEGEND_LETTERS = 13;
  private static final double TAG_LETTERS = 10;
  private static final Color TAG = new Color(255, 255, 255, 215);

  private final BufferedImage picture;
  private final Graphics2D graphics;
  private final Lettering lettering;
  private final Tags tags;
  private final double scale;
  private final int pageWidth;
  private final int pageHeight;

  /**
   * A white sheet.
   *
   * @param width of the page in points
   * @param height of the page in points
   */
  Canvas(double width, double height, Lettering lettering) {
    this.lettering = lettering;
    scale = Math.min(DOTS_PER_POINT, MOST_DOTS / Math.max(1, Math.max(width, height)));
    pageWidth = (int) Math.max(1, Math.round(width * scale));
    pageHeight = (int) Math.max(1, Math.round(height * scale));
    picture =
        new BufferedImage(
            Math.max(pageWidth, LEAST_WIDTH), pageHeight + LEGEND, BufferedImage.TYPE_INT_RGB);
    tags = new Tags(new Rectangle2D.Double(0, 0, pageWidth, pageHeight));
    graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
  }

  /** Covers the page. */
  void background(BufferedImage background) {
    graphics.drawImage(
        scaled(background, pageWidth, pageHeight), 0, 0, pageWidth, pageHeight, null);
  }

  /** Writes one line of text into {@code box}, squeezed if it is wider. */
  void write(String text, BoundingBox box) {
    SetText.write(graphics, lettering, text, place(box), scale);
  }

  /** Marks a place. */
  void mark(Mark mark, BoundingBox box) {
    mark.draw(graphics, place(box));
  }

  /** Marks a place and writes a few words beside it, where they hide no other text. */
  void mark(Mark mark, BoundingBox box, String words) {
    Rectangle2D place = place(box);
    mark.draw(graphics, place);
    Rectangle2D tag = tags.place(place, lettering.width(words, TAG_LETTERS), TAG_LETTERS);
    graphics.setColor(TAG);
    graphics.fill(tag);
    graphics.setColor(mark.colour());
    graphics.fill(
        lettering.outline(words, TAG_LETTERS, tag.getX(), tag.getMaxY() - TAG_LETTERS * 0.2));
  }

  /** Says where text is that no tag may hide. */
  void keepClear(BoundingBox box) {
    tags.keepClear(place(box));
  }

  private Rectangle2D place(BoundingBox box) {
    return new Rectangle2D.Double(
        box.left() * scale,
        box.top() * scale,
        Math.max(1, box.width() * scale),
        Math.max(1, box.height() * scale));
  }

  /** The sheet with a legend of all marks below the page. */
  BufferedImage withLegend() {
    graphics.setColor(new Color(0xF6F8FA));
    graphics.fillRect(0, pageHeight, picture.getWidth(), LEGEND);
    double needed = 0;
    for (Mark mark : Mark.values()) {
      needed += LEGEND + lettering.width(mark.meaning(), LEGEND_LETTERS);
    }
    double fit = Math.min(1, picture.getWidth() / needed);
    double size = LEGEND_LETTERS * fit;
    double x = size / 2;
    double middle = pageHeight + LEGEND / 2.0;
    for (Mark mark : Mark.values()) {
      mark.draw(graphics, new Rectangle2D.Double(x, middle - size / 2, size, size));
      graphics.setColor(Color.BLACK);
      graphics.fill(lettering.outline(mark.meaning(), size, x + size * 1.3, middle + size * 0.35));
      x += LEGEND * fit + lettering.width(mark.meaning(), size);
    }
    graphics.dispose();
    return picture;
  }

  /** A picture of another size. */
  static BufferedImage scaled(BufferedImage source, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(source, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
