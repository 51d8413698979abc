package confidant.ui.common;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Runs tasks on the JavaFX thread, in order, together at the beginning of a frame. A stream of
 * tokens thus costs one update a frame however fast it comes, and an idle window gets no frames.
 */
public final class FxExecutor implements Executor {
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (awake.compareAndSet(false, true)) {
      Platform.runLater(() -> new Frames().start());
    }
  }

  /** Drains the queue once a frame and ends itself with the first frame that finds it empty. */
  private final class Frames extends AnimationTimer {

    @Override
    public void handle(long now) {
      if (waiting.isEmpty()) {
        fallAsleep();
        return;
      }
      // Tasks added by tasks wait for the next frame, so that they cannot hold this one up.
      for (int left = waiting.size(); left > 0; left--) {
        Runnable task = waiting.poll();
        if (task != null) {
          task.run();
        }
      }
    }

    private void fallAsleep() {
      awake.set(false);
      boolean missed = !waiting.isEmpty() && awake.compareAndSet(false, true);
      if (!missed) {
        stop();
      }
    }
  }
}
