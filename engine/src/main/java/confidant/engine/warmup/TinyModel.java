package confidant.engine.warmup;

import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.tensor.Matrix;
import confidant.engine.tensor.RandomMatrix;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model of random weights that is small and yet goes the same ways through the code as a given
 * one: the same element types, heads in groups of the same size, experts, a sliding layer and a
 * full one, and rows longer than what is unpacked at once.
 *
 * @param config its shape
 * @param weights in memory
 */
record TinyModel(ModelConfig config, Weights weights) {
  /** Two runs of unpacked columns, so that a second one adds to the first. */
  private static final int HIDDEN = 1152;

  private static final int INTERMEDIATE = 576;
  private static final int KV_HEADS = 2;
  private static final int EXPERTS = 8;
  private static final int VOCABULARY = 1024;
  private static final int LAYERS = 2;

  /** Whether {@code config} is large enough for a smaller model to stand for it. */
  static boolean canStandFor(ModelConfig config) {
    return config.hiddenSize() > HIDDEN
        && config.intermediateSize() > INTERMEDIATE
        && config.kvHeads() >= KV_HEADS
        && config.experts() >= EXPERTS
        && config.expertsPerToken() < EXPERTS
        && config.vocabularySize() > VOCABULARY
        && config.layers() >= LAYERS;
  }

  /** A model after {@code like}, whose types are those of {@code pattern}. */
  static TinyModel like(ModelConfig like, Weights pattern, Arena arena) {
    ModelConfig config =
        new ModelConfig(
            HIDDEN,
            INTERMEDIATE,
            KV_HEADS * (like.heads() / like.kvHeads()),
            KV_HEADS,
            like.headDim(),
            EXPERTS,
            like.expertsPerToken(),
            VOCABULARY,
            like.slidingWindow(),
            like.sliding().subList(0, LAYERS),
            like.contextLength(),
            like.rmsEpsilon(),
            like.swigluLimit(),
            like.rope());
    return new TinyModel(config, new Maker(config, arena).weights(pattern));
  }

  /** Makes weights of one shape. */
  private record Maker(ModelConfig config, Arena arena) {

    Weights weights(Weights pattern) {
      List<Weights.Layer> layers =
          pattern.layers().subList(0, LAYERS).stream().map(this::layer).toList();
      return new Weights(
          matrix(pattern.embedding(), VOCABULARY, HIDDEN),
          layers,
          ones(HIDDEN),
          matrix(pattern.output(), VOCABULARY, HIDDEN));
    }

    private Weights.Layer layer(Weights.Layer pattern) {
      int queries = config.heads() * config.headDim();
      int keys = config.kvHeads() * config.headDim();
      return new Weights.Layer(
          ones(HIDDEN),
          matrix(pattern.q(), queries, HIDDEN),
          new float[queries],
          matrix(pattern.k(), keys, HIDDEN),
          new float[keys],
          matrix(pattern.v(), keys, HIDDEN),
          new float[keys],
          new float[config.heads()],
          matrix(pattern.o(), HIDDEN, queries),
          new float[HIDDEN],
          ones(HIDDEN),
          matrix(pattern.router(), EXPERTS, HIDDEN),
          new float[EXPERTS],
          IntStream.range(0, EXPERTS).mapToObj(e -> expert(pattern.experts().get(e))).toList());
    }

    private Weights.Expert expert(Weights.Expert pattern) {
      return new Weights.Expert(
          matrix(pattern.gate(), INTERMEDIATE, HIDDEN),
          new float[INTERMEDIATE],
          matrix(pattern.up(), INTERMEDIATE, HIDDEN),
          new float[INTERMEDIATE],
          matrix(pattern.down(), HIDDEN, INTERMEDIATE),
          new float[HIDDEN]);
    }

    private Matrix matrix(Matrix pattern, int rows, int cols) {
      return RandomMatrix.of(pattern.type(), rows, cols, 31L * rows + cols, arena);
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1f);
      return ones;
    }
  }
}
