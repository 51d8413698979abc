package confidant.engine.synth;

import confidant.engine.format.TensorBody;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.model.ModelConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The JSON files beside the weights of a Hugging Face checkpoint. */
final class HuggingFaceTexts {
  private HuggingFaceTexts() {}

  static List<PlannedFile> files(ModelConfig config, Vocabulary vocabulary) {
    return List.of(
        file("tokenizer.json", TokenizerText.json(vocabulary)),
        file("generation_config.json", generation(vocabulary)),
        file("config.json", config(config, vocabulary)));
  }

  static PlannedFile file(String name, JsonObject json) {
    byte[] utf8 = Json.write(json).getBytes(StandardCharsets.UTF_8);
    return new PlannedFile(
        name, utf8.length, out -> TensorBody.writeFully(out, ByteBuffer.wrap(utf8)));
  }

  private static JsonObject config(ModelConfig config, Vocabulary vocabulary) {
    return JsonValue.object()
        .put("architectures", strings("GptOssForCausalLM"))
        .put("model_type", "gpt_oss")
        .put("confidant_untrained", true)
        .put("attention_bias", true)
        .put("eos_token_id", vocabulary.special("<|return|>"))
        .put("pad_token_id", vocabulary.special("<|endoftext|>"))
        .put("experts_per_token", config.expertsPerToken())
        .put("num_experts_per_tok", config.expertsPerToken())
        .put("num_local_experts", config.experts())
        .put("head_dim", config.headDim())
        .put("hidden_act", "silu")
        .put("hidden_size", config.hiddenSize())
        .put("intermediate_size", config.intermediateSize())
        .put("initial_context_length", config.rope().originalContext())
        .put("layer_types", layerTypes(config))
        .put("max_position_embeddings", config.contextLength())
        .put("num_attention_heads", config.heads())
        .put("num_hidden_layers", config.layers())
        .put("num_key_value_heads", config.kvHeads())
        .put("quantization_config", quantization())
        .put("rms_norm_eps", JsonValue.of(config.rmsEpsilon()))
        .put("rope_scaling", ropeScaling(config.rope()))
        .put("rope_theta", config.rope().theta())
        .put("sliding_window", config.slidingWindow())
        .put("swiglu_limit", JsonValue.of(config.swigluLimit()))
        .put("tie_word_embeddings", false)
        .put("vocab_size", config.vocabularySize())
        .build();
  }

  private static JsonObject quantization() {
    return JsonValue.object()
        .put("quant_method", "mxfp4")
        .put(
            "modules_to_not_convert",
            strings(
                "model.layers.*.self_attn",
                "model.layers.*.mlp.router",
                "model.embed_tokens",
                "lm_head"))
        .build();
  }

  private static JsonObject ropeScaling(ModelConfig.RopeConfig rope) {
    return JsonValue.object()
        .put("rope_type", "yarn")
        .put("factor", rope.factor())
        .put("original_max_position_embeddings", rope.originalContext())
        .put("beta_fast", rope.betaFast())
        .put("beta_slow", rope.betaSlow())
        .put("truncate", rope.truncate())
        .build();
  }

  private static JsonArray layerTypes(ModelConfig config) {
    return new JsonArray(
        config.sliding().stream()
            .map(slides -> JsonValue.of(slides ? "sliding_attention" : "full_attention"))
            .toList());
  }

  private static JsonObject generation(Vocabulary vocabulary) {
    return JsonValue.object()
        .put("bos_token_id", vocabulary.special("<|startoftext|>"))
        .put("do_sample", true)
        .put(
            "eos_token_id",
            JsonValue.of(
                new int[] {
                  vocabulary.special("<|return|>"),
                  vocabulary.special("<|endoftext|>"),
                  vocabulary.special("<|call|>")
                }))
        .put("pad_token_id", vocabulary.special("<|endoftext|>"))
        .build();
  }

  static JsonArray strings(String... values) {
    List<JsonValue> items = new ArrayList<>();
    for (String value : values) {
      items.add(JsonValue.of(value));
    }
    return new JsonArray(items);
  }
}
