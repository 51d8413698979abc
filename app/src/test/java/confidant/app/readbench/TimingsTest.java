package confidant.app.readbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static final long MILLI = 1_000_000;

  @Test
  void theMedianRunOfAFileIsSharedByItsPages() {
    Timings timings = new Timings();
    timings.add(4, List.of(900 * MILLI, 40 * MILLI, 80 * MILLI));
    assertEquals(20, timings.within(0.5), 1e-9);
    assertEquals(4, timings.pages());
    assertEquals(1, timings.files());
  }

  @Test
  void everyPageCountsAlike() {
    Timings timings = new Timings();
    timings.add(1, List.of(500 * MILLI));
    timings.add(9, List.of(90 * MILLI, 90 * MILLI));
    assertEquals(10, timings.within(0.5), 1e-9);
    assertEquals(10, timings.within(0.9), 1e-9);
    assertEquals(500, timings.within(0.95), 1e-9);
  }
}
