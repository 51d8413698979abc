package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();

  @Test
  void onAScreenTheLineIsWrittenOver() {
    ProgressLine line = line(true);
    line.show("1 of 3");
    now.addAndGet(SECOND);
    line.show("2 of 3");
    line.clear();
    line.clear();
    assertEquals("\r1 of 3\033[K\r2 of 3\033[K\r\033[K", text());
  }

  @Test
  void elsewhereItIsALineNowAndThen() {
    ProgressLine line = line(false);
    for (int done = 0; done < 11; done++) {
      line.show(done + " of 10");
      now.addAndGet(SECOND);
    }
    line.clear();
    assertEquals("0 of 10\n5 of 10\n10 of 10\n", text());
  }

  @Test
  void anotherJobIsShownAtOnce() {
    ProgressLine line = line(false);
    line.show("reading");
    line.next();
    line.show("thinking");
    assertEquals("reading\nthinking\n", text());
  }

  private ProgressLine line(boolean screen) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ProgressLine(
        Terminal.of(InputStream.nullInputStream(), stream, stream, StandardCharsets.UTF_8, screen),
        now::get);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
