package confidant.engine.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

  @Test
  void runsEveryTaskOnce() {
    for (int threads : new int[] {1, 2, 5}) {
      try (WorkerPool pool = new WorkerPool(threads)) {
        for (int tasks : new int[] {0, 1, 2, 3, 100, 1000}) {
          AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
          pool.run(tasks, (i, worker) -> runs.incrementAndGet(i));
          for (int i = 0; i < tasks; i++) {
            assertEquals(1, runs.get(i));
          }
        }
      }
    }
  }

  @Test
  void seesWhatTasksOfTheRegionBeforeWrote() {
    try (WorkerPool pool = new WorkerPool(3)) {
      long[] values = new long[64];
      for (int round = 0; round < 2000; round++) {
        pool.run(values.length, (i, worker) -> values[i]++);
        pool.run(
            values.length, (i, worker) -> values[i] += values[(i + 1) % values.length] > 0 ? 0 : 1);
      }
      for (long value : values) {
        assertEquals(2000, value);
      }
    }
  }

  @Test
  void throwsWhatATaskThrowsAndGoesOn() {
    try (WorkerPool pool = new WorkerPool(3)) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  pool.run(
                      100,
                      (i, worker) -> {
                        if (i == 37) {
                          throw new IllegalStateException("task 37");
                        }
                      }));
      assertEquals("task 37", thrown.getMessage());
      AtomicLong sum = new AtomicLong();
      pool.run(10, (i, worker) -> sum.addAndGet(i));
      assertEquals(45, sum.get());
    }
  }

  @Test
  void callersTakeTurns() throws InterruptedException {
    try (WorkerPool pool = new WorkerPool(2)) {
      AtomicLong sum = new AtomicLong();
      List<Thread> callers = new ArrayList<>();
      for (int c = 0; c < 4; c++) {
        callers.add(
            Thread.ofPlatform()
                .name("caller-" + c)
                .start(
                    () -> {
                      for (int i = 0; i < 200; i++) {
                        pool.run(8, (task, worker) -> sum.addAndGet(task));
                      }
                    }));
      }
      for (Thread caller : callers) {
        caller.join();
      }
      assertEquals(4L * 200 * 28, sum.get());
    }
  }

  @Test
  void usesOnlyAsManyThreadsAsItMay() {
    try (WorkerPool pool = new WorkerPool(4)) {
      for (int threads : new int[] {4, 1, 2, 3}) {
        pool.use(threads);
        assertEquals(threads, pool.active());
        AtomicIntegerArray byWorker = new AtomicIntegerArray(4);
        for (int round = 0; round < 50; round++) {
          pool.run(64, (i, worker) -> byWorker.incrementAndGet(worker));
        }
        int total = 0;
        for (int worker = 0; worker < 4; worker++) {
          total += byWorker.get(worker);
          assertTrue(worker < threads || byWorker.get(worker) == 0, "worker " + worker);
        }
        assertEquals(50 * 64, total);
      }
      assertThrows(IllegalArgumentException.class, () -> pool.use(0));
      assertThrows(IllegalArgumentException.class, () -> pool.use(5));
    }
  }

  @Test
  void takesAnotherCountOfThreadsWhileRegionsRun() throws InterruptedException {
    try (WorkerPool pool = new WorkerPool(4)) {
      AtomicLong sum = new AtomicLong();
      Thread caller =
          Thread.ofPlatform()
              .name("caller")
              .start(
                  () -> {
                    for (int i = 0; i < 2000; i++) {
                      pool.run(8, (task, worker) -> sum.addAndGet(task));
                    }
                  });
      for (int threads = 1; caller.isAlive(); threads = threads % 4 + 1) {
        pool.use(threads);
      }
      caller.join();
      assertEquals(2000L * 28, sum.get());
    }
  }

  @Test
  void refusesWorkOnceClosed() {
    WorkerPool pool = new WorkerPool(2);
    pool.close();
    pool.close();
    assertThrows(IllegalStateException.class, () -> pool.run(4, (i, worker) -> {}));
  }
}
