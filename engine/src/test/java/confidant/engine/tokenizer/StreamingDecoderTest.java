package confidant.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingDecoderTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void holdsAnUnfinishedCharacterBack() {
    StreamingDecoder decoder = new StreamingDecoder();
    assertEquals("a", decoder.append(HEX.parseHex("61f09f")));
    assertTrue(decoder.isPending());
    assertEquals("", decoder.append(HEX.parseHex("99")));
    assertEquals("🙂b", decoder.append(HEX.parseHex("8262")));
    assertFalse(decoder.isPending());
    assertEquals("", decoder.finish());
  }

  @Test
  void replacesACharacterThatIsNeverFinished() {
    StreamingDecoder decoder = new StreamingDecoder();
    assertEquals("", decoder.append(HEX.parseHex("e282")));
    assertEquals("\uFFFD", decoder.finish());
    assertFalse(decoder.isPending());
    assertEquals("a", decoder.append(HEX.parseHex("61")));
  }

  /** Counts as in Unicode 16, section 3.9, and as the WHATWG decoder gives them. */
  @ParameterizedTest
  @CsvSource({
    "80, 1",
    "ff, 1",
    "c080, 2",
    "e08080, 3",
    "eda080, 3",
    "eda0, 2",
    "ed9f, 1",
    "f08080, 3",
    "f49080, 3",
    "f48f, 1",
    "f09f98, 1",
    "c3c3, 2",
    "f4908080, 4",
    "e2e282, 2",
    "fc80, 2"
  })
  void replacesEachMaximalSubpart(String hex, int replacements) {
    StreamingDecoder decoder = new StreamingDecoder();
    String text = decoder.append(HEX.parseHex(hex)) + decoder.finish();
    assertEquals("\uFFFD".repeat(replacements), text);
  }

  @Test
  void givesTheSameTextHoweverTheBytesAreCut() {
    Random random = new Random(3);
    byte[] bytes = "aé中🙂\u07FF\u0800\uFFFF\uDBFF\uDFFF".getBytes(UTF_8);
    for (int round = 0; round < 200; round++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      StreamingDecoder whole = new StreamingDecoder();
      StreamingDecoder piecewise = new StreamingDecoder();
      StringBuilder text = new StringBuilder();
      for (byte b : damaged) {
        text.append(piecewise.append(new byte[] {b}));
      }
      assertEquals(whole.append(damaged) + whole.finish(), text + piecewise.finish());
    }
  }
}
