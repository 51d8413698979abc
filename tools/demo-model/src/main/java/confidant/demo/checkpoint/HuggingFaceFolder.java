package confidant.demo.checkpoint;

import confidant.demo.math.Mxfp4;
import confidant.demo.net.Parameters;
import confidant.demo.net.Shape;
import confidant.demo.net.Slot;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A checkpoint as OpenAI publishes gpt-oss on Hugging Face: {@code config.json} and {@code
 * model.safetensors}, experts as MXFP4 in blocks and scales, all else BF16.
 */
public final class HuggingFaceFolder {
  /** Rows of the real vocabulary. */
  public static final int VOCABULARY = 201_088;

  /**
   * Logits are written this much larger, so that drawing at temperature 1, as gpt-oss recommends,
   * is nearly always the most likely token: a model this small errs where it hesitates. A power of
   * two, which BF16 holds exactly.
   */
  private static final float SHARPNESS = 4;

  /** The code of 1, whose value beside a scale is the scale. */
  private static final int ONE = 2;

  private static final String WEIGHTS = "model.safetensors";
  private static final String CONFIG = "config.json";
  private static final String EMBEDDING = "model.embed_tokens.weight";
  private static final String OUTPUT = "lm_head.weight";
  private static final String[] PROJECTIONS = {"q_proj", "k_proj", "v_proj"};

  private HuggingFaceFolder() {}

  private static String name(Slot slot) {
    return slot.layer() < 0 ? slot.name() : "model.layers." + slot.layer() + "." + slot.name();
  }

  private static int[] projectionRows(Shape shape) {
    int keys = shape.kvHeads() * shape.headDim();
    return new int[] {shape.heads() * shape.headDim(), keys, keys};
  }

  /**
   * Writes weights that were rounded.
   *
   * @param ids the real id of each row of the vocabulary; rows of all others become zeros
   */
  public static void write(Path folder, Parameters parameters, int[] ids) throws IOException {
    Files.createDirectories(folder);
    TensorFileWriter writer = new TensorFileWriter();
    for (Slot slot : parameters.slots()) {
      add(slot, parameters, ids, writer);
    }
    writer.write(folder.resolve(WEIGHTS));
    Files.writeString(folder.resolve(CONFIG), config(parameters.shape()));
  }

