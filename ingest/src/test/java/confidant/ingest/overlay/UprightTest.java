package confidant.ingest.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UprightTest {

  /** A line near the upper left corner of a page, and its picture. */
  private static final BoundingBox BOX = new BoundingBox(10, 20, 60, 10);

  @ParameterizedTest
  @CsvSource({"0,100,150", "1,100,150", "2,100,150", "3,100,150", "1,120,120", "2,120,120"})
  void aPictureIsTurnedUntilItsInkIsWhereTheTextIs(int quarters, int width, int height) {
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = upright.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(10, 20, 60, 10);
    graphics.dispose();
    Page page =
        new Page(1, width, height, List.of(new Paragraph(List.of(new Line("text", BOX)), BOX)));
    BufferedImage turned = Upright.turn(Upright.turned(upright, quarters), page);
    assertEquals(width, turned.getWidth());
    assertEquals(height, turned.getHeight());
    assertTrue((turned.getRGB(40, 25) & 255) < 50, "ink where the line is");
    assertTrue((turned.getRGB(40, height - 25) & 255) > 200, "and none where it is not");
  }
}
