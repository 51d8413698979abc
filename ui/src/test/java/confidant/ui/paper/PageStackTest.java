package confidant.ui.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.port.PaperPort.PageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageStackTest {
  private static final List<PageSize> PAGES =
      List.of(new PageSize(100, 200), new PageSize(300, 100), new PageSize(100, 200));

  @Test
  void pagesStandBelowEachOtherInTheMiddle() {
    PageStack stack = PageStack.of(PAGES, 2, 0, 500);
    assertEquals(624, stack.width(), "the widest page and room beside it");
    assertEquals(12 + 400 + 12 + 200 + 12 + 400 + 12, stack.height());
    assertEquals(212, stack.left(0));
    assertEquals(12, stack.left(1));
    assertEquals(424, stack.tops()[1]);
  }

  @Test
  void turnedPagesChangeTheirSides() {
    PageStack stack = PageStack.of(PAGES, 1, 1, 500);
    assertEquals(new PageSize(200, 100), stack.sizes().getFirst());
    assertEquals(500, stack.width());
  }

  @Test
  void tellsThePageAtAHeight() {
    PageStack stack = PageStack.of(PAGES, 1, 0, 500);
    assertEquals(0, stack.indexAt(-5));
    assertEquals(0, stack.indexAt(215), "a gap belongs to the page above");
    assertEquals(1, stack.indexAt(224));
    assertEquals(2, stack.indexAt(1e9));
    double y = stack.at(1, 0.25);
    assertEquals(0.25, stack.share(1, y), 1e-12);
    assertEquals(0, PageStack.of(List.of(), 1, 0, 500).indexAt(10));
  }
}
