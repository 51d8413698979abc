package confidant.engine.loading;

import static confidant.engine.loading.Mutations.assertRefused;
import static confidant.engine.loading.Mutations.editHeader;
import static confidant.engine.loading.Mutations.editText;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.EngineException.Damaged;
import confidant.engine.api.EngineException.NotFound;
import confidant.engine.api.EngineException.Unsupported;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSafetensorsTest {
  private static final String NORM = "model.norm.weight";

  @TempDir private Path temp;
  private Path single;
  private Path sharded;
  private Path model;

  @BeforeEach
  void copy() throws IOException {
    single = Mutations.copy("model-tiny-b/hf", temp.resolve("single"));
    sharded = Mutations.copy("model-tiny-b/hf-sharded", temp.resolve("sharded"));
    model = single.resolve("model.safetensors");
  }

  @Test
  void truncatedFileNamesWhatIsCutOff() throws IOException {
    Mutations.truncate(model, -1);
    assertRefused(Damaged.class, single, "model.safetensors", "1 bytes past the end", "fetch");
  }

  @Test
  void truncatedShardNamesTheShard() throws IOException {
    Mutations.truncate(sharded.resolve("model-00001-of-00001.safetensors"), 100_000);
    assertRefused(Damaged.class, sharded, "model-00001-of-00001.safetensors", "past the end");
  }

  @Test
  void shardCutInsideItsHeaderIsDamaged() throws IOException {
    Mutations.truncate(sharded.resolve("model-00001-of-00001.safetensors"), 50);
    assertRefused(Damaged.class, sharded, "model-00001-of-00001.safetensors", "header");
  }

  @Test
  void indexNamingAMissingFileSaysWhich() throws IOException {
    Files.delete(sharded.resolve("model-00000-of-00001.safetensors"));
    assertRefused(NotFound.class, sharded, "model-00000-of-00001.safetensors is missing");
  }

  @Test
  void shardsWithoutIndexAndOneOfThemMissingNamesTheTensor() throws IOException {
    Files.delete(sharded.resolve("model.safetensors.index.json"));
    Files.delete(sharded.resolve("model-00001-of-00001.safetensors"));
    assertRefused(Damaged.class, sharded, "tensor", "is missing");
  }

  @Test
  void indexCannotReachIntoOtherFolders() throws IOException {
    editText(
        sharded.resolve("model.safetensors.index.json"),
        text -> text.replace("model-00000-of", "../single/model-00000-of"));
    assertRefused(Damaged.class, sharded, "index.json", "no file name");
  }

  @Test
  void indexThatContradictsTheFilesIsDamaged() throws IOException {
    editText(
        sharded.resolve("model.safetensors.index.json"),
        text ->
            text.replace("\"lm_head.weight\": \"model-00001", "\"lm_head.weight\": \"model-00000"));
    assertRefused(Damaged.class, sharded, "lm_head.weight", "index");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 500_000, 0})
  void headerLengthBeyondTheFileIsDamaged(long length) throws IOException {
    byte[] bytes = Files.readAllBytes(model);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    Files.write(model, bytes);
    assertRefused(Damaged.class, single, "model.safetensors", "header");
  }

  @Test
  void hugeHeaderIsRefusedBeforeItIsRead() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(9 << 20).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong((9 << 20) - 8).put((byte) '{');
    Files.write(model, bytes.array());
    assertRefused(Damaged.class, single, "header takes 9437176 bytes", "8388608 allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"data_offsets\":[0,49152] | \"data_offsets\":[0,99999999] | past the end",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[-49152,0] | impossible offsets",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[49152,0] | impossible offsets",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[0] | impossible offsets",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[256,49408] | same bytes",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[0,1e30] | no integer",
        "\"data_offsets\":[0,49152] | \"data_offsets\":[0,\"x\"] | no number",
        "\"shape\":[384,64] | \"shape\":[384,65] | not BF16 of shape",
        "\"shape\":[384,64] | \"shape\":[-384,-64] | impossible shape",
        "\"shape\":[384,64] | \"shape\":[4294967296,4294967296] | impossible shape",
        "\"shape\":[384,64] | \"shape\":[64,384] | configuration asks for [384, 64]",
        "\"shape\":[384,64] | \"shape\":[24576] | configuration asks for [384, 64]",
        "\"dtype\":\"BF16\",\"shape\":[384,64] | \"shape\":[384,64] | has no dtype",
        "\"model.norm.weight\" | \"model.norm.wrong\" | tensor model.norm.weight is missing",
        "\"lm_head.weight\" | \"model.embed_tokens.weight\" | belong to no tensor",
      })
  void impossibleTensorsAreDamaged(String from, String to, String expected) throws IOException {
    editHeader(model, header -> replaceOnce(compact(header), from, to));
    assertRefused(Damaged.class, single, expected);
  }

  @ParameterizedTest
  @CsvSource({"F32, I32", "F32, U32", "F32, MADE_UP"})
  void elementTypesThatAreNotRunAreRefusedByName(String from, String to) throws IOException {
    String before = "\"" + NORM + "\":{\"dtype\":\"" + from + "\"";
    editHeader(model, header -> replaceOnce(compact(header), before, before.replace(from, to)));
    assertRefused(Unsupported.class, single, NORM, to, "get the file with MXFP4 experts");
  }

  @Test
  void scalesThatAreNoBytesAreRefusedByName() throws IOException {
    editHeader(
        model,
        header ->
            replaceOnce(
                compact(header),
                "down_proj_scales\":{\"dtype\":\"U8\"",
                "down_proj_scales\":{\"dtype\":\"I8\""));
    assertRefused(Unsupported.class, single, "down_proj_scales", "I8");
  }

  @Test
  void expertsThatWereDequantisedAreRefused() throws IOException {
    editHeader(
        model,
        header ->
            replaceOnce(
                header,
                "layers.0.mlp.experts.gate_up_proj_bias",
                "layers.0.mlp.experts.gate_up_proj"));
    assertRefused(Unsupported.class, single, "gate_up_proj as BF16");
  }

  @Test
  void sameTensorInTwoFilesIsDamaged() throws IOException {
    Files.delete(sharded.resolve("model.safetensors.index.json"));
    Files.copy(
        sharded.resolve("model-00001-of-00001.safetensors"), sharded.resolve("copy.safetensors"));
    assertRefused(Damaged.class, sharded, "also stands in");
  }

  @Test
  void deeplyNestedHeaderDoesNotEndTheStack() throws IOException {
    editHeader(model, header -> "{\"a\":" + "[".repeat(1_000_000));
    assertRefused(Damaged.class, single, "nested deeper");
  }

  /** Random damage to the header either goes unnoticed or is refused in one sentence. */
  @Test
  void flippedBitsNeverCrash() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(6_000)] ^= (byte) (1 << random.nextInt(8));
      Files.write(model, bytes);
      try {
        CheckpointLoader.open(single).close();
      } catch (EngineException e) {
        refused++;
      }
    }
    assertTrue(refused > 500, refused + " refused");
  }

  @Test
  void headerThatIsNoJsonIsDamaged() throws IOException {
    editHeader(model, header -> header.replace(':', ';'));
    assertRefused(Damaged.class, single, "model.safetensors", "header");
  }

  @Test
  void headerPaddedWithSpacesIsRead() throws Exception {
    editHeader(model, header -> header + "     ");
    try (Checkpoint expected = CheckpointLoader.open(Golden.path("model-tiny-b/hf"));
        Checkpoint actual = CheckpointLoader.open(single)) {
      WeightsAssert.assertSame(expected, actual);
    }
  }

  @Test
  void layersBeyondTheConfigurationAreDamaged() throws IOException {
    editText(
        single.resolve("config.json"),
        text ->
            text.replace("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 2")
                .replaceFirst("\"sliding_attention\",", ""));
    assertRefused(Damaged.class, single, "has 2 layers", "model.layers.2.", "of further layers");
  }

  @Test
  void layersBeyondTheConfigurationOfTheOriginalLayoutAreDamaged() throws IOException {
    Path original = Mutations.copy("model-tiny-b/original", temp.resolve("original"));
    editText(
        original.resolve("config.json"),
        text -> text.replaceFirst("(\"num_hidden_layers\": ?)3", "$1" + 2));
    assertRefused(Damaged.class, original, "has 2 layers", "block.2.", "of further layers");
  }

  @Test
  void missingOutputMatrixIsNamed() throws IOException {
    editHeader(model, header -> header.replace("lm_head.weight", "lm_head.height"));
    assertRefused(Damaged.class, single, "lm_head.weight is missing");
  }

  @Test
  void missingOutputMatrixIsTheEmbeddingWhereTheConfigurationSaysSo() throws Exception {
    editHeader(model, header -> header.replace("lm_head.weight", "lm_head.height"));
    editText(
        single.resolve("config.json"),
        text ->
            replaceOnce(text, "\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true"));
    try (Checkpoint checkpoint = CheckpointLoader.open(single)) {
      assertEquals(checkpoint.weights().embedding(), checkpoint.weights().output());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {384, 9_001, 16_777_215})
  void tokensBeyondTheModelsRowsAreRefused(int id) throws Exception {
    Path tokenizer = single.resolve("tokenizer.json");
    editText(tokenizer, text -> text.replaceAll("(\"id\": ?)383\\b", "$1" + id));
    try (Checkpoint checkpoint = CheckpointLoader.open(single)) {
      Damaged e = assertThrows(Damaged.class, checkpoint::tokenizer);
      assertTrue(e.getMessage().contains(tokenizer.toString()), e.getMessage());
      assertTrue(
          e.getMessage().contains("token id " + id + " is none of the model's 384"),
          e.getMessage());
    }
  }

  @Test
  void pointerOfGitLfsIsExplained() throws IOException {
    Files.writeString(
        model, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 13\n");
    assertRefused(Damaged.class, single, "model.safetensors", "Git LFS pointer");
  }

  @Test
  void emptyFileIsDamaged() throws IOException {
    Files.write(model, new byte[0]);
    assertRefused(Damaged.class, single, "model.safetensors", "empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"hidden_size\": 64 | \"hidden_size\": -64 | hidden size is -64",
        "\"hidden_size\": 64 | \"hidden_size\": 96 | configuration asks for",
        "\"hidden_size\": 64 | \"hidden_size\": \"x\" | hidden_size",
        "\"hidden_size\": 64 | \"hidden_size\": 99999999999 | config.json",
        "\"hidden_size\": 64 | \"size\": 64 | it has no hidden_size",
        "\"num_hidden_layers\": 3 | \"num_hidden_layers\": 4 | layer_types",
        "\"num_local_experts\": 6 | \"num_local_experts\": 2000000000 | number of experts is"
            + " 2000000000",
        "\"num_local_experts\": 6 | \"num_local_experts\": 7 | asks for",
        "\"num_experts_per_tok\": 2 | \"num_experts_per_tok\": 7 | experts per token is 7",
        "\"num_attention_heads\": 6 | \"num_attention_heads\": 5 | number of heads is 5 to 2",
        "\"head_dim\": 32 | \"head_dim\": 2000000000 | head dimension is 2000000000",
        "\"head_dim\": 32 | \"head_dim\": 33 | head dimension is 33",
        "\"head_dim\": 32 | \"head_dim\": 200000 | width of all heads is 1200000",
        "\"hidden_size\": 64 | \"hidden_size\": 1048577 | hidden size is 1048577",
        "\"intermediate_size\": 96 | \"intermediate_size\": 1048608 | intermediate size",
        "\"vocab_size\": 384 | \"vocab_size\": 1048577 | vocabulary size",
        "\"sliding_window\": 8 | \"sliding_window\": 0 | sliding window is 0",
        "\"sliding_window\": 8 | \"sliding_window\": 2147483647 | sliding window",
        "\"max_position_embeddings\": 512 | \"max_position_embeddings\": 16777217 | context",
        "\"beta_fast\": 4.0 | \"beta_fast\": 1e-320 | fast end of YaRN's range is",
        "\"beta_fast\": 4.0 | \"beta_fast\": 1e308 | fast end of YaRN's range is",
        "\"beta_slow\": 1.0 | \"beta_slow\": 1e-4 | slow end of YaRN's range is",
        "\"rope_type\": \"yarn\", | '' | factor but no rope_type",
        "\"full_attention\" | 7 | expected a string",
        "\"rms_norm_eps\": 1e-05 | \"rms_norm_eps\": 1e-500 | epsilon",
        "\"rms_norm_eps\": 1e-05 | \"rms_norm_eps\": 0.11 | epsilon is 0.11",
        "\"rms_norm_eps\": 1e-05 | \"rms_norm_eps\": -1e-05 | epsilon",
        "\"rope_theta\": 10000 | \"rope_theta\": 1.1e9 | rotary base is 1.1E9",
        "\"rope_theta\": 10000 | \"rope_theta\": 1 | rotary base is 1.0",
        "\"factor\": 8.0 | \"factor\": 0.0 | YaRN factor",
        "\"factor\": 8.0 | \"factor\": 10001 | YaRN factor is 10001.0",
        "{ | [ | config.json",
      })
  void impossibleConfigurationIsDamaged(String from, String to, String expected)
      throws IOException {
    editText(single.resolve("config.json"), text -> replaceOnce(text, from, to));
    assertRefused(Damaged.class, single, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model_type\": \"gpt_oss\" | \"model_type\": \"llama\" | \"llama\"",
        "\"hidden_act\": \"silu\" | \"hidden_act\": \"gelu\" | activation \"gelu\"",
        "\"quant_method\": \"mxfp4\" | \"quant_method\": \"awq\" | awq",
        "\"rope_type\": \"yarn\" | \"rope_type\": \"longrope\" | longrope",
        "\"full_attention\" | \"chunked_attention\" | chunked_attention",
      })
  void otherModelsAreRefusedByName(String from, String to, String expected) throws IOException {
    editText(single.resolve("config.json"), text -> replaceOnce(text, from, to));
    assertRefused(Unsupported.class, single, expected, "get");
  }

  private static String compact(String header) {
    return header.replace(" ", "");
  }

  private static String replaceOnce(String text, String from, String to) {
    int at = text.indexOf(from);
    return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
  }
}
