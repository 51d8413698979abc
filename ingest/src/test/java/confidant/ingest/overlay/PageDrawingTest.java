package confidant.ingest.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Field;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Lettering;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageDrawingTest {
  private static final BoundingBox LINE = new BoundingBox(50, 50, 200, 12);
  private static final BoundingBox HEADING = new BoundingBox(50, 100, 200, 12);
  private static final BoundingBox CELL = new BoundingBox(50, 120, 200, 12);
  private static final BoundingBox TABLE = HEADING.union(CELL);
  private static final BoundingBox WORD = new BoundingBox(300, 300, 60, 12);
  private static final BoundingBox FIELD = new BoundingBox(300, 400, 60, 12);

  private final Lettering lettering = new Lettering();

  private final Page page =
      new Page(
          1,
          595,
          842,
          List.of(
              new Paragraph(List.of(new Line("Some words", LINE)), LINE),
              new Table(
                  List.of(List.of(new Cell("Total", HEADING)), List.of(new Cell("12", CELL))),
                  1,
                  TABLE)),
          Page.Origin.PICTURE,
          List.of(new Doubt("6.56", "8.56", WORD, 0.5)));

  private final List<Field> fields =
      List.of(new Field("transaction.amount", 3, "1.00", "1.00", 1, FIELD, 1));

  @Test
  void everyKindOfMarkStandsAtItsPlaceInItsColour() {
    BufferedImage drawn = PageDrawing.draw(page, Optional.empty(), fields, lettering);
    assertTrue(drawn.getWidth() >= 900 && drawn.getHeight() > 1286, "110 dots an inch");
    assertTrue(hasColour(drawn, Mark.LINE, LINE));
    assertTrue(hasColour(drawn, Mark.HEADING, HEADING));
    assertTrue(hasColour(drawn, Mark.CELL, CELL));
    assertTrue(hasColour(drawn, Mark.DOUBT, WORD));
    assertTrue(hasColour(drawn, Mark.FIELD, FIELD));
    assertFalse(hasColour(drawn, Mark.FIELD, LINE));
  }

  @Test
  void aPageWithoutAPictureShowsItsText() {
    BufferedImage drawn = PageDrawing.draw(page, Optional.empty(), List.of(), lettering);
    assertTrue(hasDark(drawn, LINE));
    BufferedImage white = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
    white.createGraphics().fillRect(0, 0, 595, 842);
    BufferedImage over = PageDrawing.draw(page, Optional.of(white), List.of(), lettering);
    assertFalse(hasDark(over, LINE));
  }

  @Test
  void aSheetOfAnySizeIsDrawnInBounds() {
    Page large = new Page(1, 100_000, 30, List.of());
    BufferedImage drawn = PageDrawing.draw(large, Optional.empty(), List.of(), lettering);
    assertEquals(Canvas.MOST_DOTS, drawn.getWidth());
    Page small = new Page(1, 2, 2, List.of());
    assertTrue(PageDrawing.draw(small, Optional.empty(), List.of(), lettering).getWidth() >= 300);
  }

  @Test
  void lettersOfEveryScriptHaveAWidth() {
    assertTrue(lettering.width("Größe 1.234,56 € 字", 10) > 50);
    assertEquals(0, lettering.width("", 10));
  }

  private static boolean hasColour(BufferedImage picture, Mark mark, BoundingBox box) {
    return count(picture, box, mark.colour().getRGB(), 40) > 10;
  }

  private static boolean hasDark(BufferedImage picture, BoundingBox box) {
    return count(picture, box, 0xFF000000, 60) > 10;
  }

  /** Dots in a place, edges included, of nearly a colour. */
  private static int count(BufferedImage picture, BoundingBox box, int colour, int tolerance) {
    int found = 0;
    double scale = Canvas.DOTS_PER_POINT;
    for (int y = (int) (box.top() * scale) - 2; y < box.bottom() * scale + 2; y++) {
      for (int x = (int) (box.left() * scale) - 2; x < box.right() * scale + 2; x++) {
        found += distance(picture.getRGB(x, y), colour) < tolerance ? 1 : 0;
      }
    }
    return found;
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      distance += Math.abs(((one >> shift) & 255) - ((other >> shift) & 255));
    }
    return distance;
  }
}
