package confidant.engine.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.chat.GenerationParams;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final int DRAWS = 20_000;

  /** Probabilities 0.5, 0.25, 0.125, 0.125. */
  private static final float[] LOGITS = {
    (float) Math.log(4), (float) Math.log(1), (float) Math.log(2), (float) Math.log(1)
  };

  private static double[] frequencies(GenerationParams params, float[] logits) {
    Sampler sampler = new Sampler(params);
    double[] counts = new double[logits.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[sampler.next(logits)] += 1.0 / DRAWS;
    }
    return counts;
  }

  private static Set<Integer> drawn(GenerationParams params) {
    double[] frequencies = frequencies(params, LOGITS);
    Set<Integer> ids = new TreeSet<>();
    for (int i = 0; i < frequencies.length; i++) {
      if (frequencies[i] > 0) {
        ids.add(i);
      }
    }
    return ids;
  }

  private static GenerationParams params(float temperature, int k, float p, float minP) {
    return new GenerationParams(1, temperature, k, p, minP, 42);
  }

  @Test
  void drawsInProportionToProbability() {
    double[] frequencies = frequencies(params(1, 0, 1, 0), LOGITS);
    double[] expected = {0.5, 0.125, 0.25, 0.125};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], frequencies[i], 0.015);
    }
  }

  @Test
  void temperatureSharpensTheDistribution() {
    double[] frequencies = frequencies(params(0.5f, 0, 1, 0), LOGITS);
    assertEquals(16.0 / 22, frequencies[0], 0.015);
    assertEquals(4.0 / 22, frequencies[2], 0.015);
  }

  @Test
  void zeroTemperatureTakesTheMostLikelyAndTheLowerOfEquals() {
    assertEquals(0, new Sampler(GenerationParams.greedy(1)).next(LOGITS));
    assertEquals(1, Sampler.argmax(new float[] {1, 3, 2, 3}));
    assertEquals(1, Sampler.argmax(new float[] {Float.NaN, -5, -6}));
  }

  @Test
  void topKKeepsThatMany() {
    assertEquals(Set.of(0, 2), drawn(params(1, 2, 1, 0)));
    assertEquals(Set.of(0, 1, 2), drawn(params(1, 3, 1, 0)));
    assertEquals(Set.of(0), drawn(params(1, 1, 1, 0)));
  }

  @Test
  void topPKeepsTheSmallestSetThatReachesTheMass() {
    assertEquals(Set.of(0), drawn(params(1, 0, 0.4f, 0)));
    assertEquals(Set.of(0, 2), drawn(params(1, 0, 0.7f, 0)));
    assertEquals(Set.of(0, 1, 2), drawn(params(1, 0, 0.8f, 0)));
  }

  @Test
  void minPDropsWhatIsFarFromTheMostLikely() {
    assertEquals(Set.of(0, 2), drawn(params(1, 0, 1, 0.3f)));
    assertEquals(Set.of(0, 1, 2, 3), drawn(params(1, 0, 1, 0.2f)));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    Sampler a = new Sampler(params(1, 0, 0.95f, 0));
    Sampler b = new Sampler(params(1, 0, 0.95f, 0));
    Sampler other = new Sampler(new GenerationParams(1, 1, 0, 0.95f, 0, 43));
    int differences = 0;
    for (int i = 0; i < 100; i++) {
      int drawn = a.next(LOGITS);
      assertEquals(drawn, b.next(LOGITS));
      differences += drawn == other.next(LOGITS) ? 0 : 1;
    }
    assertTrue(differences > 0);
  }

  @Test
  void survivesExtremeLogits() {
    float[] logits = {-1e30f, 1e30f, Float.NEGATIVE_INFINITY};
    assertEquals(1, new Sampler(params(1, 0, 0.9f, 0)).next(logits));
  }
}
