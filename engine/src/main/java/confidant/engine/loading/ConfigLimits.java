package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;

/**
 * The checks that every configuration passes. Upper bounds are far above any model; they keep a
 * damaged or hostile number from overflowing the sizes of buffers, some of which hold a vector for
 * each of 512 tokens.
 */
final class ConfigLimits {
  static final int MAX_LAYERS = 4096;
  private static final int MAX_WIDTH = 1 << 20;
  private static final int MAX_CONTEXT = 1 << 24;

  /** Rotations of YaRN's range; beyond, its logarithms cease to be numbers. */
  private static final double MIN_BETA = 1e-3;

  private static final double MAX_BETA = 1e6;

  /** Activations are of the order of 1: more would drown them and every answer be alike. */
  private static final float MAX_EPSILON = 0.1f;

  private static final double MAX_ROPE_BASE = 1e9;
  private static final double MAX_FACTOR = 1e4;

  private final String file;

  private ConfigLimits(String file) {
    this.file = file;
  }

  /**
   * Checks what no model can do without.
   *
   * @param file the file's name, for messages
   * @throws EngineException.Damaged naming the first number that is impossible
   */
  static ModelConfig checked(ModelConfig config, String file) throws EngineException {
    new ConfigLimits(file).check(config);
    return config;
  }

  private void check(ModelConfig config) throws EngineException {
    within("number of layers", config.layers(), 1, MAX_LAYERS);
    within("hidden size", config.hiddenSize(), 1, MAX_WIDTH);
    within("intermediate size", config.intermediateSize(), 1, MAX_WIDTH);
    within("head dimension", config.headDim(), 2, MAX_WIDTH);
    require(config.headDim() % 2 == 0, "head dimension", config.headDim());
    within("number of heads", config.heads(), 1, MAX_WIDTH);
    within("number of key heads", config.kvHeads(), 1, config.heads());
    require(
        config.heads() % config.kvHeads() == 0,
        "number of heads",
        config.heads() + " to " + config.kvHeads() + " key heads");
    within("width of all heads", (long) config.heads() * config.headDim(), 1, MAX_WIDTH);
    within("number of experts", config.experts(), 1, MAX_WIDTH);
    within("number of experts per token", config.expertsPerToken(), 1, config.experts());
    within("vocabulary size", config.vocabularySize(), 1, MAX_WIDTH);
    within("sliding window", config.slidingWindow(), 1, MAX_CONTEXT);
    within("context length", config.contextLength(), 1, MAX_CONTEXT);
    require(
        config.rmsEpsilon() > 0 && config.rmsEpsilon() <= MAX_EPSILON,
        "RMSNorm epsilon",
        config.rmsEpsilon());
    positive("SwiGLU limit", config.swigluLimit());
    check(config.rope());
  }

  private void check(RopeConfig rope) throws EngineException {
    require(rope.theta() > 1 && rope.theta() <= MAX_ROPE_BASE, "rotary base", rope.theta());
    require(rope.factor() >= 1 && rope.factor() <= MAX_FACTOR, "YaRN factor", rope.factor());
    within("original context length", rope.originalContext(), 1, MAX_CONTEXT);
    beta("fast end of YaRN's range", rope.betaFast());
    beta("slow end of YaRN's range", rope.betaSlow());
  }

  private void beta(String what, double rotations) throws EngineException {
    require(rotations >= MIN_BETA && rotations <= MAX_BETA, what, rotations);
  }

  private void positive(String what, double value) throws EngineException {
    require(value > 0 && Double.isFinite(value), what, value);
  }

  private void within(String what, long value, long least, long most) throws EngineException {
    require(value >= least && value <= most, what, value);
  }

  private void require(boolean holds, String what, Object value) throws EngineException {
    if (!holds) {
      throw new EngineException.Damaged(
          file
              + " is damaged: the "
              + what
              + " is "
              + value
              + ", which is impossible; fetch the file again.");
    }
  }
}
