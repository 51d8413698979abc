package confidant.app.readbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static final long MILLI = 1_000_000;

  private final Timings timings = new Timings();

  @Test
  void theMedianRunOfAFileIsSharedByItsPages() {
    timings.add(nearlyEmpty(4), List.of(900 * MILLI, 40 * MILLI, 80 * MILLI));
    assertEquals(20, timings.all().p50(), 1e-9);
    assertEquals(80, timings.all().sum(), 1e-9);
    assertEquals(4, timings.all().pages());
    assertEquals(1, timings.files());
  }

  @Test
  void everyPageCountsAlike() {
    timings.add(nearlyEmpty(1), List.of(500 * MILLI));
    timings.add(nearlyEmpty(9), List.of(90 * MILLI, 90 * MILLI));
    assertEquals(10, timings.all().p50(), 1e-9);
    assertEquals(500, timings.all().p95(), 1e-9);
  }

  @Test
  void ofManyQuickPagesASlowOneIsNotAmongTheFirst95OfAHundred() {
    timings.add(nearlyEmpty(1), List.of(500 * MILLI));
    timings.add(nearlyEmpty(19), List.of(190 * MILLI));
    assertEquals(10, timings.all().p95(), 1e-9);
    assertEquals(690, timings.all().sum(), 1e-9);
  }

  @Test
  void fullPagesAreToldApart() {
    timings.add(nearlyEmpty(30), List.of(3 * MILLI));
    timings.add(full(2), List.of(14 * MILLI));
    assertEquals(0.1, timings.all().p50(), 1e-9);
    assertEquals(new PageTimes(2, 7, 7, 14), timings.full());
  }

  @Test
  void withoutFullPagesThereIsNothingToSayAboutThem() {
    timings.add(nearlyEmpty(1), List.of(MILLI));
    assertEquals(new PageTimes(0, 0, 0, 0), timings.full());
  }

  private static Paper nearlyEmpty(int pages) {
    return new Paper(Path.of("paper.pdf"), pages, (long) Paper.FEW_CHARACTERS * pages);
  }

  private static Paper full(int pages) {
    return new Paper(Path.of("paper.pdf"), pages, (long) Paper.FEW_CHARACTERS * pages + 1);
  }
}
