package confidant.engine.memory;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches pages from disk before they are read, on a thread of its own: handing large reads to the
 * system blocks while the disk's queue is full. Pages that are there already cost two microseconds
 * per megabyte.
 */
final class ReadAhead implements AutoCloseable {
  /** Advised on at once, so that closing need not wait for more to be handed over. */
  private static final long STEP_BYTES = 16 << 20;

  /** Wishes that wait; older ones give way, since what they name has been read by then. */
  private static final int WAITING = 4;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("weights-read-ahead").factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());

  /** Has the pages of {@code ranges} fetched in order, soon; a wish, not a promise. */
  void fetch(List<MemorySegment> ranges) {
    thread.execute(() -> SystemCalls.find().ifPresent(calls -> fetch(calls, ranges)));
  }

  /** Tells the system that nothing around a page of {@code range} that is read will be read. */
  void expectScatteredReads(MemorySegment range) {
    thread.execute(
        () -> SystemCalls.find().ifPresent(calls -> calls.advise(range, SystemCalls.MADV_RANDOM)));
  }

  private static void fetch(SystemCalls calls, List<MemorySegment> ranges) {
    for (MemorySegment range : ranges) {
      for (long from = 0; from < range.byteSize(); from += STEP_BYTES) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        long bytes = Math.min(STEP_BYTES, range.byteSize() - from);
        calls.advise(range.asSlice(from, bytes), SystemCalls.MADV_WILLNEED);
      }
    }
  }

  /** Returns once no advice is being given, so that memory may be unmapped. */
  @Override
  public void close() {
    thread.shutdownNow();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
