package confidant.app.cli;

import java.util.function.LongSupplier;

/**
 * Progress on stderr: one line that is written over again and again on a screen, a line now and
 * then elsewhere.
 */
final class ProgressLine {
  private static final long SCREEN_INTERVAL_NANOS = 100_000_000L;
  private static final long SPARSE_INTERVAL_NANOS = 5_000_000_000L;
  private static final String CLEAR_TO_END = "\033[K";

  private final Terminal terminal;
  private final LongSupplier nanoClock;
  private final long interval;
  private long lastShown;
  private boolean shownBefore;
  private boolean onScreen;

  ProgressLine(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  ProgressLine(Terminal terminal, LongSupplier nanoClock) {
    this.terminal = terminal;
    this.nanoClock = nanoClock;
    this.interval = terminal.rewritable() ? SCREEN_INTERVAL_NANOS : SPARSE_INTERVAL_NANOS;
  }

  /** Shows {@code text} unless the last one is too recent. */
  void show(String text) {
    long now = nanoClock.getAsLong();
    if (shownBefore && now - lastShown < interval) {
      return;
    }
    shownBefore = true;
    lastShown = now;
    if (terminal.rewritable()) {
      terminal.err().print("\r" + Printable.line(text) + CLEAR_TO_END);
      onScreen = true;
    } else {
      terminal.err().println(Printable.line(text));
    }
    terminal.err().flush();
  }

  /** The next text belongs to another job and is shown whatever the time. */
  void next() {
    shownBefore = false;
  }

  /** Removes the line from the screen before something else is written. */
  void clear() {
    if (onScreen) {
      terminal.err().print("\r" + CLEAR_TO_END);
      terminal.err().flush();
      onScreen = false;
    }
    shownBefore = false;
  }
}
