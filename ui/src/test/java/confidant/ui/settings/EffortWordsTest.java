package confidant.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.common.Texts;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import confidant.ui.port.Outlook.Beginning;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortWordsTest {
  private final EffortWords words = new EffortWords(new Texts(Locale.ENGLISH));

  private static Outlook outlook(double seconds) {
    return new Outlook(1, 0, 0, 0, true, new Beginning(0, 0, false), Map.of(Effort.LOW, seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, about 5 s",
    "4.2, about 5 s",
    "13, about 15 s",
    "29.9, about 30 s",
    "44, about 40 s",
    "89.9, about 90 s",
    "90, about 2 min",
    "200, about 3 min",
    "36000, about 600 min"
  })
  void noMoreExactlyThanIsKnown(double seconds, String expected) {
    assertEquals(expected, words.duration(Effort.LOW, outlook(seconds)));
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertEquals("–", words.duration(Effort.HIGH, outlook(3)));
    assertEquals("High: –", words.both(Effort.HIGH, outlook(3)));
    assertEquals("Low: about 5 s", words.both(Effort.LOW, outlook(3)));
  }
}
