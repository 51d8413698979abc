package confidant.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Drains what a process says on stderr and keeps its last line, the likely reason for its end. */
final class LastLine {
  private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(2);
  private final Thread reader;
  private volatile String last = "";

  private LastLine(BufferedReader lines, String threadName) {
    reader = Thread.ofPlatform().name(threadName).daemon(true).start(() -> drain(lines));
  }

  static LastLine of(BufferedReader lines, String threadName) {
    return new LastLine(lines, threadName);
  }

  private void drain(BufferedReader lines) {
    try (lines) {
      lines.lines().filter(line -> !line.isBlank()).forEach(line -> last = line.strip());
    } catch (IOException | UncheckedIOException e) {
      // The process was ended while it spoke; what it said before stands.
      return;
    }
  }

  /** The last line when the process has ended; empty if it said nothing. */
  String text() {
    try {
      reader.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return last;
  }
}
