package confidant.engine.synth;

import confidant.engine.format.safetensors.SafetensorsType;
import confidant.engine.format.safetensors.SafetensorsWriter;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.model.ModelConfig;
import confidant.engine.tensor.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A folder as OpenAI publishes gpt-oss on Hugging Face: MXFP4 experts in blocks and scales, all
 * else BF16, in files of a few gigabytes.
 */
final class HuggingFacePlan {
  private static final int BLOCK = DType.MXFP4_SPLIT.blockElements();
  private static final int BLOCK_BYTES = DType.MXFP4_SPLIT.blockBytes();

  private final List<SafetensorsWriter> shards = new ArrayList<>();
  private final ModelConfig config;
  private final long seed;
  private final long shardBytes;
  private int tensors;

  private HuggingFacePlan(ModelConfig config, long seed, long shardBytes) {
    this.config = config;
    this.seed = seed;
    this.shardBytes = shardBytes;
    shards.add(new SafetensorsWriter());
  }

  /**
   * The files, weights first: a folder whose writing was cut off has no configuration.
   *
   * @param shardBytes tensor data after which a new file is begun
   */
  static List<PlannedFile> files(Shape shape, long seed, long shardBytes) {
    HuggingFacePlan plan = new HuggingFacePlan(shape.config(), seed, shardBytes);
    plan.tensors();
    Vocabulary vocabulary = Vocabulary.of(shape.preset());
    List<PlannedFile> files = new ArrayList<>(plan.weights());
    files.addAll(HuggingFaceTexts.files(plan.config, vocabulary));
    return files;
  }

  private List<PlannedFile> weights() {
    List<PlannedFile> files = new ArrayList<>();
    JsonValue.ObjectBuilder fileByTensor = JsonValue.object();
    long total = 0;
    for (int i = 0; i < shards.size(); i++) {
      SafetensorsWriter shard = shards.get(i);
      String name = shardName(i);
      files.add(new PlannedFile(name, shard.size(), shard::writeTo));
      shard.names().forEach(tensor -> fileByTensor.put(tensor, name));
      total += shard.dataSize();
    }
    if (shards.size() > 1) {
      JsonObject index =
          JsonValue.object()
              .put("metadata", JsonValue.object().put("total_size", total).build())
              .put("weight_map", fileByTensor.build())
              .build();
      files.add(HuggingFaceTexts.file("model.safetensors.index.json", index));
    }
    return files;
  }

  /** The released files count from 0 and say "of" the last number. */
  private String shardName(int shard) {
    return shards.size() == 1
        ? "model.safetensors"
        : String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", shard, shards.size() - 1);
  }

  private void tensors() {
    int hidden = config.hiddenSize();
    int vocabulary = config.vocabularySize();
    bf16("model.embed_tokens.weight", Filler.bf16(Spread.EMBEDDING), vocabulary, hidden);
    for (int layer = 0; layer < config.layers(); layer++) {
      attention("model.layers." + layer + ".");
      experts("model.layers." + layer + ".");
    }
    norm("model.norm.weight");
    weight("lm_head.weight", vocabulary, hidden);
  }

  private void attention(String layer) {
    int hidden = config.hiddenSize();
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    norm(layer + "input_layernorm.weight");
    linear(layer + "self_attn.q_proj", queries, hidden);
    linear(layer + "self_attn.k_proj", keys, hidden);
    linear(layer + "self_attn.v_proj", keys, hidden);
    linear(layer + "self_attn.o_proj", hidden, queries);
    bf16(layer + "self_attn.sinks", Filler.bf16(0, Spread.SINK), config.heads());
  }

  private void experts(String layer) {
    int hidden = config.hiddenSize();
    int intermediate = config.intermediateSize();
    norm(layer + "post_attention_layernorm.weight");
    linear(layer + "mlp.router", config.experts(), hidden);
    mxfp4(layer + "mlp.experts.gate_up_proj", 2 * intermediate, hidden);
    mxfp4(layer + "mlp.experts.down_proj", hidden, intermediate);
  }

  private void norm(String name) {
    bf16(name, Filler.bf16(Spread.NORM_MEAN, Spread.NORM), config.hiddenSize());
  }

  private void weight(String name, int rows, int cols) {
    bf16(name, Filler.bf16(Spread.projection(cols)), rows, cols);
  }

  private void linear(String name, int rows, int cols) {
    weight(name + ".weight", rows, cols);
    bf16(name + ".bias", Filler.bf16(0, Spread.BIAS), rows);
  }

  private void mxfp4(String name, int rows, int cols) {
    int experts = config.experts();
    double deviation = Spread.projection(cols);
    tensor(
        name + "_blocks",
        SafetensorsType.U8,
        Filler.bits(),
        experts,
        rows,
        cols / BLOCK,
        BLOCK_BYTES);
    tensor(
        name + "_scales",
        SafetensorsType.U8,
        Filler.mxfp4Scales(deviation),
        experts,
        rows,
        cols / BLOCK);
    bf16(name + "_bias", Filler.bf16(0, Spread.BIAS), experts, rows);
  }

  private void bf16(String name, Filler filler, long... shape) {
    tensor(name, SafetensorsType.BF16, filler, shape);
  }

  private void tensor(String name, SafetensorsType type, Filler filler, long... shape) {
    long bytes = Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
    if (shards.getLast().dataSize() > 0 && shards.getLast().dataSize() + bytes > shardBytes) {
      shards.add(new SafetensorsWriter());
    }
    long tensorSeed = SplitMix.combine(seed, tensors++);
    shards
        .getLast()
        .tensor(
            name,
            type,
            Arrays.stream(shape).boxed().toList(),
            new RandomBody(bytes, tensorSeed, filler));
  }
}
