package confidant.engine.model;

import confidant.engine.tensor.Matrix;
import java.util.List;

/**
 * All weights of a model, immutable and shared by every session. Matrices lie in mapped memory;
 * vectors are small and on the heap.
 *
 * @param embedding [vocabulary, hidden]
 * @param layers one per transformer block
 * @param finalNorm [hidden]
 * @param output [vocabulary, hidden]
 */
public record Weights(Matrix embedding, List<Layer> layers, float[] finalNorm, Matrix output) {

  public Weights {
    layers = List.copyOf(layers);
  }

  /**
   * One transformer block.
   *
   * @param attentionNorm [hidden]
   * @param q [heads * headDim, hidden], bias [heads * headDim]
   * @param k [kvHeads * headDim, hidden], bias [kvHeads * headDim]
   * @param v [kvHeads * headDim, hidden], bias [kvHeads * headDim]
   * @param sinks [heads]
   * @param o [hidden, heads * headDim], bias [hidden]
   * @param mlpNorm [hidden]
   * @param router [experts, hidden], bias [experts]
   * @param experts one per expert
   */
  public record Layer(
      float[] attentionNorm,
      Matrix q,
      float[] qBias,
      Matrix k,
      float[] kBias,
      Matrix v,
      float[] vBias,
      float[] sinks,
      Matrix o,
      float[] oBias,
      float[] mlpNorm,
      Matrix router,
      float[] routerBias,
      List<Expert> experts) {

    public Layer {
      experts = List.copyOf(experts);
    }
  }

  /**
   * One expert.
   *
   * @param gate [intermediate, hidden], bias [intermediate]
   * @param up [intermediate, hidden], bias [intermediate]
   * @param down [hidden, intermediate], bias [hidden]
   */
  public record Expert(
      Matrix gate, float[] gateBias, Matrix up, float[] upBias, Matrix down, float[] downBias) {}
}
