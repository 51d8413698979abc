package confidant.ingest.extract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A point in time after which work on a file stops. */
public final class Deadline {

  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, Duration duration) {
    this.nanos = nanos;
    this.end = nanos.getAsLong() + duration.toNanos();
  }

  /** One by the clock on the wall. */
  public static Deadline in(Duration duration) {
    return new Deadline(System::nanoTime, duration);
  }

  /**
   * One by the time that this thread computes, so that a busy machine does not shorten it. To be
   * asked from this thread only.
   */
  public static Deadline ofWork(Duration duration) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
        ? new Deadline(threads::getCurrentThreadCpuTime, duration)
        : in(duration);
  }

  public boolean isOver() {
    return nanos.getAsLong() - end > 0;
  }

  /**
   * Goes on while there is time.
   *
   * @throws LimitExceededException if there is none left
   */
  public void check() {
    if (isOver()) {
      throw new LimitExceededException("out of time");
    }
  }
}
