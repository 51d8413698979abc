package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.model.ModelConfig.RopeConfig;
import java.util.List;
import java.util.stream.IntStream;

/** What every layout leaves out now and then, and what is said of other models. */
final class ConfigDefaults {
  static final double ROPE_THETA = 150_000;
  static final double RMS_EPSILON = 1e-5;
  static final double SWIGLU_LIMIT = 7;
  static final double BETA_FAST = 32;
  static final double BETA_SLOW = 1;

  private ConfigDefaults() {}

  /** Layers 0, 2, 4, … slide. A number past the limit gives a list that is refused for it. */
  static List<Boolean> alternating(int layers) {
    return IntStream.range(0, Math.clamp(layers, 0, ConfigLimits.MAX_LAYERS + 1))
        .mapToObj(layer -> layer % 2 == 0)
        .toList();
  }

  static RopeConfig unscaled(double theta, int contextLength) {
    return new RopeConfig(theta, 1, contextLength, BETA_FAST, BETA_SLOW, false);
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
}
