package confidant.engine.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
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

  private final List<Worker> workers = new ArrayList<>();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Region current;
  private volatile int active;
  private volatile boolean closed;

  /** Work of a region. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does one task.
     *
     * @param task which one, from 0
     * @param worker which thread does it, below {@link WorkerPool#threads}: for buffers of its own
     */
    void run(int task, int worker);
  }

  /** A thread of the pool, and whether it has to be woken. */
  private final class Worker implements Runnable {
    final int index;
    final Thread thread;
    volatile boolean parked;

    Worker(int index) {
      this.index = index;
      thread = Thread.ofPlatform().name("engine-worker-" + index).daemon(true).unstarted(this);
    }

    @Override
    public void run() {
      while (!closed) {
        Region region = awaitRegion();
        if (region != null) {
          region.work(index);
        }
      }
    }

    private @Nullable Region awaitRegion() {
      long start = System.nanoTime();
      int spins = 0;
      while (!closed) {
        Region region = current;
        if (index < active && region != null && region.hasTasks()) {
          return region;
        }
        Thread.onSpinWait();
        if (++spins % SPINS_PER_CLOCK_LOOK == 0 && System.nanoTime() - start > SPIN_NANOS) {
          park();
          start = System.nanoTime();
        }
      }
      return null;
    }

    private void park() {
      parked = true;
      // A region that came before the flag was raised is seen here, one that comes later unparks.
      Region region = current;
      if (!closed && (index >= active || region == null || !region.hasTasks())) {
        LockSupport.park(WorkerPool.this);
      }
      parked = false;
    }

    void wake() {
      if (parked && index < active) {
        LockSupport.unpark(thread);
      }
    }
  }

  /** One region: its tasks, how many are claimed and how many are done. */
  private static final class Region {
    final int tasks;
    final Task body;
    final AtomicInteger claimed = new AtomicInteger();
    final AtomicInteger finished = new AtomicInteger();
    volatile @Nullable Throwable failure;

    Region(int tasks, Task body) {
      this.tasks = tasks;
      this.body = body;
    }

    void work(int worker) {
      for (int task = claimed.getAndIncrement(); task < tasks; task = claimed.getAndIncrement()) {
        try {
          if (failure == null) {
            body.run(task, worker);
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
    active = threads;
    for (int i = 1; i < threads; i++) {
      workers.add(new Worker(i));
    }
    workers.forEach(worker -> worker.thread.start());
  }

  /** Threads of the pool, the caller of a region included. */
  public int threads() {
    return workers.size() + 1;
  }

  /** Threads that work on regions at present. */
  public int active() {
    return active;
  }

  /**
   * Lets only so many threads work, from the next region on: to leave cores to other programs.
   *
   * @param threads 1 to {@link #threads()}
   */
  public void use(int threads) {
    if (threads < 1 || threads > threads()) {
      throw new IllegalArgumentException(threads + " of " + threads() + " threads");
    }
    active = threads;
  }

  /**
   * Runs {@code body} for 0 to {@code tasks - 1}, in any order and on any of the threads, and
   * returns when all are done. What a task throws is thrown here, once.
   */
  public void run(int tasks, Task body) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    if (tasks <= 0) {
      return;
    }
    if (tasks == 1 || workers.isEmpty()) {
      for (int task = 0; task < tasks; task++) {
        body.run(task, 0);
      }
      return;
    }
    turn.lock();
    try {
      Region region = new Region(tasks, body);
      current = region;
      workers.forEach(Worker::wake);
      region.work(0);
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

  /** Ends the workers. A region that runs is finished first. Idempotent. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
    } finally {
      turn.unlock();
    }
    for (Worker worker : workers) {
      LockSupport.unpark(worker.thread);
    }
    for (Worker worker : workers) {
      boolean interrupted = false;
      while (worker.thread.isAlive()) {
        try {
          worker.thread.join();
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
