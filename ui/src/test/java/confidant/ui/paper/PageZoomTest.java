package confidant.ui.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.paper.PageZoom.Fit;
import confidant.ui.port.PaperPort.PageSize;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageZoomTest {
  private final PageZoom zoom = new PageZoom();

  @BeforeEach
  void open() {
    zoom.setPages(List.of(new PageSize(600, 800), new PageSize(500, 700)));
    zoom.setRoom(300, 200);
  }

  private double scale() {
    return zoom.scaleProperty().get();
  }

  @Test
  void pagesAreAsWideAsThePaneUntilThePersonSaysOtherwise() {
    assertEquals(0.5, scale());
    zoom.setRoom(600, 200);
    assertEquals(1, scale());
    zoom.in();
    assertEquals(1.25, scale());
    zoom.setRoom(300, 200);
    assertEquals(1.25, scale());
    zoom.fit(Fit.PAGE);
    assertEquals(0.25, scale());
  }

  @Test
  void aTurnedPageIsFittedByItsOtherSide() {
    zoom.turn();
    assertEquals(1, zoom.quartersProperty().get());
    assertEquals(300 / 800.0, scale());
    zoom.turn();
    zoom.turn();
    zoom.turn();
    assertEquals(0, zoom.quartersProperty().get());
    assertEquals(0.5, scale());
  }

  @Test
  void zoomingComesToAnEnd() {
    for (int i = 0; i < 50; i++) {
      zoom.in();
    }
    assertEquals(500, PageZoom.percent(scale()), 1e-9);
    for (int i = 0; i < 50; i++) {
      zoom.out();
    }
    assertEquals(10, PageZoom.percent(scale()), 1e-9);
    zoom.natural();
    assertEquals(100, PageZoom.percent(scale()), 1e-9);
  }

  @Test
  void picturesArePaintedInFewSizesNeverTooCoarse() {
    for (double wanted = 0.1; wanted < 7; wanted *= 1.03) {
      double step = PageViewModel.step(wanted);
      assertEquals(step, PageViewModel.step(step), "a step is a step");
      assertEquals(true, step >= wanted * (1 - 1e-6) && step < wanted * 1.2600);
    }
  }
}
