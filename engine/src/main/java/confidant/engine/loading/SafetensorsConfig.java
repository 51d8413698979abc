package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads config.json, as Hugging Face and as OpenAI write it. */
final class SafetensorsConfig {
  private static final String HUGGING_FACE_TYPE = "gpt_oss";
  private static final String SLIDING = "sliding_attention";
  private static final String SILU = "silu";
  private static final String FULL = "full_attention";

  /** By how much a stated YaRN attention factor may differ from the formula's. */
  private static final double ATTENTION_FACTOR_TOLERANCE = 1e-4;

  private final Path file;
  private final JsonObject json;

  private SafetensorsConfig(Path file, JsonObject json) {
    this.file = file;
    this.json = json;
  }

  static SafetensorsConfig read(Path file) throws EngineException {
    return new SafetensorsConfig(file, JsonFiles.read(file));
  }

  /** Whether OpenAI's own layout was written; Hugging Face names the type of model. */
  boolean isOriginal() {
    return !json.members().containsKey("model_type");
  }

  /** Whether Hugging Face's configuration says that the embedding is the output matrix as well. */
  boolean tiesEmbeddings() {
    return !isOriginal() && json.get("tie_word_embeddings").equals(Optional.of(JsonValue.of(true)));
  }

  /** What the model calls itself, which only those made for this program do. */
  Optional<String> name() {
    return json.get("confidant_name")
        .flatMap(
            value ->
                value instanceof JsonString(String name) ? Optional.of(name) : Optional.empty())
        .filter(name -> !name.isBlank());
  }

  /** Whether the configuration says of itself that the weights are random. */
  boolean isUntrained() {
    return says("confidant_untrained");
  }

  /** Whether the configuration says of itself that this is the demo model. */
  boolean isDemo() {
    return says("confidant_demo");
  }

  private boolean says(String key) {
    return json.get(key).equals(Optional.of(JsonValue.of(true)));
  }

  ModelConfig toModelConfig() throws EngineException {
    try {
      return isOriginal() ? original() : huggingFace();
    } catch (JsonException | ArithmeticException e) {
      throw JsonFiles.damaged(file, e.getMessage() == null ? "a number" : e.getMessage(), e);
    }
  }

  private ModelConfig original() {
    double factor = json.number("rope_scaling_factor").orElse(1.0);
    int originalContext = required("initial_context_length");
    RopeConfig rope =
        new RopeConfig(
            json.number("rope_theta").orElse(ConfigDefaults.ROPE_THETA),
            factor,
            originalContext,
            json.number("rope_ntk_beta").orElse(ConfigDefaults.BETA_FAST),
            json.number("rope_ntk_alpha").orElse(ConfigDefaults.BETA_SLOW),
            false);
    return config(
        "num_experts",
        required("experts_per_token"),
        ConfigDefaults.alternating(required("num_hidden_layers")),
        Math.toIntExact(Math.round(originalContext * factor)),
        rope);
  }

  private ModelConfig huggingFace() throws EngineException {
    refuseOtherModels();
    int contextLength = required("max_position_embeddings");
    return config(
        "num_local_experts",
        json.integer("num_experts_per_tok").orElseGet(() -> required("experts_per_token")),
        layerTypes(),
        contextLength,
        rope(contextLength));
  }

  private ModelConfig config(
      String expertsKey,
      int expertsPerToken,
      List<Boolean> sliding,
      int contextLength,
      RopeConfig rope) {
    return new ModelConfig(
        required("hidden_size"),
        required("intermediate_size"),
        required("num_attention_heads"),
        required("num_key_value_heads"),
        required("head_dim"),
        required(expertsKey),
        expertsPerToken,
        required("vocab_size"),
        required("sliding_window"),
        sliding,
        contextLength,
        json.number("rms_norm_eps").orElse(ConfigDefaults.RMS_EPSILON).floatValue(),
        json.number("swiglu_limit").orElse(ConfigDefaults.SWIGLU_LIMIT).floatValue(),
        rope);
  }

