package confidant.app.chat;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Estimates how long a job still takes from how long its first part took. */
public final class RemainingTime {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Before this, an estimate would jump about. */
  private static final double MIN_SECONDS = 0.5;

  private final LongSupplier nanoClock;
  private long start;
  private long startDone = -1;

  /** Measures with the system's clock. */
  public RemainingTime() {
    this(System::nanoTime);
  }

  RemainingTime(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Seconds left when {@code done} of {@code total} is done; empty while there is no telling. */
  public OptionalDouble secondsLeft(long done, long total) {
    long now = nanoClock.getAsLong();
    if (startDone < 0 || done < startDone) {
      start = now;
      startDone = done;
      return OptionalDouble.empty();
    }
    double elapsed = (now - start) / NANOS_PER_SECOND;
    long progressed = done - startDone;
    if (progressed == 0 || elapsed < MIN_SECONDS) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(elapsed / progressed * (total - done));
  }
}
