package confidant.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes events on any thread and hands over all that came meanwhile, in order, in one call on the
 * executor: what a view model puts between a port and itself.
 */
public final class Batches<E> implements Consumer<E> {
  private final Executor executor;
  private final Consumer<List<E>> receiver;
  private List<E> collected = new ArrayList<>();

  public Batches(Executor executor, Consumer<List<E>> receiver) {
    this.executor = executor;
    this.receiver = receiver;
  }

  @Override
  public void accept(E event) {
    boolean first;
    synchronized (this) {
      first = collected.isEmpty();
      collected.add(event);
    }
    if (first) {
      executor.execute(this::deliver);
    }
  }

  private void deliver() {
    List<E> batch;
    synchronized (this) {
      batch = collected;
      collected = new ArrayList<>();
    }
    receiver.accept(batch);
  }
}
