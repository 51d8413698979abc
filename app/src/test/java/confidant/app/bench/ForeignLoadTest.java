package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForeignLoadTest {

  @Test
  void busyTimeIsAllButIdleAndWaiting() {
    String stat = "cpu  100 20 30 4000 500 6 7 8 90 10\ncpu0 1 2 3 4 5 6 7 8 9 10\n";
    assertEquals(100 + 20 + 30 + 6 + 7 + 8, ForeignLoad.busyTicks(stat));
  }

  @Test
  void timeOfAProcessIsFoundBehindANameWithSpacesAndParentheses() {
    String stat = "42 (a) b (c) S 1 42 42 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 1 0 99 1 2";
    assertEquals(300, ForeignLoad.processTicks(stat));
  }

  @Test
  void aWatchSaysNothingOrANumberOfCores() {
    ForeignLoad.start()
        .cores()
        .ifPresent(cores -> assertTrue(cores >= 0 && Double.isFinite(cores), () -> "" + cores));
  }
}
