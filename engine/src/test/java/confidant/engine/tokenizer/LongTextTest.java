package confidant.engine.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text so long that an algorithm of quadratic time or recursion would not get through it. */
class LongTextTest {
  private static final int REPEATS = 300_000;
  private static final Tokenizer TOKENIZER = Tokenizers.o200kHarmony();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "A", "é", " ", "\n", "\t", "\u00A0", "中", "🙂", "1", "=", "/", "<", "\u0301", "'s",
        "aA", "ab", " \n", "\r\n", " a", "<|", "\u00AD"
      })
  void encodesRuns(String unit) {
    String text = unit.repeat(REPEATS);
    int[] ids = TOKENIZER.encodeWithSpecials(text);
    assertTrue(ids.length <= 2 * text.length());
    assertEquals(text, TOKENIZER.decode(ids));
  }
}
