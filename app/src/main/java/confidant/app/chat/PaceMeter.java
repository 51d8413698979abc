package confidant.app.chat;

import confidant.engine.chat.TokenEvent;
import java.util.function.LongSupplier;

/**
 * Measures how fast a prompt is read, by what is reported of it. The first report does not count:
 * the first pass of a model waits until its kernels are ready.
 */
final class PaceMeter {
  /** Fewer say little: small batches are read more slowly. */
  private static final int LEAST_TOKENS = 32;

  private final Pace pace;
  private final LongSupplier nanoClock;
  private int firstDone;
  private int lastDone;
  private long first;
  private long last;

  PaceMeter(Pace pace, LongSupplier nanoClock) {
    this.pace = pace;
    this.nanoClock = nanoClock;
  }

  /** So much of a prompt is read. */
  void read(TokenEvent.Prefill progress) {
    int done = progress.done();
    if (done < lastDone) {
      endReading();
    }
    if (done > 0) {
      last = nanoClock.getAsLong();
      lastDone = done;
      if (firstDone == 0) {
        firstDone = done;
        first = last;
      }
    }
  }

  /** The prompt is read, or nothing more will be. */
  void endReading() {
    if (lastDone - firstDone >= LEAST_TOKENS) {
      pace.read(lastDone - firstDone, last - first);
    }
    firstDone = 0;
    lastDone = 0;
  }
}
