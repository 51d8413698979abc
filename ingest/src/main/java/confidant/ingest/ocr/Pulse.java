package confidant.ingest.ocr;

import java.time.Duration;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tesseract.CANCEL_FUNC;
import org.jspecify.annotations.Nullable;

/** Is called by Tesseract after each word, and passes a sign of life on now and then. */
final class Pulse extends CANCEL_FUNC {

  private static final long NANOS_BETWEEN = Duration.ofSeconds(2).toNanos();

  private Runnable alive = () -> {};
  private long last = System.nanoTime();

  /** Passes signs on to {@code listener} from now on. */
  void to(Runnable listener) {
    alive = listener;
    last = System.nanoTime();
  }

  /** Never asks Tesseract to stop: it looks at the clock itself. */
  @Override
  public boolean call(@Nullable Pointer unused, int words) {
    if (System.nanoTime() - last > NANOS_BETWEEN) {
      last = System.nanoTime();
      alive.run();
    }
    return false;
  }
}
