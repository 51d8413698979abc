package confidant.engine.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run one region of independent tasks after the other. Tasks are claimed one by one,
 * so that a thread which loses its core costs its share and no more. Between regions, workers spin
 * for a moment, since the next region of a layer follows within microseconds, and then park.
 *
 * <p>Several callers may share a pool; their regions take turns.
 */
public final class WorkerPool implements AutoCloseable {
  /** How long a worker looks for work before it parks: longer than between regions of a layer. */
  private static final long SPIN_NANOS = 50_000;

  private static final int SPINS_PER_CLOCK_LOOK = 64;

  private final List<Thread> workers = new ArrayList<>();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Region current;
  private volatile boolean closed;

  /** One region: its tasks, how many are claimed and how many are done. */
  private static final class Region {
    final int tasks;
    final IntConsumer body;
    final AtomicInteger claimed = new AtomicInteger();
    final AtomicInteger finished = new AtomicInteger();
    volatile @Nullable Throwable failure;

    Region(int tasks, IntConsumer body) {
      this.tasks = tasks;
      this.body = body;
    }

    void work() {
      for (int task = claimed.getAndIncrement(); task < tasks; task = claimed.getAndIncrement()) {
        try {
          if (failure == null) {
            body.accept(task);
          }
        } catch (Throwable e) {
          // Whatever it is, it belongs to the caller, who must not wait for ever.
          failure = e;
        } finally {
          finished.incrementAndGet();
        }
      }
    }

    boolean hasTasks() {
      return claimed.get() < tasks;
    }
  }

  /**
   * Starts {@code threads - 1} workers; the calling thread of a region is the last one.
   *
   * @param threads at least 1
   */
  public WorkerPool(int threads) {
    for (int i = 1; i < threads; i++) {
      workers.add(
          Thread.ofPlatform().name("engine-worker-" + i).daemon(true).start(this::workUntilClosed));
    }
  }

  /** Threads that work on a region, the caller included. */
  public int threads() {
    return workers.size() + 1;
  }

  /**
   * Runs {@code body} for 0 to {@code tasks - 1}, in any order and on any of the threads, and
   * returns when all are done. What a task throws is thrown here, once.
   */
  public void run(int tasks, IntConsumer body) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    if (tasks <= 0) {
      return;
    }
    if (tasks == 1 || workers.isEmpty()) {
      for (int task = 0; task < tasks; task++) {
        body.accept(task);
      }
      return;
    }
    turn.lock();
    try {
      Region region = new Region(tasks, body);
      current = region;
      for (Thread worker : workers) {
        LockSupport.unpark(worker);
      }
      region.work();
      awaitOthers(region);
      current = null;
      rethrow(region.failure);
    } finally {
      turn.unlock();
    }
  }

  private void awaitOthers(Region region) {
    long start = System.nanoTime();
    int spins = 0;
    while (region.finished.get() < region.tasks) {
      Thread.onSpinWait();
      if (++spins % SPINS_PER_CLOCK_LOOK == 0 && System.nanoTime() - start > SPIN_NANOS) {
        // A worker has lost its core, and may need this one.
        LockSupport.parkNanos(this, SPIN_NANOS);
      }
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void workUntilClosed() {
    while (!closed) {
      Region region = awaitRegion();
      if (region != null) {
        region.work();
      }
    }
  }

  private @Nullable Region awaitRegion() {
    long start = System.nanoTime();
    int spins = 0;
    while (!closed) {
      Region region = current;
      if (region != null && region.hasTasks()) {
        return region;
      }
      Thread.onSpinWait();
      if (++spins % SPINS_PER_CLOCK_LOOK == 0 && System.nanoTime() - start > SPIN_NANOS) {
        LockSupport.park(this);
        start = System.nanoTime();
      }
    }
    return null;
  }

  /** Ends the workers. A region that runs is finished first. Idempotent. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
    } finally {
      turn.unlock();
    }
    workers.forEach(LockSupport::unpark);
    for (Thread worker : workers) {
      boolean interrupted = false;
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
