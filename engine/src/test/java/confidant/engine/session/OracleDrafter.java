package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.speculation.Drafter;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Knows what will be drawn, and says so in so many of a hundred cases. */
final class OracleDrafter implements Drafter {
  private final int[] text;
  private final int hitsPerHundred;
  private final SplittableRandom random;
  private int drawn;

  /**
   * @param text the tokens that will be drawn; after them comes token 0 for ever
   */
  OracleDrafter(int[] text, int hitsPerHundred, long seed) {
    this.text = text;
    this.hitsPerHundred = hitsPerHundred;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void begin(int[] tokens) {
    drawn = 0;
  }

  @Override
  public void append(int token) {
    assertEquals(text[drawn++], token);
  }

  @Override
  public int[] draft(int most) {
    return IntStream.range(drawn, drawn + Math.min(most, MOST_PASS_TOKENS - 1))
        .map(i -> i < text.length ? text[i] : 0)
        .map(right -> random.nextInt(100) < hitsPerHundred ? right : right ^ 1)
        .toArray();
  }

  @Override
  public void verified(int drafted, int accepted, long nanos) {
    assertTrue(accepted <= drafted && drafted < MOST_PASS_TOKENS && nanos > 0);
  }
}
