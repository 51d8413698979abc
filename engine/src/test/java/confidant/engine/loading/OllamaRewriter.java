package confidant.engine.loading;

import confidant.engine.format.StoredTensor;
import confidant.engine.format.TensorBody;
import confidant.engine.format.gguf.GgmlType;
import confidant.engine.format.gguf.GgufFile;
import confidant.engine.format.gguf.GgufMetadata;
import confidant.engine.format.gguf.GgufReader;
import confidant.engine.format.gguf.GgufWriter;
import confidant.engine.tensor.DType;
import java.io.FileOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rewrites a GGUF file of llama.cpp the way Ollama's converter would have written it. */
final class OllamaRewriter {
  private static final int CODE_BYTES = 16;
  private static final int BLOCK_BYTES = 17;

  /** What differs between versions of the converter. */
  record Style(boolean fusedQkv, boolean fusedGateUp, boolean earlyMxfp4) {}

  private final Map<String, StoredTensor> tensors = new HashMap<>();
  private final List<GgufWriter> parts = new ArrayList<>();
  private final Style style;
  private int added;

  private OllamaRewriter(Style style) {
    this.style = style;
  }

  static Path rewrite(Path llamaCpp, Path target, Style style) throws Exception {
    rewriteInParts(llamaCpp, List.of(target), style);
    return target;
  }

