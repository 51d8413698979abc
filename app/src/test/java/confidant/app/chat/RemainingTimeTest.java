package confidant.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
  private static final long SECOND = 1_000_000_000;
  private final AtomicLong now = new AtomicLong();
  private final RemainingTime remaining = new RemainingTime(now::get);

  @Test
  void isUnknownAtFirst() {
    assertTrue(remaining.secondsLeft(0, 100).isEmpty());
    now.set(SECOND / 10);
    assertTrue(remaining.secondsLeft(1, 100).isEmpty());
  }

  @Test
  void goesOnAtThePaceSoFar() {
    remaining.secondsLeft(0, 100);
    now.set(2 * SECOND);
    assertEquals(6, remaining.secondsLeft(25, 100).orElseThrow(), 1e-9);
  }

  @Test
  void whatWasDoneBeforeTheStartDoesNotCount() {
    remaining.secondsLeft(50, 100);
    now.set(SECOND);
    assertEquals(4, remaining.secondsLeft(60, 100).orElseThrow(), 1e-9);
  }

  @Test
  void aNewJobStartsAfresh() {
    remaining.secondsLeft(0, 100);
    now.set(SECOND);
    remaining.secondsLeft(100, 100);
    assertTrue(remaining.secondsLeft(0, 50).isEmpty());
  }
}
