package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.gguf.GgufFile;
import confidant.engine.format.gguf.GgufMetadata;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration from GGUF metadata, as llama.cpp and as Ollama write it. */
final class GgufConfig {
  static final String OLLAMA_ARCHITECTURE = "gptoss";
  private static final Set<String> ARCHITECTURES = Set.of("gpt-oss", OLLAMA_ARCHITECTURE);

  private final GgufFile gguf;
  private final GgufMetadata metadata;
  private final String architecture;

  private GgufConfig(GgufFile gguf, String architecture) {
    this.gguf = gguf;
    this.metadata = gguf.metadata();
    this.architecture = architecture;
  }

  static GgufConfig of(GgufFile gguf) throws EngineException {
    String architecture =
        gguf.metadata()
            .string("general.architecture")
            .orElseThrow(() -> gguf.file().damaged("it does not name an architecture"));
    if (!ARCHITECTURES.contains(architecture)) {
      throw ConfigDefaults.otherArchitecture(gguf.file().name(), architecture);
    }
    return new GgufConfig(gguf, architecture);
  }

  String architecture() {
    return architecture;
  }

  /**
   * The configuration.
   *
   * @param vocabularySize rows of the embedding, which the metadata does not state
   */
  ModelConfig toModelConfig(int vocabularySize) throws EngineException {
    int intermediate =
        required(
            metadata.has(key("expert_feed_forward_length"))
                ? "expert_feed_forward_length"
                : "feed_forward_length");
    int contextLength = required("context_length");
    return new ModelConfig(
        required("embedding_length"),
        intermediate,
        required("attention.head_count"),
        required("attention.head_count_kv"),
        required("attention.key_length"),
        required("expert_count"),
        required("expert_used_count"),
        vocabularySize,
        required("attention.sliding_window"),
        ConfigDefaults.alternating(required("block_count")),
        contextLength,
        (float) number("attention.layer_norm_rms_epsilon", ConfigDefaults.RMS_EPSILON),
        (float) ConfigDefaults.SWIGLU_LIMIT,
        rope(contextLength));
  }

  /**
   * YaRN's range is not rounded: OpenAI's model was made so, and there is no key that says
   * otherwise.
   */
  private RopeConfig rope(int contextLength) throws EngineException {
    double theta = number("rope.freq_base", ConfigDefaults.ROPE_THETA);
    double factor = number("rope.scaling.factor", 1);
    String type = metadata.string(key("rope.scaling.type")).orElse(factor > 1 ? "yarn" : "none");
    return switch (type) {
      case "none" -> ConfigDefaults.unscaled(theta, contextLength);
      case "yarn" ->
          new RopeConfig(
              theta,
              factor,
              positive("rope.scaling.original_context_length")
                  .orElse((int) Math.round(contextLength / factor)),
              number("rope.scaling.yarn_beta_fast", ConfigDefaults.BETA_FAST),
              number("rope.scaling.yarn_beta_slow", ConfigDefaults.BETA_SLOW),
              false);
      default -> throw ConfigDefaults.otherRope(gguf.file().name(), type);
    };
  }

  private double number(String name, double fallback) throws EngineException {
    return metadata.number(key(name)).orElse(fallback);
  }

  private int required(String name) throws EngineException {
    return positive(name).orElseThrow(() -> gguf.file().damaged("its metadata lacks " + key(name)));
  }

  /** The number, empty if missing or 0, which Ollama writes for what it does not know. */
  private Optional<Integer> positive(String name) throws EngineException {
    Optional<Long> value = metadata.integer(key(name));
    if (value.isPresent() && (value.get() < 0 || value.get() > Integer.MAX_VALUE)) {
      throw gguf.file().damaged("its metadata " + key(name) + " is " + value.get());
    }
    return value.filter(number -> number > 0).map(Math::toIntExact);
  }

  private String key(String name) {
    return architecture + "." + name;
  }
}
