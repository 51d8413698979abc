package confidant.demo.net;

/**
 * The numbers of a gpt-oss network.
 *
 * @param vocabulary rows of embedding and output matrix, those in training
 * @param zeroRows rows of the vocabulary that are left out because they stay zero; their logits are
 *     0 and count in the softmax
 * @param hidden width of the residual stream
 * @param layers how many; even ones slide
 * @param heads query heads
 * @param kvHeads key and value heads
 * @param headDim width of a head
 * @param experts per layer
 * @param chosen experts per token
 * @param intermediate width of an expert
 * @param window positions that sliding layers see
 * @param context most positions
 * @param rope rotary embedding
 */
public record Shape(
    int vocabulary,
    int zeroRows,
    int hidden,
    int layers,
    int heads,
    int kvHeads,
    int headDim,
    int experts,
    int chosen,
    int intermediate,
    int window,
    int context,
    Rope rope) {

  static final float EPSILON = 1e-5f;
  static final float LIMIT = 7;
  static final float ALPHA = 1.702f;

  /**
   * Rotary embedding with YaRN, its range not rounded.
   *
   * @param theta base of the frequencies
   * @param factor by which the context is stretched
   * @param originalContext before that
   * @param betaFast turns above which a frequency is kept
   * @param betaSlow turns below which it is divided
   */
  public record Rope(
      double theta, double factor, int originalContext, double betaFast, double betaSlow) {}

  /** The demo model; see decision 15 for why. */
  public static Shape demo(int vocabulary, int zeroRows) {
    return new Shape(
        vocabulary,
        zeroRows,
        256,
        6,
        8,
        2,
        64,
        8,
        4,
        128,
        128,
        131_072,
        new Rope(150_000, 32, 4096, 32, 1));
  }

  int queryWidth() {
    return heads * headDim;
  }

  int keyWidth() {
    return kvHeads * headDim;
  }

  /** Width of queries, keys and values side by side. */
  int qkvWidth() {
    return queryWidth() + 2 * keyWidth();
  }

  int group() {
    return heads / kvHeads;
  }

  boolean slides(int layer) {
    return layer % 2 == 0;
  }
}