  private void refuseOtherModels() throws EngineException {
    String type = json.string("model_type").orElse("");
    if (!type.equals(HUGGING_FACE_TYPE)) {
      throw ConfigDefaults.otherArchitecture(file.getFileName().toString(), type);
    }
    String activation = json.string("hidden_act").orElse(SILU);
    if (!activation.equals(SILU)) {
      throw new EngineException.Unsupported(
          file.getFileName()
              + " asks for the activation \""
              + Json.excerpt(activation)
              + "\": get OpenAI's gpt-oss.");
    }
    Optional<String> quantization =
        json.object("quantization_config").flatMap(object -> object.string("quant_method"));
    if (quantization.isPresent() && !quantization.get().equals("mxfp4")) {
      throw new EngineException.Unsupported(
          file.getFileName()
              + " says that the weights are quantised by "
              + quantization.get()
              + ": get OpenAI's own gpt-oss, whose experts are MXFP4.");
    }
  }

  private List<Boolean> layerTypes() throws EngineException {
    int layers = required("num_hidden_layers");
    Optional<JsonValue.JsonArray> types = json.array("layer_types");
    if (types.isEmpty()) {
      return ConfigDefaults.alternating(layers);
    }
    List<Boolean> sliding = new ArrayList<>();
    for (String type : types.get().strings()) {
      if (!type.equals(SLIDING) && !type.equals(FULL)) {
        throw new EngineException.Unsupported(
            file.getFileName()
                + " asks for layers of the type \""
                + Json.excerpt(type)
                + "\": get OpenAI's gpt-oss.");
      }
      sliding.add(type.equals(SLIDING));
    }
    if (sliding.size() != layers) {
      throw new JsonException(
          "layer_types has " + sliding.size() + " entries for " + layers + " layers");
    }
    return sliding;
  }

  /** Newer files have {@code rope_parameters} where older have {@code rope_scaling}. */
  private RopeConfig rope(int contextLength) throws EngineException {
    JsonObject scaling =
        json.object("rope_parameters")
            .or(() -> json.object("rope_scaling"))
            .orElseGet(() -> JsonValue.object().build());
    double theta =
        scaling
            .number("rope_theta")
            .or(() -> json.number("rope_theta"))
            .orElse(ConfigDefaults.ROPE_THETA);
    Optional<String> stated = scaling.string("rope_type").or(() -> scaling.string("type"));
    if (stated.isEmpty() && scaling.get("factor").isPresent()) {
      throw new JsonException("the scaling of its rotary embeddings has a factor but no rope_type");
    }
    String type = stated.orElse("default");
    return switch (type) {
      case "default" -> ConfigDefaults.unscaled(theta, contextLength);
      case "yarn" -> yarn(theta, scaling, contextLength);
      default -> throw ConfigDefaults.otherRope(file.getFileName().toString(), type);
    };
  }

  private RopeConfig yarn(double theta, JsonObject scaling, int contextLength)
      throws EngineException {
    double factor =
        scaling.number("factor").orElseThrow(() -> new JsonException("YaRN has no factor"));
    double concentration = scaling.number("attention_factor").orElse(concentration(factor));
    if (Math.abs(concentration - concentration(factor)) > ATTENTION_FACTOR_TOLERANCE) {
      throw ConfigDefaults.otherRope(
          file.getFileName().toString(), "YaRN with attention factor " + concentration);
    }
    int originalContext =
        scaling
            .integer("original_max_position_embeddings")
            .or(() -> json.integer("initial_context_length"))
            .orElseGet(() -> Math.toIntExact(Math.round(contextLength / factor)));
    return new RopeConfig(
        theta,
        factor,
        originalContext,
        scaling.number("beta_fast").orElse(ConfigDefaults.BETA_FAST),
        scaling.number("beta_slow").orElse(ConfigDefaults.BETA_SLOW),
        scaling.bool("truncate").orElse(true));
  }

  /** What YaRN multiplies queries and keys with; formula of the paper, section 3.4. */
  private static double concentration(double factor) {
    return factor <= 1 ? 1 : 0.1 * Math.log(factor) + 1;
  }

  private int required(String name) {
    return json.integer(name).orElseThrow(() -> new JsonException("it has no " + name));
  }
}