  private static void add(Slot slot, Parameters parameters, int[] ids, TensorFileWriter writer) {
    Shape shape = parameters.shape();
    float[] values = Arrays.copyOfRange(parameters.used, slot.at(), slot.end());
    String name = name(slot);
    if (slot.name().equals(OUTPUT)) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= SHARPNESS;
      }
    }
    if (slot.name().equals(EMBEDDING) || slot.name().equals(OUTPUT)) {
      byte[] rows = bfloat16(values, 0, values.length);
      writer.addRows(name, VOCABULARY, shape.hidden(), ids, rows);
    } else if (slot.kind() == Slot.Kind.EXPERTS) {
      int rows = slot.rows() / shape.experts();
      int blocks = slot.columns() / Mxfp4.BLOCK;
      writer.add(
          name + "_blocks", "U8", codes(values), shape.experts(), rows, blocks, Mxfp4.BLOCK / 2);
      writer.add(name + "_scales", "U8", scales(values), shape.experts(), rows, blocks);
    } else if (slot.name().startsWith("self_attn.qkv.")) {
      addProjections(slot, name, values, shape, writer);
    } else if (slot.name().endsWith("_proj_bias")) {
      int columns = slot.columns() / shape.experts();
      writer.add(name, "BF16", bfloat16(values, 0, values.length), shape.experts(), columns);
    } else if (slot.rows() == 1) {
      writer.add(name, "BF16", bfloat16(values, 0, values.length), slot.columns());
    } else {
      writer.add(name, "BF16", bfloat16(values, 0, values.length), slot.rows(), slot.columns());
    }
  }

  /** Queries, keys and values apart. */
  private static void addProjections(
      Slot slot, String name, float[] values, Shape shape, TensorFileWriter writer) {
    boolean bias = slot.rows() == 1;
    int width = bias ? 1 : slot.columns();
    int[] rows = projectionRows(shape);
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      byte[] bytes = bfloat16(values, at, rows[i] * width);
      String part = name.replace("qkv", PROJECTIONS[i]);
      if (bias) {
        writer.add(part, "BF16", bytes, rows[i]);
      } else {
        writer.add(part, "BF16", bytes, rows[i], width);
      }
      at += rows[i] * width;
    }
  }

  private static byte[] bfloat16(float[] values, int at, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = at; i < at + count; i++) {
      bytes.putShort((short) (Float.floatToRawIntBits(Mxfp4.bfloat16(values[i])) >>> Short.SIZE));
    }
    return bytes.array();
  }

  /** Of values that lie on MXFP4's grid already the scale that was chosen is found again. */
  private static byte[] scales(float[] values) {
    byte[] scales = new byte[values.length / Mxfp4.BLOCK];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = (byte) Mxfp4.scale(values, i * Mxfp4.BLOCK);
    }
    return scales;
  }

  /** Two codes a byte, the first in the low half. */
  private static byte[] codes(float[] values) {
    byte[] codes = new byte[values.length / 2];
    for (int i = 0; i < codes.length; i++) {
      int block = 2 * i / Mxfp4.BLOCK * Mxfp4.BLOCK;
      float inverse = 1 / Mxfp4.value(ONE, Mxfp4.scale(values, block));
      int low = Mxfp4.code(values[2 * i] * inverse);
      int high = Mxfp4.code(values[2 * i + 1] * inverse);
      codes[i] = (byte) (low | high << 4);
    }
    return codes;
  }

  private static String config(Shape shape) {
    StringBuilder types = new StringBuilder();
    for (int layer = 0; layer < shape.layers(); layer++) {
      types.append(layer == 0 ? "" : ", ");
      types.append(layer % 2 == 0 ? "\"sliding_attention\"" : "\"full_attention\"");
    }
    Shape.Rope rope = shape.rope();
    return """
    {
      "architectures": ["GptOssForCausalLM"],
      "model_type": "gpt_oss",
      "confidant_demo": true,
      "confidant_name": "Demo model",
      "attention_bias": true,
      "attention_dropout": 0.0,
      "bos_token_id": 199998,
      "eos_token_id": 200002,
      "pad_token_id": 199999,
      "experts_per_token": %1$d,
      "num_experts_per_tok": %1$d,
      "num_local_experts": %2$d,
      "head_dim": %3$d,
      "hidden_act": "silu",
      "hidden_size": %4$d,
      "initial_context_length": %5$d,
      "initializer_range": 0.02,
      "intermediate_size": %6$d,
      "layer_types": [%7$s],
      "max_position_embeddings": %8$d,
      "num_attention_heads": %9$d,
      "num_hidden_layers": %10$d,
      "num_key_value_heads": %11$d,
      "quantization_config": {
        "quant_method": "mxfp4",
        "modules_to_not_convert": [
          "model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"
        ]
      },
      "rms_norm_eps": 1e-05,
      "rope_scaling": {
        "rope_type": "yarn",
        "factor": %12$s,
        "original_max_position_embeddings": %5$d,
        "beta_fast": %13$s,
        "beta_slow": %14$s,
        "truncate": false
      },
      "rope_theta": %15$s,
      "sliding_window": %16$d,
      "swiglu_limit": 7.0,
      "tie_word_embeddings": false,
      "torch_dtype": "bfloat16",
      "vocab_size": %17$d
    }
    """
        .formatted(
            shape.chosen(),
            shape.experts(),
            shape.headDim(),
            shape.hidden(),
            rope.originalContext(),
            shape.intermediate(),
            types,
            shape.context(),
            shape.heads(),
            shape.layers(),
            shape.kvHeads(),
            number(rope.factor()),
            number(rope.betaFast()),
            number(rope.betaSlow()),
            number(rope.theta()),
            shape.window(),
            VOCABULARY);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Reads a small checkpoint as it is, every row of its vocabulary. */
  public static Parameters read(Path folder) throws IOException {
    JsonObject config = Json.parseObject(Files.readString(folder.resolve(CONFIG)));
    Parameters parameters = new Parameters(shape(config));
    TensorFile file = TensorFile.read(folder.resolve(WEIGHTS));
    for (Slot slot : parameters.slots()) {
      float[] values = values(slot, file);
      System.arraycopy(values, 0, parameters.exact, slot.at(), slot.size());
    }
    parameters.useExact();
    return parameters;
  }

  private static Shape shape(JsonObject config) {
    JsonObject rope = config.object("rope_scaling").orElseThrow();
    return new Shape(
        integer(config, "vocab_size"),
        0,
        integer(config, "hidden_size"),
        integer(config, "num_hidden_layers"),
        integer(config, "num_attention_heads"),
        integer(config, "num_key_value_heads"),
        integer(config, "head_dim"),
        integer(config, "num_local_experts"),
        integer(config, "num_experts_per_tok"),
        integer(config, "intermediate_size"),
        integer(config, "sliding_window"),
        integer(config, "max_position_embeddings"),
        new Shape.Rope(
            config.number("rope_theta").orElseThrow(),
            rope.number("factor").orElseThrow(),
            integer(rope, "original_max_position_embeddings"),
            rope.number("beta_fast").orElseThrow(),
            rope.number("beta_slow").orElseThrow()));
  }

  private static int integer(JsonObject json, String name) {
    return json.integer(name)
        .orElseThrow(() -> new IllegalArgumentException("the configuration has no " + name));
  }

  private static float[] values(Slot slot, TensorFile file) {
    String name = name(slot);
    if (slot.kind() == Slot.Kind.EXPERTS) {
      return experts(file.bytes(name + "_blocks"), file.bytes(name + "_scales"));
    }
    if (!slot.name().startsWith("self_attn.qkv.")) {
      return file.floats(name);
    }
    float[] all = new float[slot.size()];
    int at = 0;
    for (String projection : PROJECTIONS) {
      float[] part = file.floats(name.replace("qkv", projection));
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static float[] experts(byte[] codes, byte[] scales) {
    float[] values = new float[2 * codes.length];
    for (int i = 0; i < values.length; i++) {
      int both = codes[i / 2];
      int code = i % 2 == 0 ? both & 15 : both >> 4 & 15;
      values[i] = Mxfp4.value(code, Byte.toUnsignedInt(scales[i / Mxfp4.BLOCK]));
    }
    return values;
  }
}
