package confidant.engine.loading;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a layout calls the tensors outside the experts. Names of a layer follow {@code layerPrefix};
 * where several are given, files differ. Projections have {@code .weight} and {@code .bias}.
 *
 * @param layerPrefix with %d for the number of the layer
 * @param qkv the fused projection, rows of q, then k, then v
 */
record TensorNames(
    String embedding,
    String output,
    String finalNorm,
    String layerPrefix,
    String attentionNorm,
    String qkv,
    String q,
    String k,
    String v,
    List<String> sinks,
    List<String> o,
    List<String> mlpNorm,
    String router) {

  private static final String NUMBER = "%d";

  static final TensorNames HUGGING_FACE =
      new TensorNames(
          "model.embed_tokens.weight",
          "lm_head.weight",
          "model.norm.weight",
          "model.layers.%d.",
          "input_layernorm.weight",
          "self_attn.qkv_proj",
          "self_attn.q_proj",
          "self_attn.k_proj",
          "self_attn.v_proj",
          List.of("self_attn.sinks"),
          List.of("self_attn.o_proj"),
          List.of("post_attention_layernorm.weight"),
          "mlp.router");

  static final TensorNames ORIGINAL =
      new TensorNames(
          "embedding.weight",
          "unembedding.weight",
          "norm.scale",
          "block.%d.",
          "attn.norm.scale",
          "attn.qkv",
          "attn.q",
          "attn.k",
          "attn.v",
          List.of("attn.sinks"),
          List.of("attn.out"),
          List.of("mlp.norm.scale"),
          "mlp.gate");

  /** The second of two names is Ollama's. */
  static final TensorNames GGUF =
      new TensorNames(
          "token_embd.weight",
          "output.weight",
          "output_norm.weight",
          "blk.%d.",
          "attn_norm.weight",
          "attn_qkv",
          "attn_q",
          "attn_k",
          "attn_v",
          List.of("attn_sinks.weight", "attn_sinks"),
          List.of("attn_output", "attn_out"),
          List.of("post_attention_norm.weight", "ffn_norm.weight"),
          "ffn_gate_inp");

  String layer(int layer) {
    return layerPrefix.formatted(layer);
  }

  /** Whether {@code name} belongs to a layer whose number is none of 0 to {@code layers - 1}. */
  boolean isBeyond(int layers, String name) {
    Matcher matcher = layerName().matcher(name);
    return matcher.lookingAt()
        && new BigInteger(matcher.group(1)).compareTo(BigInteger.valueOf(layers)) >= 0;
  }

  private Pattern layerName() {
    int number = layerPrefix.indexOf(NUMBER);
    return Pattern.compile(
        Pattern.quote(layerPrefix.substring(0, number))
            + "([0-9]+)"
            + Pattern.quote(layerPrefix.substring(number + NUMBER.length())));
  }
}
