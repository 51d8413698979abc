package confidant.ingest.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** What is marked on a page, each in a colour of its own. */
enum Mark {
  LINE("line of text", 0x1F6FEB, 0, 1),
  ROW("row of a table", 0x2DA44E, 34, 0),
  CELL("cell", 0x2DA44E, 0, 1),
  HEADING("heading of a column", 0xFB8500, 56, 1.5f),
  FIELD("field with its name", 0x8250DF, 28, 1.5f),
  DOUBT("doubtful reading", 0xCF222E, 60, 2);

  private final String meaning;
  private final int rgb;
  private final int fill;
  private final float stroke;

  /**
   * A kind of mark.
   *
   * @param rgb its colour
   * @param fill how opaque its inside is, from 0 to 255
   * @param stroke width of its edge in dots; 0 for none
   */
  Mark(String meaning, int rgb, int fill, float stroke) {
    this.meaning = meaning;
    this.rgb = rgb;
    this.fill = fill;
    this.stroke = stroke;
  }

  /** In words, for the legend. */
  String meaning() {
    return meaning;
  }

  Color colour() {
    return new Color(rgb);
  }

  /** Draws it around {@code place}. */
  void draw(Graphics2D graphics, Rectangle2D place) {
    if (fill > 0) {
      graphics.setColor(new Color((fill << 24) | rgb, true));
      graphics.fill(place);
    }
    if (stroke > 0) {
      graphics.setColor(colour());
      graphics.setStroke(new BasicStroke(stroke));
      graphics.draw(place);
    }
  }
}
