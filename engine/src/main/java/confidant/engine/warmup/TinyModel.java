package confidant.engine.warmup;

import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A corner of a given model that is small and yet goes the same ways through the code: the same
 * element types, heads in groups of the same size, experts, a sliding layer and a full one, and
 * rows longer than what is unpacked at once. Its weights are views of the given ones: code that
 * HotSpot compiled for memory of another kind than that of a mapped file would be thrown away at
 * the first real row.
 *
 * @param config its shape
 * @param weights in the given model's memory; all experts are one, so that little is read from disk
 */
record TinyModel(ModelConfig config, Weights weights) {
  /** Two runs of unpacked columns, so that a second one adds to the first. */
  private static final int HIDDEN = 1152;

  // Small where size shows the compiler nothing: the first passes take seconds as it is.
  private static final int INTERMEDIATE = 192;
  private static final int KV_HEADS = 1;
  private static final int EXPERTS = 8;
  private static final int VOCABULARY = 256;
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
  static TinyModel like(ModelConfig like, Weights pattern) {
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
    return new TinyModel(config, new Maker(config).weights(pattern));
  }

  /** Makes weights of one shape. */
  private record Maker(ModelConfig config) {

    Weights weights(Weights pattern) {
      List<Weights.Layer> layers =
          pattern.layers().subList(0, LAYERS).stream().map(this::layer).toList();
      return new Weights(
          pattern.embedding().corner(VOCABULARY, HIDDEN),
          layers,
          ones(HIDDEN),
          pattern.output().corner(VOCABULARY, HIDDEN));
    }

    private Weights.Layer layer(Weights.Layer pattern) {
      int queries = config.heads() * config.headDim();
      int keys = config.kvHeads() * config.headDim();
      return new Weights.Layer(
          ones(HIDDEN),
          pattern.q().corner(queries, HIDDEN),
          new float[queries],
          pattern.k().corner(keys, HIDDEN),
          new float[keys],
          pattern.v().corner(keys, HIDDEN),
          new float[keys],
          new float[config.heads()],
          pattern.o().corner(HIDDEN, queries),
          new float[HIDDEN],
          ones(HIDDEN),
          pattern.router().corner(EXPERTS, HIDDEN),
          new float[EXPERTS],
          Collections.nCopies(EXPERTS, expert(pattern.experts().getFirst())));
    }

    private Weights.Expert expert(Weights.Expert pattern) {
      return new Weights.Expert(
          pattern.gate().corner(INTERMEDIATE, HIDDEN),
          new float[INTERMEDIATE],
          pattern.up().corner(INTERMEDIATE, HIDDEN),
          new float[INTERMEDIATE],
          pattern.down().corner(HIDDEN, INTERMEDIATE),
          new float[HIDDEN]);
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1f);
      return ones;
    }
  }
}
