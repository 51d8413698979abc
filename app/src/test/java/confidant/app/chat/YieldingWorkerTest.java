package confidant.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.chat.Cancellation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class YieldingWorkerTest {
  private final YieldingWorker worker = new YieldingWorker("test-worker");
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Goes on until it is told to make room. */
  private Consumer<Cancellation> patient(String name, CountDownLatch begun) {
    return cancellation -> {
      done.add(name + " begins");
      begun.countDown();
      while (!cancellation.isCancelled()) {
        Thread.onSpinWait();
      }
      done.add(name + " ends");
    };
  }

  /** Waits until all that was handed over by now is done. */
  private void settle() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    worker.interject(end::countDown);
    end.await();
  }

  @Test
  void whatIsAskedEndsWhatCanWait() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    worker.inBackground(patient("reading", begun));
    begun.await();
    CountDownLatch asked = new CountDownLatch(1);
    worker.execute(
        () -> {
          done.add("answer");
          asked.countDown();
        });
    asked.await();
    settle();
    assertEquals(List.of("reading begins", "reading ends", "answer"), done);
  }

  @Test
  void whatCanWaitGoesOnAfterAnInterjection() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(2);
    worker.inBackground(patient("reading", begun));
    while (begun.getCount() == 2) {
      Thread.onSpinWait();
    }
    worker.interject(() -> done.add("interjection"));
    begun.await();
    assertEquals(List.of("reading begins", "reading ends", "interjection", "reading begins"), done);
  }

  @Test
  void theLatestOfWhatCanWaitTakesThePlaceOfTheOneBefore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch begunNext = new CountDownLatch(1);
    worker.inBackground(patient("first", begun));
    begun.await();
    worker.inBackground(patient("second", begunNext));
    begunNext.await();
    assertEquals(List.of("first begins", "first ends", "second begins"), done);
  }

  @Test
  void whatNeverBeganIsLeftOut() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    worker.execute(
        () -> {
          busy.countDown();
          awaitQuietly(free);
        });
    busy.await();
    worker.inBackground(_ -> done.add("never"));
    worker.execute(() -> done.add("answer"));
    free.countDown();
    settle();
    assertEquals(List.of("answer"), done);
  }

  @Test
  void whatIsPausedWaitsForTheNextInterjection() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    worker.inBackground(patient("reading", begun));
    begun.await();
    worker.pause();
    while (!done.contains("reading ends")) {
      Thread.onSpinWait();
    }
    CountDownLatch interjected = new CountDownLatch(1);
    worker.interject(interjected::countDown);
    interjected.await();
    while (done.size() < 3) {
      Thread.onSpinWait();
    }
    assertEquals(List.of("reading begins", "reading ends", "reading begins"), done);
  }

  @Test
  void closingEndsWhatCanWaitAndTakesNothingMore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    worker.inBackground(patient("reading", begun));
    begun.await();
    worker.execute(last::countDown);
    worker.close();
    last.await();
    worker.execute(() -> done.add("too late"));
    worker.interject(() -> done.add("too late"));
    worker.inBackground(_ -> done.add("too late"));
    assertTrue(done.contains("reading ends"));
    assertFalse(done.contains("too late"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
