package confidant.engine.model;

import confidant.engine.threads.WorkerPool;

/** How one forward pass runs its regions: on the pool, and only for as long as its gate lets it. */
final class Pass {
  private final WorkerPool pool;
  private final LayerGate gate;
  private final int layers;
  private int layer;
  private volatile boolean stopped;

  /** Ends a pass whose gate said no. Without a stack trace, since nothing went wrong. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  Pass(WorkerPool pool, LayerGate gate, int layers) {
    this.pool = pool;
    this.gate = gate;
    this.layers = layers;
  }

  /** Threads that may work on a region. */
  int threads() {
    return pool.active();
  }

  /**
   * Asks whether to go on.
   *
   * @param done layers done
   * @throws Stopped if not
   */
  void startLayer(int done) {
    layer = done;
    if (!gate.proceed(done, layers)) {
      throw new Stopped();
    }
  }

  /**
   * Runs a region; see {@link WorkerPool#run}. The gate is asked on the calling thread before each
   * of its tasks, as a region over thousands of tokens takes seconds.
   *
   * @throws Stopped if the gate said no; tasks may then be missing
   */
  void run(int tasks, WorkerPool.Task body) {
    pool.run(
        tasks,
        (task, worker) -> {
          if (worker == 0 && !stopped && !gate.proceed(layer, layers)) {
            stopped = true;
          }
          if (!stopped) {
            body.run(task, worker);
          }
        });
    if (stopped) {
      throw new Stopped();
    }
  }
}
