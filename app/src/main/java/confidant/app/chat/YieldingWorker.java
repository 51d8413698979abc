package confidant.app.chat;

import confidant.engine.chat.Cancellation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread on which things are done one after the other, and beside them one thing that can wait:
 * it runs while there is nothing else to do, and makes room as soon as there is. Thread-safe; no
 * call blocks.
 */
public final class YieldingWorker implements AutoCloseable {
  private final ExecutorService thread;
  private @Nullable Background background;

  /**
   * @param name of the thread
   */
  public YieldingWorker(String name) {
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** A run of the thing that can wait. */
  private record Background(Consumer<Cancellation> task, Cancellation cancellation) {}

  /** Runs {@code task} after those before it, and ends what runs in the background for good. */
  public synchronized void execute(Runnable task) {
    pause();
    background = null;
    run(task);
  }

  /** As {@link #execute}, but what runs in the background begins again after it. */
  public synchronized void interject(Runnable task) {
    pause();
    run(task);
    Background paused = background;
    if (paused != null) {
      inBackground(paused.task());
    }
  }

  /**
   * Runs {@code task} when nothing else is to be done, in place of the one before. It must end soon
   * after the flag that it is given is raised.
   */
  public synchronized void inBackground(Consumer<Cancellation> task) {
    pause();
    Background next = new Background(task, new Cancellation());
    background = next;
    run(
        () -> {
          if (!next.cancellation().isCancelled()) {
            task.accept(next.cancellation());
          }
        });
  }

  /** Has what runs in the background make room until the next {@link #interject}. */
  public synchronized void pause() {
    if (background != null) {
      background.cancellation().cancel();
    }
  }

  /** Whoever comes after the end is too late. */
  private void run(Runnable task) {
    if (!thread.isShutdown()) {
      thread.execute(task);
    }
  }

  /** Ends what runs in the background; all else is still done, and nothing more is taken. */
  @Override
  public synchronized void close() {
    pause();
    thread.shutdown();
  }
}
