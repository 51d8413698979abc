package confidant.engine.synth;

import confidant.engine.format.gguf.GgmlType;
import confidant.engine.format.gguf.GgufWriter;
import confidant.engine.model.ModelConfig;
import confidant.engine.tensor.DType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A GGUF file as the common one of gpt-oss-20b: experts MXFP4, attention, embedding and output
 * Q8_0, all else F32.
 */
final class GgufPlan {
  private static final int FILE_TYPE_MXFP4_MOE = 38;
  private static final int QUANTIZATION_VERSION = 2;
  private static final int NORMAL_TOKEN = 1;
  private static final int CONTROL_TOKEN = 3;

  private final GgufWriter writer = new GgufWriter();
  private final ModelConfig config;
  private final long seed;
  private int tensors;

  private GgufPlan(ModelConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  static List<PlannedFile> files(Shape shape, long seed) {
    GgufPlan plan = new GgufPlan(shape.config(), seed);
    plan.metadata(shape.id());
    plan.tokenizer(Vocabulary.of(shape.preset()));
    plan.tensors();
    GgufWriter writer = plan.writer;
    return List.of(new PlannedFile(fileName(shape), writer.size(), writer::writeTo));
  }

  static String fileName(Shape shape) {
    return shape.id() + "-synthetic.gguf";
  }

  private void metadata(String name) {
    writer
        .string("general.architecture", "gpt-oss")
        .string("general.type", "model")
        .string("general.name", name + " synthetic")
        .uint32("general.file_type", FILE_TYPE_MXFP4_MOE)
        .uint32("general.quantization_version", QUANTIZATION_VERSION)
        .bool("confidant.untrained", true)
        .uint32("gpt-oss.block_count", config.layers())
        .uint32("gpt-oss.context_length", config.contextLength())
        .uint32("gpt-oss.embedding_length", config.hiddenSize())
        .uint32("gpt-oss.feed_forward_length", config.intermediateSize())
        .uint32("gpt-oss.expert_feed_forward_length", config.intermediateSize())
        .uint32("gpt-oss.expert_count", config.experts())
        .uint32("gpt-oss.expert_used_count", config.expertsPerToken())
        .uint32("gpt-oss.attention.head_count", config.heads())
        .uint32("gpt-oss.attention.head_count_kv", config.kvHeads())
        .uint32("gpt-oss.attention.key_length", config.headDim())
        .uint32("gpt-oss.attention.value_length", config.headDim())
        .uint32("gpt-oss.attention.sliding_window", config.slidingWindow())
        .float32("gpt-oss.attention.layer_norm_rms_epsilon", config.rmsEpsilon())
        .float32("gpt-oss.rope.freq_base", config.rope().theta())
        .string("gpt-oss.rope.scaling.type", "yarn")
        .float32("gpt-oss.rope.scaling.factor", config.rope().factor())
        .uint32("gpt-oss.rope.scaling.original_context_length", config.rope().originalContext())
        .float32("gpt-oss.rope.scaling.yarn_beta_fast", config.rope().betaFast())
        .float32("gpt-oss.rope.scaling.yarn_beta_slow", config.rope().betaSlow());
  }

  private void tokenizer(Vocabulary vocabulary) {
    List<String> ordinary = vocabulary.ordinary();
    List<String> specials = vocabulary.specials();
    writer
        .string("tokenizer.ggml.model", "gpt2")
        .string("tokenizer.ggml.pre", "gpt-4o")
        .strings(
            "tokenizer.ggml.tokens", Stream.concat(ordinary.stream(), specials.stream()).toList())
        .int32s(
            "tokenizer.ggml.token_type",
            Stream.concat(
                    Collections.nCopies(ordinary.size(), NORMAL_TOKEN).stream(),
                    Collections.nCopies(specials.size(), CONTROL_TOKEN).stream())
                .toList())
        .strings(
            "tokenizer.ggml.merges",
            vocabulary.merges().stream()
                .map(merge -> ordinary.get(merge.left()) + " " + ordinary.get(merge.right()))
                .toList())
        .uint32("tokenizer.ggml.bos_token_id", vocabulary.special("<|startoftext|>"))
        .uint32("tokenizer.ggml.eos_token_id", vocabulary.special("<|return|>"))
        .uint32("tokenizer.ggml.padding_token_id", vocabulary.special("<|endoftext|>"));
  }

  private void tensors() {
    int hidden = config.hiddenSize();
    int vocabulary = config.vocabularySize();
    tensor("token_embd.weight", DType.Q8_0, Filler.q8(Spread.EMBEDDING), vocabulary, hidden);
    norm("output_norm.weight");
    q8("output.weight", vocabulary, hidden);
    for (int layer = 0; layer < config.layers(); layer++) {
      attention("blk." + layer + ".");
      experts("blk." + layer + ".");
    }
  }

  private void attention(String blk) {
    int hidden = config.hiddenSize();
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    norm(blk + "attn_norm.weight");
    linear(blk + "attn_q", queries, hidden);
    linear(blk + "attn_k", keys, hidden);
    linear(blk + "attn_v", keys, hidden);
    linear(blk + "attn_output", hidden, queries);
    f32(blk + "attn_sinks.weight", Spread.SINK, config.heads());
  }

  private void experts(String blk) {
    int hidden = config.hiddenSize();
    int intermediate = config.intermediateSize();
    norm(blk + "post_attention_norm.weight");
    f32(blk + "ffn_gate_inp.weight", Spread.projection(hidden), config.experts(), hidden);
    f32(blk + "ffn_gate_inp.bias", Spread.BIAS, config.experts());
    mxfp4(blk + "ffn_gate_exps", intermediate, hidden);
    mxfp4(blk + "ffn_up_exps", intermediate, hidden);
    mxfp4(blk + "ffn_down_exps", hidden, intermediate);
  }

  private void norm(String name) {
    Filler filler = Filler.f32(Spread.NORM_MEAN, Spread.NORM);
    tensor(name, DType.F32, filler, config.hiddenSize());
  }

  private void f32(String name, double deviation, long... shape) {
    tensor(name, DType.F32, Filler.f32(0, deviation), shape);
  }

  private void q8(String name, int rows, int cols) {
    tensor(name, DType.Q8_0, Filler.q8(Spread.projection(cols)), rows, cols);
  }

  private void linear(String name, int rows, int cols) {
    q8(name + ".weight", rows, cols);
    f32(name + ".bias", Spread.BIAS, rows);
  }

  private void mxfp4(String name, int rows, int cols) {
    Filler filler = Filler.mxfp4(Spread.projection(cols));
    tensor(name + ".weight", DType.MXFP4_GGML, filler, config.experts(), rows, cols);
    f32(name + ".bias", Spread.BIAS, config.experts(), rows);
  }

  private void tensor(String name, DType type, Filler filler, long... shape) {
    long rows = 1;
    for (int i = 0; i < shape.length - 1; i++) {
      rows *= shape[i];
    }
    long bytes = rows * type.rowBytes(shape[shape.length - 1]);
    long tensorSeed = SplitMix.combine(seed, tensors++);
    writer.tensor(
        name,
        GgmlType.of(type),
        Arrays.stream(shape).boxed().toList(),
        new RandomBody(bytes, tensorSeed, filler));
  }
}
