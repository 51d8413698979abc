package confidant.engine.session;

import confidant.engine.cache.KvCache;
import confidant.engine.loading.Checkpoint;
import confidant.engine.model.LayerGate;
import confidant.engine.model.Transformer;
import confidant.engine.model.Workspace;
import confidant.engine.threads.WorkerPool;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A checkpoint with what runs it. Forward passes of its sessions and closing exclude each other, so
 * that no thread ever reads memory that is no longer mapped: closing stops passes at their next
 * layer and waits for them.
 */
public final class OpenModel implements AutoCloseable {
  private final Checkpoint checkpoint;
  private final Transformer transformer;
  private final WorkerPool pool;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean closed;

  public OpenModel(Checkpoint checkpoint, Transformer transformer, WorkerPool pool) {
    this.checkpoint = checkpoint;
    this.transformer = transformer;
    this.pool = pool;
  }

  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** An empty cache for {@code capacity} positions. */
  KvCache newCache(int capacity) {
    checkOpen();
    return transformer.newCache(capacity);
  }

  Workspace newWorkspace() {
    return new Workspace(transformer.config());
  }

  int vocabularySize() {
    return transformer.config().vocabularySize();
  }

  /** See {@link Transformer#forward(int[], int, KvCache, Workspace, LayerGate)}. */
  Optional<float[][]> forward(
      int[] tokens, int outputs, KvCache cache, Workspace workspace, LayerGate gate) {
    lock.readLock().lock();
    try {
      checkOpen();
      Optional<float[][]> logits =
          transformer.forward(
              tokens,
              outputs,
              cache,
              workspace,
              (layer, layers) -> !closed && gate.proceed(layer, layers));
      checkOpen();
      return logits;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Fails if the model is closed.
   *
   * @throws IllegalStateException if the model is closed
   */
  public void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  /** Idempotent. */
  @Override
  public void close() {
    closed = true;
    lock.writeLock().lock();
    try {
      if (checkpoint.arena().scope().isAlive()) {
        pool.close();
        checkpoint.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
