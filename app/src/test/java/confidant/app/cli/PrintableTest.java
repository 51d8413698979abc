package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintableTest {
  @TempDir private Path home;

  @Test
  void charactersThatMoveTheCursorOrTurnTheWritingAreShown() {
    assertEquals("a?[31mb??c?d", Printable.line("a\033[31mb\r\nc\u202Ed"));
  }

  @Test
  void otherScriptsAndSymbolsStay() {
    assertEquals("größe 文 👍", Printable.line("größe 文 👍"));
  }

  @Test
  void aFileNameCannotForgeASecondLine() {
    CommandRun run = CommandRun.of(home, "read", "no\n\033[2Jsuch.pdf");
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(-1, run.err().indexOf('\033'), run.err());
  }

  @Test
  void linesAndTabsOfATextStay() {
    assertEquals("a\n\tb?[31m?", Printable.text("a\n\tb\u001b[31m\r"));
  }
}
