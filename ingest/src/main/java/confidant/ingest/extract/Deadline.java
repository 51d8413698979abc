package confidant.ingest.extract;

import java.time.Duration;

/** A point in time after which work on a file stops. */
public final class Deadline {

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** Milliseconds that are left, at least 0. */
  public int millisLeft() {
    long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
    return Math.clamp(left, 0, Integer.MAX_VALUE);
  }

  /**
   * Goes on while there is time.
   *
   * @throws LimitExceededException if there is none left
   */
  public void check() {
    if (System.nanoTime() - endNanos > 0) {
      throw new LimitExceededException("out of time");
    }
  }
}
