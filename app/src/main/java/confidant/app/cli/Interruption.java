package confidant.app.cli;

import confidant.engine.chat.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: raises a flag that the engine looks at, then gives the command a moment to tidy up. The
 * Java runtime itself ends with code 130.
 */
public final class Interruption {
  private static final long TIDY_UP_SECONDS = 2;
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);

  /** From now on reacts to the end of the process. */
  public void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
  }

  /** To be called when the command has ended, in whatever way. */
  public void finished() {
    finished.countDown();
  }

  Cancellation cancellation() {
    return cancellation;
  }

  boolean isInterrupted() {
    return cancellation.isCancelled();
  }

  private void interrupt() {
    cancellation.cancel();
    try {
      boolean tidy = finished.await(TIDY_UP_SECONDS, TimeUnit.SECONDS);
      if (!tidy) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
