package confidant.engine.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.kernel.KernelProvider;
import confidant.engine.kernel.KernelProvider.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for the kernels can be told to stop; nobody can calculate without them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreparationTest {
  private static final Selection FIRST = KernelProvider.selectScalar();
  private static final Selection FOUND =
      new Selection(KernelProvider.scalar(), KernelProvider.selectScalar().report());

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<Selection> completed = new ArrayList<>();

  private Selection whenReleased() {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return FOUND;
  }

  @Test
  void stopIsHeardWhileTheKernelsAreBeingPrepared() {
    Preparation preparation = Preparation.start(FIRST, hurried -> whenReleased(), completed::add);
    AtomicInteger asked = new AtomicInteger();
    assertFalse(preparation.await(() -> asked.incrementAndGet() < 3));
    assertEquals(3, asked.get());
    assertThrows(
        IllegalStateException.class, () -> preparation.kernels().scale(new float[] {1f}, 0, 1, 2f));
    release.countDown();
    assertTrue(preparation.await(() -> true));
    float[] values = {1f, 2f};
    preparation.kernels().scale(values, 0, 2, 3f);
    assertEquals(6f, values[1]);
    assertSame(FOUND.report(), preparation.report());
    assertEquals(List.of(FOUND), completed);
    assertTrue(preparation.await(() -> false), "once it is over nothing is waited for");
  }

  @Test
  void anInterruptedThreadWaitsOnAndStaysInterrupted() throws InterruptedException {
    Preparation preparation = Preparation.start(FIRST, hurried -> whenReleased(), completed::add);
    CountDownLatch waiting = new CountDownLatch(1);
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  boolean ready =
                      preparation.await(
                          () -> {
                            waiting.countDown();
                            return true;
                          });
                  seen.set(ready + " " + Thread.currentThread().isInterrupted());
                });
    assertTrue(waiting.await(30, TimeUnit.SECONDS));
    release.countDown();
    thread.join();
    assertEquals("true true", seen.get());
  }

  @Test
  void closingHurriesAndWhatWasFoundInAHurryIsNotKept() {
    CountDownLatch started = new CountDownLatch(1);
    Preparation preparation =
        Preparation.start(
            FIRST,
            hurried -> {
              started.countDown();
              while (!hurried.getAsBoolean()) {
                Thread.onSpinWait();
              }
              return FOUND;
            },
            completed::add);
    assertTrue(preparation.await(() -> started.getCount() > 0) || started.getCount() == 0);
    preparation.close();
    preparation.close();
    assertEquals(List.of(), completed);
    preparation.kernels().scale(new float[] {1f}, 0, 1, 2f);
  }

  @Test
  void whatFailsLeavesTheFirstChoice() {
    Preparation preparation =
        Preparation.start(
            FIRST,
            hurried -> {
              throw new IllegalStateException("as a test");
            },
            completed::add);
    assertTrue(preparation.await(() -> true));
    assertEquals(List.of(), completed);
    assertSame(FIRST.report(), preparation.report());
    preparation.kernels().scale(new float[] {1f}, 0, 1, 2f);
  }
}
