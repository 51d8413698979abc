package confidant.ui.fake;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Runs what is waiting when the test says that a frame begins. */
public final class ManualFrames implements Executor {
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** One frame; returns how many tasks ran in it. */
  public int next() {
    int count = waiting.size();
    for (int i = 0; i < count; i++) {
      waiting.remove().run();
    }
    return count;
  }
}
