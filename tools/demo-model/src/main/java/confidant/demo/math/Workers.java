package confidant.demo.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that compute parts of one thing, each with matrix products of its own. */
public final class Workers implements AutoCloseable {
  private final List<Gemm> gemms = new ArrayList<>();
  private final ExecutorService pool;

  /**
   * Starts threads.
   *
   * @param count with the caller's own
   */
  public Workers(int count) {
    for (int i = 0; i < count; i++) {
      gemms.add(new Gemm());
    }
    AtomicInteger number = new AtomicInteger();
    pool =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1),
            task -> {
              Thread thread = new Thread(task, "training-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many parts are computed at a time. */
  public int count() {
    return gemms.size();
  }

  /** One of many things to do. */
  @FunctionalInterface
  public interface Task {
    /** Does it. */
    void run(int index, Gemm gemm);
  }

  /** A range of things to do. */
  @FunctionalInterface
  public interface RangeTask {
    /** Does those from {@code from} to below {@code to}. */
    void run(int from, int to, Gemm gemm);
  }

  /** Runs tasks 0 to below {@code tasks}, each when a thread is free. */
  public void each(int tasks, Task task) {
    AtomicInteger next = new AtomicInteger();
    together(
        worker -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.run(i, gemms.get(worker));
          }
        });
  }

  /** Cuts a range into as many pieces as there are threads, at multiples of four. */
  public void split(int size, RangeTask task) {
    int piece = (size + count() - 1) / count();
    int rounded = (piece + Tile.ROWS - 1) / Tile.ROWS * Tile.ROWS;
    together(
        worker -> {
          int from = Math.min(size, worker * rounded);
          int to = Math.min(size, from + rounded);
          if (from < to) {
            task.run(from, to, gemms.get(worker));
          }
        });
  }

  @FunctionalInterface
  private interface Part {
    void run(int worker);
  }

  private void together(Part part) {
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < count(); worker++) {
      int number = worker;
      others.add(pool.submit(() -> part.run(number)));
    }
    part.run(0);
    for (Future<?> other : others) {
      try {
        other.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while computing", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a part of a computation failed", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
