package confidant.ingest.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class TagsTest {
  private final Tags tags = new Tags(rectangle(0, 0, 300, 300));

  private static Rectangle2D rectangle(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  @Test
  void aTagStandsAboveWhereItIsFree() {
    assertEquals(rectangle(100, 89, 30, 10), tags.place(rectangle(100, 100, 50, 10), 30, 10));
  }

  @Test
  void aTagHidesNeitherTextNorOtherTags() {
    Rectangle2D text = rectangle(50, 85, 200, 14);
    tags.keepClear(text);
    Rectangle2D first = tags.place(rectangle(100, 100, 50, 10), 30, 10);
    Rectangle2D second = tags.place(rectangle(100, 100, 50, 10), 30, 10);
    assertFalse(first.intersects(text));
    assertFalse(second.intersects(text));
    assertFalse(second.intersects(first));
  }

  @Test
  void aTagStaysOnThePage() {
    assertEquals(rectangle(52, 0, 30, 10), tags.place(rectangle(0, 0, 50, 10), 30, 10));
    tags.keepClear(rectangle(0, 0, 300, 300));
    assertEquals(rectangle(270, 0, 30, 10), tags.place(rectangle(290, 0, 10, 10), 30, 10));
  }
}
