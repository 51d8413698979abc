package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;
import java.util.List;
import java.util.stream.IntStream;

/** What every layout leaves out now and then, and the checks that all configurations pass. */
final class ConfigDefaults {
  static final double ROPE_THETA = 150_000;
  static final double RMS_EPSILON = 1e-5;
  static final double SWIGLU_LIMIT = 7;

  /** Far above any model; keeps a damaged number from becoming a list of its length. */
  private static final int MAX_LAYERS = 4096;

  private ConfigDefaults() {}

  /** Layers 0, 2, 4, … slide. */
  static List<Boolean> alternating(int layers) {
    return IntStream.range(0, Math.clamp(layers, 0, MAX_LAYERS + 1))
        .mapToObj(layer -> layer % 2 == 0)
        .toList();
  }

  static RopeConfig unscaled(double theta, int contextLength) {
    return new RopeConfig(theta, 1, contextLength, 32, 1, false);
  }

  static EngineException otherArchitecture(String file, String architecture) {
    return new EngineException.Unsupported(
        file
            + " is a model of the architecture \""
            + architecture
            + "\": get gpt-oss-20b or gpt-oss-120b, the only ones that are run.");
  }

  static EngineException otherRope(String file, String kind) {
    return new EngineException.Unsupported(
        file + " asks for rotary embeddings of the kind \"" + kind + "\": get OpenAI's gpt-oss.");
  }

  /**
   * Checks what no model can do without.
   *
   * @throws EngineException.Damaged naming the first number that is impossible
   */
  static ModelConfig checked(ModelConfig config, String file) throws EngineException {
    require(config.layers() >= 1 && config.layers() <= MAX_LAYERS, file, "number of layers");
    require(config.hiddenSize() >= 1, file, "hidden size");
    require(config.intermediateSize() >= 1, file, "intermediate size");
    require(config.headDim() >= 2 && config.headDim() % 2 == 0, file, "head dimension");
    require(
        config.kvHeads() >= 1 && config.heads() >= 1 && config.heads() % config.kvHeads() == 0,
        file,
        "number of heads");
    require(
        (long) config.heads() * config.headDim() <= Integer.MAX_VALUE / 3, file, "number of heads");
    require(
        config.expertsPerToken() >= 1 && config.expertsPerToken() <= config.experts(),
        file,
        "number of experts");
    require(config.intermediateSize() <= Integer.MAX_VALUE / 2, file, "intermediate size");
    require(config.vocabularySize() >= 1, file, "vocabulary size");
    require(config.slidingWindow() >= 1, file, "sliding window");
    require(config.contextLength() >= 1, file, "context length");
    require(isPositive(config.rmsEpsilon()), file, "RMSNorm epsilon");
    require(isPositive(config.swigluLimit()), file, "SwiGLU limit");
    RopeConfig rope = config.rope();
    require(isPositive(rope.theta()) && rope.theta() > 1, file, "rotary base");
    require(isPositive(rope.factor()) && rope.factor() >= 1, file, "YaRN factor");
    require(rope.originalContext() >= 1, file, "original context length");
    require(isPositive(rope.betaSlow()) && isPositive(rope.betaFast()), file, "YaRN range");
    return config;
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static void require(boolean holds, String file, String what) throws EngineException {
    if (!holds) {
      throw new EngineException.Damaged(
          file + " is damaged: the " + what + " is impossible; fetch the file again.");
    }
  }
}
