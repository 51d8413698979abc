package confidant.ingest.ocr;

import confidant.ingest.extract.Deadline;
import java.time.Duration;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tesseract.CANCEL_FUNC;
import org.jspecify.annotations.Nullable;

/**
 * Is asked by Tesseract before each word whether to stop, and passes a sign of life on now and
 * then.
 */
final class Pulse extends CANCEL_FUNC {

  private static final long NANOS_BETWEEN = Duration.ofSeconds(2).toNanos();

  private Deadline deadline = Deadline.in(Duration.ZERO);
  private Runnable alive = () -> {};
  private long last;
  private boolean stopped;

  /** Prepares for the next picture. */
  void start(Deadline end, Runnable listener) {
    deadline = end;
    alive = listener;
    last = System.nanoTime();
    stopped = false;
  }

  /** Whether the time was over before the picture was. */
  boolean stopped() {
    return stopped;
  }

  @Override
  public boolean call(@Nullable Pointer unused, int words) {
    if (System.nanoTime() - last > NANOS_BETWEEN) {
      last = System.nanoTime();
      alive.run();
    }
    stopped |= deadline.isOver();
    return stopped;
  }
}
