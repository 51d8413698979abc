package confidant.engine.model;

import java.util.ArrayList;
import java.util.List;

/** Which tokens each expert of a layer has to serve. */
final class Routing {
  private final List<Group> groups = new ArrayList<>();

  /**
   * The tokens of one expert.
   *
   * @param tokens which tokens of the batch, ascending
   * @param shares the weight of the expert's output for each
   */
  record Group(int expert, int[] tokens, float[] shares) {
    int count() {
      return tokens.length;
    }

    boolean isFew() {
      return Activations.isFew(tokens.length);
    }
  }

  /**
   * Groups a batch by expert.
   *
   * @param chosen [tokens, perToken]
   * @param weights [tokens, perToken]
   */
  Routing(int[] chosen, float[] weights, int count, int perToken, int experts) {
    int[] sizes = new int[experts];
    for (int i = 0; i < count * perToken; i++) {
      sizes[chosen[i]]++;
    }
    int[][] tokens = new int[experts][];
    float[][] shares = new float[experts][];
    for (int e = 0; e < experts; e++) {
      tokens[e] = new int[sizes[e]];
      shares[e] = new float[sizes[e]];
    }
    int[] filled = new int[experts];
    for (int i = 0; i < count * perToken; i++) {
      int e = chosen[i];
      tokens[e][filled[e]] = i / perToken;
      shares[e][filled[e]] = weights[i];
      filled[e]++;
    }
    for (int e = 0; e < experts; e++) {
      if (sizes[e] > 0) {
        groups.add(new Group(e, tokens[e], shares[e]));
      }
    }
  }

  /** Experts that have tokens, ascending. */
  List<Group> groups() {
    return groups;
  }
}
