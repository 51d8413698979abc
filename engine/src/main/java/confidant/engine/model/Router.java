package confidant.engine.model;

/** Choice of experts: the highest logits, with a softmax over the chosen ones only. */
final class Router {
  private Router() {}

  /**
   * Chooses the experts of one token.
   *
   * @param logits [experts] from {@code offset}
   * @param ids receives {@code count} experts, best first, from {@code outOffset}
   * @param weights receives their weights, which sum to 1
   */
  static void choose(
      float[] logits,
      int offset,
      int experts,
      int count,
      int[] ids,
      float[] weights,
      int outOffset) {
    for (int n = 0; n < count; n++) {
      int best = -1;
      for (int e = 0; e < experts; e++) {
        boolean better = best < 0 || logits[offset + e] > logits[offset + best];
        if (better && !contains(ids, outOffset, n, e)) {
          best = e;
        }
      }
      ids[outOffset + n] = best;
    }
    float max = logits[offset + ids[outOffset]];
    double sum = 0;
    for (int n = 0; n < count; n++) {
      double e = Math.exp(logits[offset + ids[outOffset + n]] - max);
      weights[outOffset + n] = (float) e;
      sum += e;
    }
    for (int n = 0; n < count; n++) {
      weights[outOffset + n] = (float) (weights[outOffset + n] / sum);
    }
  }

  private static boolean contains(int[] ids, int offset, int count, int id) {
    for (int i = offset; i < offset + count; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }
}
