package confidant.app.bench;

import confidant.engine.api.ModelInfo;
import java.util.Map;

/** Operations and bytes that a model's shape asks for, whoever runs it. */
final class Work {
  private static final int FLOPS_PER_WEIGHT = 2;

  /** A multiply-add for the score and one for the sum of values, per element of a head. */
  private static final int FLOPS_PER_KEY_ELEMENT = 4;

  private static final Map<String, Double> BYTES_PER_WEIGHT =
      Map.of("Q8_0", 34.0 / 32, "BF16", 2.0, "F16", 2.0, "F32", 4.0);
  private static final String EXPERT_TYPE = "MXFP4";
  private final ModelInfo model;

  Work(ModelInfo model) {
    this.model = model;
  }

  /**
   * Float operations to read {@code tokens} behind {@code depth} others: all matrices for each
   * token, the output matrix for the last one, and the attention scores.
   */
  double prefillFlops(int tokens, int depth) {
    double scores = 0;
    for (int position = depth; position < depth + tokens; position++) {
      scores += scoreFlops(position + 1);
    }
    return tokens * tokenFlops() + scores + headWeights() * FLOPS_PER_WEIGHT;
  }

  /** Per token, without attention scores and output matrix: 6.06e9 for gpt-oss-20b. */
  double tokenFlops() {
    double hidden = model.hiddenSize();
    double expert = 3 * hidden * model.intermediateSize();
    double queries = hidden * model.heads() * model.headDim();
    double keys = hidden * model.kvHeads() * model.headDim();
    double layer =
        model.expertsPerToken() * expert + 2 * queries + 2 * keys + hidden * model.experts();
    return FLOPS_PER_WEIGHT * layer * model.layers();
  }

  private double scoreFlops(int keys) {
    int full = model.layers() - model.slidingLayers();
    double seen =
        (double) full * keys
            + (double) model.slidingLayers() * Math.min(keys, model.slidingWindow());
    return FLOPS_PER_KEY_ELEMENT * (double) model.heads() * model.headDim() * seen;
  }

  private double headWeights() {
    return (double) model.vocabularySize() * model.hiddenSize();
  }

  /**
   * Bytes read for one token behind {@code depth} others: the chosen experts, every other weight
   * but the embedding, of which one row is read, and the keys and values seen.
   */
  double decodeBytes(int depth) {
    double experts =
        model.bytesByDtype().entrySet().stream()
            .filter(type -> type.getKey().startsWith(EXPERT_TYPE))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double others = model.fileBytes() - experts - embeddingBytes();
    double chosen = experts * model.expertsPerToken() / model.experts();
    return chosen + others + cacheBytes(depth);
  }

  private double embeddingBytes() {
    // The embedding's type is named first.
    return headWeights() * BYTES_PER_WEIGHT.getOrDefault(model.dense().getFirst(), 2.0);
  }

  private double cacheBytes(int depth) {
    int full = model.layers() - model.slidingLayers();
    // As long contexts are held, which take fewer bytes than short ones.
    return model.cacheBytesPerPosition(model.contextLength())
        * ((double) full * depth
            + (double) model.slidingLayers() * Math.min(depth, model.slidingWindow()));
  }
}
