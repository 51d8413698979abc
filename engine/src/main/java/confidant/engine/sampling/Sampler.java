package confidant.engine.sampling;

import confidant.engine.chat.GenerationParams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws the next token: temperature, then top-k, min-p and top-p (in this order, each on what the
 * one before it left), then a draw in proportion to probability. Temperature 0 takes the most
 * likely token; ties go to the lower id. One per generation; seeded, so the same logits draw the
 * same tokens.
 */
public final class Sampler {
  private final GenerationParams params;
  private final RandomGenerator random;

  public Sampler(GenerationParams params) {
    this.params = params;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(params.seed());
  }

  /**
   * Draws one token.
   *
   * @param logits [vocabulary]; not changed
   * @return the id drawn
   */
  public int next(float[] logits) {
    if (params.temperature() == 0 || params.topK() == 1) {
      return argmax(logits);
    }
    Candidates candidates = Candidates.of(logits, params.temperature());
    if (params.topK() > 0) {
      candidates.keepTopK(params.topK());
    }
    if (params.minP() > 0) {
      candidates.keepMinP(params.minP());
    }
    if (params.topP() < 1) {
      candidates.keepTopP(params.topP());
    }
    return candidates.draw(random.nextDouble());
  }

  /** The most likely id; the lower one of equals. NaN never wins. */
  public static int argmax(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best] || Float.isNaN(logits[best])) {
        best = i;
      }
    }
    return best;
  }

  /** Tokens that may still be drawn, with probabilities relative to the most likely one. */
  private static final class Candidates {
    /**
     * Tokens less likely than this share of the most likely one are never drawn: all 200,000 of
     * them together come to less than one draw in a million.
     */
    private static final double NEGLIGIBLE = 1e-12;

    private int[] ids;
    private double[] weights;
    private int count;

    private Candidates(int[] ids, double[] weights, int count) {
      this.ids = ids;
      this.weights = weights;
      this.count = count;
    }

    static Candidates of(float[] logits, float temperature) {
      float max = logits[argmax(logits)];
      int[] ids = new int[logits.length];
      double[] weights = new double[logits.length];
      int count = 0;
      for (int i = 0; i < logits.length; i++) {
        double weight = Math.exp((logits[i] - (double) max) / temperature);
        if (weight > NEGLIGIBLE) {
          ids[count] = i;
          weights[count] = weight;
          count++;
        }
      }
      return new Candidates(ids, weights, count);
    }

    void keepTopK(int k) {
      if (k < count) {
        sort();
        count = k;
      }
    }

    void keepMinP(float share) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (weights[i] >= share) {
          ids[kept] = ids[i];
          weights[kept] = weights[i];
          kept++;
        }
      }
      count = kept;
    }

    void keepTopP(float mass) {
      sort();
      double wanted = mass * total();
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += weights[i];
        if (sum >= wanted) {
          count = i + 1;
          return;
        }
      }
    }

    int draw(double uniform) {
      double left = uniform * total();
      for (int i = 0; i < count - 1; i++) {
        left -= weights[i];
        if (left < 0) {
          return ids[i];
        }
      }
      return ids[count - 1];
    }

    private double total() {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += weights[i];
      }
      return sum;
    }

    /** Most likely first, the lower id first among equals. */
    private void sort() {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          (a, b) -> {
            int byWeight = Double.compare(weights[b], weights[a]);
            return byWeight != 0 ? byWeight : Integer.compare(ids[a], ids[b]);
          });
      int[] sortedIds = new int[count];
      double[] sortedWeights = new double[count];
      for (int i = 0; i < count; i++) {
        sortedIds[i] = ids[order[i]];
        sortedWeights[i] = weights[order[i]];
      }
      ids = sortedIds;
      weights = sortedWeights;
    }
  }
}
