package confidant.engine.model;

import java.util.List;

/**
 * The shape and constants of a gpt-oss model.
 *
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width of an expert's hidden layer
 * @param heads query heads
 * @param kvHeads key/value heads; divides {@code heads}
 * @param headDim elements per head; even
 * @param experts experts per layer
 * @param expertsPerToken experts chosen per token
 * @param vocabularySize rows of embedding and output matrix
 * @param slidingWindow keys a sliding layer sees, the position itself included
 * @param sliding per layer, whether it slides; its size is the number of layers
 * @param contextLength largest number of positions
 * @param rmsEpsilon inside the root of RMSNorm
 * @param swigluLimit clamp of gate and linear half
 * @param rope rotary embedding
 */
public record ModelConfig(
    int hiddenSize,
    int intermediateSize,
    int heads,
    int kvHeads,
    int headDim,
    int experts,
    int expertsPerToken,
    int vocabularySize,
    int slidingWindow,
    List<Boolean> sliding,
    int contextLength,
    float rmsEpsilon,
    float swigluLimit,
    RopeConfig rope) {

  public ModelConfig {
    sliding = List.copyOf(sliding);
  }

  public int layers() {
    return sliding.size();
  }

  /**
   * Rotary embedding with YaRN.
   *
   * @param theta base of the frequencies
   * @param factor by which YaRN stretches the context; 1 means no scaling
   * @param originalContext context before stretching
   * @param betaFast rotations above which a dimension keeps its frequency
   * @param betaSlow rotations below which a dimension is fully interpolated
   * @param truncate whether the correction range is rounded to whole dimensions
   */
  public record RopeConfig(
      double theta,
      double factor,
      int originalContext,
      double betaFast,
      double betaSlow,
      boolean truncate) {}
}
