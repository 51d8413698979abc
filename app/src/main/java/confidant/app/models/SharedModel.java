package confidant.app.models;

import confidant.engine.Engine;
import confidant.engine.api.ModelInfo;

/**
 * An open model with a count of its users; the last one to leave closes it, so that a swap never
 * pulls the weights from under an answer. Thread-safe.
 */
public final class SharedModel {
  private final Engine engine;
  private int users = 1;

  /** Takes {@code engine} over, with one user: the caller. */
  SharedModel(Engine engine) {
    this.engine = engine;
  }

  public Engine engine() {
    return engine;
  }

  public ModelInfo info() {
    return engine.info();
  }

  /**
   * One user more.
   *
   * @return false if the model is closed already
   */
  synchronized boolean tryRetain() {
    if (users == 0) {
      return false;
    }
    users++;
    return true;
  }

  /** One user less. */
  public synchronized void release() {
    if (users == 0) {
      throw new IllegalStateException("released more often than retained");
    }
    if (--users == 0) {
      engine.close();
    }
  }
}
