package confidant.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
  @TempDir private Path folder;

  @Test
  void keepsThePlaceButNotTheMessageWhichMayQuoteAPaper() throws IOException {
    RuntimeException failure =
        new IllegalStateException("salary 4,200", new IOException("/home/alex/payslip.pdf"));
    Path log = log().record(failure).orElseThrow();
    String text = Files.readString(log);
    assertTrue(text.contains("java.lang.IllegalStateException"), text);
    assertTrue(text.contains("FailureLogTest.java"), text);
    assertTrue(text.contains("java.io.IOException"), text);
    assertFalse(text.contains("salary"), text);
    assertFalse(text.contains("payslip"), text);
  }

  @Test
  void theSameFailureHasTheSameCodeWhateverItsMessage() {
    assertEquals(FailureLog.code(fail("one")), FailureLog.code(fail("two")));
    assertNotEquals(
        FailureLog.code(fail("one")), FailureLog.code(new IllegalArgumentException("one")));
  }

  @Test
  void theSentenceNamesCodeAndLog() {
    RuntimeException failure = fail("x");
    String sentence = log().sentence(failure);
    assertTrue(sentence.contains(FailureLog.code(failure)), sentence);
    assertTrue(sentence.contains(folder.resolve("failures.log").toString()), sentence);
  }

  @Test
  void anUnwritableLogIsNoFurtherFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    FailureLog log = new FailureLog(new AppDirs(folder, folder, file));
    assertTrue(log.sentence(fail("x")).endsWith(")."));
  }

  private FailureLog log() {
    return new FailureLog(new AppDirs(folder, folder, folder));
  }

  private static RuntimeException fail(String message) {
    return new IllegalStateException(message);
  }
}
