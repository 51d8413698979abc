package confidant.demo.net;

import java.util.Arrays;

/**
 * Which experts the tokens of a batch go to, and the order in which experts take them: all tokens
 * of the first expert, then those of the second, and so on.
 */
final class Routing {
  private final Shape shape;
  final float[] logits; // [tokens, experts]
  final float[] weights; // [tokens, chosen]
  final int[] experts; // [tokens, chosen]
  final int[] places; // [tokens, chosen]: where in the order
  final int[] tokens; // [tokens * chosen]: whose turn it is
  final int[] starts; // [experts + 1]

  Routing(Shape shape, int capacity) {
    this.shape = shape;
    logits = new float[capacity * shape.experts()];
    weights = new float[capacity * shape.chosen()];
    experts = new int[capacity * shape.chosen()];
    places = new int[capacity * shape.chosen()];
    tokens = new int[capacity * shape.chosen()];
    starts = new int[shape.experts() + 1];
  }

  /** Chooses by the logits, for the first {@code count} tokens. */
  void choose(int count) {
    for (int token = 0; token < count; token++) {
      pick(token);
      weigh(token);
    }
    order(count);
  }

  /** The highest logits, best first. */
  private void pick(int token) {
    int at = token * shape.experts();
    int to = token * shape.chosen();
    for (int k = 0; k < shape.chosen(); k++) {
      int best = -1;
      for (int expert = 0; expert < shape.experts(); expert++) {
        if (!taken(to, k, expert) && (best < 0 || logits[at + expert] > logits[at + best])) {
          best = expert;
        }
      }
      experts[to + k] = best;
    }
  }

  private boolean taken(int to, int count, int expert) {
    for (int k = 0; k < count; k++) {
      if (experts[to + k] == expert) {
        return true;
      }
    }
    return false;
  }

  /** Softmax over those chosen. */
  private void weigh(int token) {
    int at = token * shape.experts();
    int to = token * shape.chosen();
    float largest = logits[at + experts[to]];
    float sum = 0;
    for (int k = 0; k < shape.chosen(); k++) {
      weights[to + k] = (float) Math.exp(logits[at + experts[to + k]] - largest);
      sum += weights[to + k];
    }
    for (int k = 0; k < shape.chosen(); k++) {
      weights[to + k] /= sum;
    }
  }

  private void order(int count) {
    Arrays.fill(starts, 0);
    for (int i = 0; i < count * shape.chosen(); i++) {
      starts[experts[i] + 1]++;
    }
    for (int expert = 0; expert < shape.experts(); expert++) {
      starts[expert + 1] += starts[expert];
    }
    int[] next = Arrays.copyOf(starts, shape.experts());
    for (int i = 0; i < count * shape.chosen(); i++) {
      places[i] = next[experts[i]]++;
      tokens[places[i]] = i / shape.chosen();
    }
  }

  /**
   * Gradients of the logits from those of the weights, with the pull towards even use of all
   * experts (Fedus and others: Switch Transformers, 2022, section 2.2).
   *
   * @param weightGradients [tokens, chosen]
   * @param pull how much evenness counts
   * @param gradients [tokens, experts], all overwritten
   */
  void backward(int count, float[] weightGradients, float pull, float[] gradients) {
    float[] shares = new float[shape.experts()];
    for (int expert = 0; expert < shape.experts(); expert++) {
      shares[expert] = (float) (starts[expert + 1] - starts[expert]) / (count * shape.chosen());
    }
    float[] all = new float[shape.experts()];
    float strength = pull * shape.experts() / count;
    for (int token = 0; token < count; token++) {
      int at = token * shape.experts();
      float mean = softmax(at, all, shares);
      for (int expert = 0; expert < shape.experts(); expert++) {
        gradients[at + expert] = strength * all[expert] * (shares[expert] - mean);
      }
      int to = token * shape.chosen();
      float weighted = 0;
      for (int k = 0; k < shape.chosen(); k++) {
        weighted += weights[to + k] * weightGradients[to + k];
      }
      for (int k = 0; k < shape.chosen(); k++) {
        gradients[at + experts[to + k]] += weights[to + k] * (weightGradients[to + k] - weighted);
      }
    }
  }

  /** Probabilities over all experts; returns the mean of {@code shares} under them. */
  private float softmax(int at, float[] all, float[] shares) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int expert = 0; expert < all.length; expert++) {
      largest = Math.max(largest, logits[at + expert]);
    }
    float sum = 0;
    for (int expert = 0; expert < all.length; expert++) {
      all[expert] = (float) Math.exp(logits[at + expert] - largest);
      sum += all[expert];
    }
    float mean = 0;
    for (int expert = 0; expert < all.length; expert++) {
      all[expert] /= sum;
      mean += all[expert] * shares[expert];
    }
    return mean;
  }
}
