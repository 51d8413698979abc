package confidant.ui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.common.Texts;
import confidant.ui.fake.FakeAboutPort;
import confidant.ui.fake.ManualFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorDetailsTest {
  private final ManualFrames frames = new ManualFrames();
  private final ErrorDetails details =
      new ErrorDetails(new FakeAboutPort(), new Texts(Locale.ENGLISH), frames);

  @Test
  void tellTheCodeAndWhatTheProgramRunsOnAndNothingElse() {
    List<String> received = new ArrayList<>();
    details.collect("E-MODEL-DAMAGED", received::add);
    frames.next();
    List<String> lines = received.getFirst().lines().toList();
    assertEquals("Error code: E-MODEL-DAMAGED", lines.getFirst());
    assertTrue(lines.contains("Version: 0.1.0"), lines::toString);
    assertTrue(lines.get(1).startsWith("System: "), lines::toString);
    assertEquals(8, lines.size(), "a code, the system and six facts");
  }
}
