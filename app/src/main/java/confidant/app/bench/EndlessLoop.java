package confidant.app.bench;

/** A thread that keeps one core busy until it is closed. */
final class EndlessLoop implements AutoCloseable {
  private final Thread thread;
  private volatile boolean stopped;

  private EndlessLoop() {
    thread = Thread.ofPlatform().name("bench-endless-loop").daemon(true).start(this::spin);
  }

  static EndlessLoop start() {
    return new EndlessLoop();
  }

  private void spin() {
    while (!stopped) {
      Thread.onSpinWait();
    }
  }

  /**
   * Fails unless the loop still runs.
   *
   * @throws IllegalStateException if it ended
   */
  void checkRunning() {
    if (!thread.isAlive()) {
      throw new IllegalStateException("the endless loop ended");
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