  /** Spreads the tensors over several files, as gguf-split does. */
  static void rewriteInParts(Path llamaCpp, List<Path> targets, Style style) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      GgufFile file = GgufReader.read(llamaCpp, arena);
      OllamaRewriter rewriter = new OllamaRewriter(style);
      file.tensors().forEach(tensor -> rewriter.tensors.put(tensor.name(), tensor));
      targets.forEach(target -> rewriter.parts.add(new GgufWriter()));
      rewriter.metadata(rewriter.parts.getFirst(), file.metadata());
      rewriter.copyAs("token_embd.weight", "token_embd.weight");
      rewriter.copyAs("output_norm.weight", "output_norm.weight");
      rewriter.copyAs("output.weight", "output.weight");
      long layers = file.metadata().integer("gpt-oss.block_count").orElseThrow();
      for (int layer = 0; layer < layers; layer++) {
        rewriter.layer("blk." + layer + ".");
      }
      for (int i = 0; i < targets.size(); i++) {
        try (FileOutputStream out = new FileOutputStream(targets.get(i).toFile())) {
          rewriter.parts.get(i).writeTo(out.getChannel());
        }
      }
    }
  }

  private void metadata(GgufWriter writer, GgufMetadata from) throws Exception {
    writer.string("general.architecture", "gptoss").uint32("general.file_type", 4);
    for (String key :
        List.of(
            "context_length",
            "block_count",
            "embedding_length",
            "feed_forward_length",
            "expert_count",
            "expert_used_count",
            "attention.head_count",
            "attention.head_count_kv",
            "attention.key_length",
            "attention.value_length",
            "attention.sliding_window",
            "rope.scaling.original_context_length")) {
      writer.uint32("gptoss." + key, from.integer("gpt-oss." + key).orElseThrow());
    }
    for (String key :
        List.of("attention.layer_norm_rms_epsilon", "rope.freq_base", "rope.scaling.factor")) {
      writer.float32("gptoss." + key, from.number("gpt-oss." + key).orElseThrow());
    }
    if (parts.size() > 1) {
      writer.uint32("split.count", parts.size());
    }
    writer
        .string("tokenizer.ggml.model", "gpt2")
        .string("tokenizer.ggml.pre", "default")
        .strings("tokenizer.ggml.tokens", from.strings("tokenizer.ggml.tokens").orElseThrow())
        .int32s(
            "tokenizer.ggml.token_type", from.integers("tokenizer.ggml.token_type").orElseThrow());
  }

  private void layer(String blk) {
    copyAs(blk + "attn_norm.weight", blk + "attn_norm.weight");
    copyAs(blk + "attn_sinks.weight", blk + "attn_sinks");
    copyAs(blk + "post_attention_norm.weight", blk + "ffn_norm.weight");
    for (String part : List.of(".weight", ".bias")) {
      copyAs(blk + "attn_output" + part, blk + "attn_out" + part);
      copyAs(blk + "ffn_gate_inp" + part, blk + "ffn_gate_inp" + part);
      copyAs(blk + "ffn_down_exps" + part, blk + "ffn_down_exps" + part);
      if (style.fusedQkv) {
        fuseQkv(blk, part);
      } else {
        List.of("attn_q", "attn_k", "attn_v").forEach(n -> copyAs(blk + n + part, blk + n + part));
      }
      if (style.fusedGateUp) {
        interleave(blk, part);
      } else {
        List.of("ffn_gate_exps", "ffn_up_exps")
            .forEach(name -> copyAs(blk + name + part, blk + name + part));
      }
    }
  }

  private void copyAs(String name, String newName) {
    StoredTensor tensor = tensor(name);
    add(newName, tensor, tensor.shape(), content(tensor));
  }

  private void fuseQkv(String blk, String part) {
    StoredTensor q = tensor(blk + "attn_q" + part);
    StoredTensor k = tensor(blk + "attn_k" + part);
    StoredTensor v = tensor(blk + "attn_v" + part);
    long rows = q.shape().getFirst() + k.shape().getFirst() + v.shape().getFirst();
    MemorySegment fused =
        MemorySegment.ofArray(
            new byte[(int) (q.data().byteSize() + k.data().byteSize() + v.data().byteSize())]);
    fused.copyFrom(q.data());
    fused.asSlice(q.data().byteSize()).copyFrom(k.data());
    fused.asSlice(q.data().byteSize() + k.data().byteSize()).copyFrom(v.data());
    List<Long> shape = q.shape().size() == 1 ? List.of(rows) : List.of(rows, q.shape().getLast());
    add(blk + "attn_qkv" + part, q, shape, fused);
  }

  /** Gate rows become the even, up rows the odd ones; for biases a row is one number. */
  private void interleave(String blk, String part) {
    StoredTensor gate = tensor(blk + "ffn_gate_exps" + part);
    MemorySegment gateBytes = content(gate);
    MemorySegment upBytes = content(tensor(blk + "ffn_up_exps" + part));
    long rows = gate.shape().get(0) * gate.shape().get(1);
    long rowBytes = gateBytes.byteSize() / rows;
    MemorySegment both = MemorySegment.ofArray(new byte[(int) (2 * gateBytes.byteSize())]);
    for (long row = 0; row < rows; row++) {
      MemorySegment.copy(gateBytes, row * rowBytes, both, 2 * row * rowBytes, rowBytes);
      MemorySegment.copy(upBytes, row * rowBytes, both, (2 * row + 1) * rowBytes, rowBytes);
    }
    List<Long> shape = new ArrayList<>(gate.shape());
    shape.set(1, 2 * shape.get(1));
    add(blk + "ffn_gate_up_exps" + part, gate, shape, both);
  }

  /** The bytes, MXFP4 in the nibble order of the style. */
  private MemorySegment content(StoredTensor tensor) {
    if (tensor.type().orElseThrow() != DType.MXFP4_GGML || !style.earlyMxfp4) {
      return tensor.data();
    }
    byte[] blocks = tensor.data().toArray(ValueLayout.JAVA_BYTE);
    for (int block = 0; block < blocks.length; block += BLOCK_BYTES) {
      byte[] codes = new byte[2 * CODE_BYTES];
      for (int j = 0; j < CODE_BYTES; j++) {
        codes[j] = (byte) (blocks[block + 1 + j] & 15);
        codes[j + CODE_BYTES] = (byte) (blocks[block + 1 + j] >> 4 & 15);
      }
      for (int j = 0; j < CODE_BYTES; j++) {
        blocks[block + 1 + j] = (byte) (codes[2 * j] | codes[2 * j + 1] << 4);
      }
    }
    return MemorySegment.ofArray(blocks);
  }

  private void add(String name, StoredTensor like, List<Long> shape, MemorySegment bytes) {
    DType type = like.type().orElseThrow();
    DType written = type == DType.MXFP4_GGML && style.earlyMxfp4 ? DType.MXFP4_OLLAMA : type;
    GgufWriter writer = parts.get(added++ % parts.size());
    writer.tensor(name, GgmlType.of(written), shape, TensorBody.of(bytes));
  }

  private StoredTensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
