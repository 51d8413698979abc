package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.cache.KvCache;
import confidant.engine.loading.Checkpoint;
import confidant.engine.model.Fingerprint;
import confidant.engine.model.LayerGate;
import confidant.engine.model.Transformer;
import confidant.engine.model.Workspace;
import confidant.engine.threads.WorkerPool;
import confidant.engine.tokenizer.Tokenizer;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * A checkpoint with what runs it. Forward passes of its sessions and closing exclude each other, so
 * that no thread ever reads memory that is no longer mapped: closing stops passes at their next
 * layer and waits for them.
 */
public final class OpenModel implements AutoCloseable {
  private final Checkpoint checkpoint;
  private final Transformer transformer;
  private final Readiness readiness;
  private final WorkerPool pool;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Set<KvCache> caches =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private volatile boolean closed;

  /** Waits until passes can run. */
  @FunctionalInterface
  public interface Readiness {
    /**
     * Returns at once if they can.
     *
     * @param goOn asked all the while, by the calling thread
     * @return whether they can run; false if {@code goOn} said no
     */
    boolean await(BooleanSupplier goOn);
  }

  /**
   * Takes over what it is given and closes it.
   *
   * @param readiness asked before each pass
   */
  public OpenModel(
      Checkpoint checkpoint, Transformer transformer, Readiness readiness, WorkerPool pool) {
    this.checkpoint = checkpoint;
    this.transformer = transformer;
    this.readiness = readiness;
    this.pool = pool;
  }

  public ModelInfo info() {
    return checkpoint.info();
  }

  /** For sentences about it. */
  String name() {
    return checkpoint.info().name();
  }

  /**
   * The checkpoint's vocabulary; built at the first call.
   *
   * @throws EngineException if it is missing, damaged or of another kind
   */
  public Tokenizer tokenizer() throws EngineException {
    return whileOpen(checkpoint::tokenizer);
  }

  /**
   * Tells the model from others; see {@link Fingerprint}.
   *
   * @throws EngineException if its file can no longer be read
   */
  byte[] fingerprint() throws EngineException {
    return whileOpen(() -> Fingerprint.of(checkpoint.config(), checkpoint.weights()));
  }

  /** See {@link Transformer#newCache}. */
  KvCache newCache(int capacity) {
    checkOpen();
    KvCache cache = transformer.newCache(capacity);
    caches.add(cache);
    return cache;
  }

  /** What is in memory of the weights and of the process. */
  public MemoryReport memory() {
    lock.readLock().lock();
    try {
      checkOpen();
      return checkpoint.memory().report(cacheBytes());
    } finally {
      lock.readLock().unlock();
      if (closed) {
        releaseUnlessReading();
      }
    }
  }

  private long cacheBytes() {
    synchronized (caches) {
      return caches.stream().mapToLong(KvCache::bytes).sum();
    }
  }

  Workspace newWorkspace() {
    return transformer.newWorkspace();
  }

  int vocabularySize() {
    return transformer.config().vocabularySize();
  }

  /** See {@link Transformer#forward(int[], int, KvCache, Workspace, LayerGate)}. */
  Optional<float[][]> forward(
      int[] tokens, int outputs, KvCache cache, Workspace workspace, LayerGate gate)
      throws EngineException {
    LayerGate untilClosed = (layer, layers) -> !closed && gate.proceed(layer, layers);
    return whileOpen(
        () -> {
          Optional<float[][]> logits = Optional.empty();
          if (readiness.await(() -> untilClosed.proceed(0, checkpoint.config().layers()))) {
            logits = transformer.forward(tokens, outputs, cache, workspace, untilClosed);
          }
          checkOpen();
          return logits;
        });
  }

  /** Something that reads the mapped memory. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws EngineException;
  }

  private <T> T whileOpen(Reading<T> reading) throws EngineException {
    lock.readLock().lock();
    try {
      checkOpen();
      return reading.read();
    } catch (InternalError e) {
      // What Java makes of a page of a mapped file that cannot be read.
      throw new EngineException.Failed(
          "The file of "
              + name()
              + " can no longer be read: it was changed or its disk is gone; open the model again.",
          e);
    } finally {
      lock.readLock().unlock();
      if (closed) {
        releaseUnlessReading();
      }
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

  /** Idempotent. Called from within a pass, it takes effect when the pass has ended. */
  @Override
  public void close() {
    closed = true;
    releaseUnlessReading();
  }

  private void releaseUnlessReading() {
    if (lock.getReadHoldCount() > 0) {
      return;
    }
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
