package confidant.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.Checkpoints;
import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import confidant.engine.format.gguf.GgufReader;
import confidant.engine.format.safetensors.SafetensorsReader;
import confidant.engine.testing.Golden;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model-tiny/hf",
        "model-tiny/gguf/model-q8_0.gguf",
        "model-tiny-b/hf-sharded",
        "model-tiny-b/gguf/model-f16.gguf"
      })
  void soundCheckpointsHaveNoFaultsAndEveryByteIsReported(String name) throws Exception {
    List<Long> progress = new ArrayList<>();
    assertEquals(List.of(), Checkpoints.verify(Golden.path(name), progress::add));
    assertEquals(Checkpoints.inspect(Golden.path(name)).fileBytes(), progress.getLast());
  }

  @Test
  void weightsWithoutAVocabularyOfTheirSizeAreAFault() throws Exception {
    assertFault(Golden.path("model-tiny/original"), "no vocabulary", "tokenizer.json beside");
    Path copy = Mutations.copy("model-tiny-b/hf", folder.resolve("copy"));
    Files.delete(copy.resolve("tokenizer.json"));
    assertFault(copy, "copy carries no vocabulary for its 384 tokens");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000})
  void cutOffVocabularyIsAFault(int length) throws Exception {
    Path copy = Mutations.copy("model-tiny-b/hf", folder.resolve("copy"));
    Mutations.truncate(copy.resolve("tokenizer.json"), length);
    assertFault(copy, "tokenizer.json is no sound tokenizer.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(\"id\": ?)383\\b ; $1384 ; token id 384 is none of the model's 384",
        "<\\|call\\|> ; <|ring|> ; lacks <|call|>",
      })
  void vocabularyThatCannotChatIsAFault(String pattern, String replacement, String expected)
      throws Exception {
    Path copy = Mutations.copy("model-tiny-b/hf", folder.resolve("copy"));
    Mutations.editText(
        copy.resolve("tokenizer.json"), text -> text.replaceAll(pattern, replacement));
    assertFault(copy, expected);
  }

  @Test
  void vocabularyOfGgufFilesIsCheckedToo() throws Exception {
    Path file = folder.resolve("model.gguf");
    byte[] bytes = Files.readAllBytes(Golden.path("model-tiny-b/gguf/model-q8_0.gguf"));
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, latin.replace("<|channel|>", "<|chanson|>"), StandardCharsets.ISO_8859_1);
    assertFault(file, "lacks <|channel|>");
  }

  @Test
  void tensorThatIsNoPartOfTheModelIsAFaultButOpens() throws Exception {
    Path copy = Mutations.copy("model-tiny-b/hf", folder.resolve("copy"));
    Mutations.editText(
        copy.resolve("config.json"),
        text -> text.replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true"));
    Mutations.editHeader(
        copy.resolve("model.safetensors"),
        text -> text.replace("lm_head.weight", "lm_tail.weight"));
    CheckpointLoader.open(copy).close();
    assertFault(copy, "model.safetensors holds tensor lm_tail.weight, which is no part of");
  }

  /** Offsets are in bytes from the start of the tensor; model-tiny-b has 64 and 96 wide rows. */
  @ParameterizedTest
  @CsvSource({
    "blk.1.ffn_up_exps.weight, " + (2 * 96 + 5) * 34 + ", FF, 'expert 2, row 5, has the scale'",
    "blk.1.ffn_up_exps.weight, 17, FF, 'expert 0, row 0, has the scale byte 255'",
    "token_embd.weight, 1, 7C, 'row 0, holds a number that is not finite'",
    "token_embd.weight, 1, FF, 'row 0, holds a number that is not finite'",
    "blk.0.attn_norm.weight, 11, FF, ''",
  })
  void faultsInGgufFilesAreFoundAndPlaced(String tensor, int offset, String hex, String expected)
      throws Exception {
    Path file = folder.resolve("model.gguf");
    Files.copy(Golden.path("model-tiny-b/gguf/model-q8_0.gguf"), file);
    try (Arena arena = Arena.ofConfined()) {
      damage(GgufReader.read(file, arena).tensors(), tensor, offset, hex);
    }
    assertFault(file, "model.gguf", tensor, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "model.layers.2.mlp.experts.gate_up_proj_scales, " + (192 + 7) * 2 + ", FF, 'expert 1, row 7'",
    "lm_head.weight, 129, 7F, 'row 1'",
  })
  void faultsInSafetensorsFilesAreFoundAndPlaced(
      String tensor, int offset, String hex, String expected) throws Exception {
    Path copy = Mutations.copy("model-tiny-b/hf", folder.resolve("copy"));
    Path file = copy.resolve("model.safetensors");
    try (Arena arena = Arena.ofConfined()) {
      damage(SafetensorsReader.read(file, arena).tensors(), tensor, offset, hex);
    }
    assertFault(copy, "model.safetensors", tensor, expected);
  }

  @Test
  void listOfFaultsIsBounded() throws Exception {
    Path copy = Mutations.copy("model-tiny/hf", folder.resolve("copy"));
    Path file = copy.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    try (Arena arena = Arena.ofConfined()) {
      MappedFile mapped = MappedFile.open(file, arena);
      long data = SafetensorsReader.read(file, arena).tensors().getFirst().fileOffset();
      Arrays.fill(bytes, (int) data, (int) mapped.size(), (byte) 0xFF);
    }
    Files.write(file, bytes);
    assertEquals(CheckpointVerifier.MAX_FAULTS, Checkpoints.verify(copy, done -> {}).size());
  }

  /** Sets one byte; if it is the high byte of a number, also the lowest bit of a BF16 exponent. */
  private static void damage(List<StoredTensor> tensors, String name, int offset, String hex)
      throws Exception {
    StoredTensor tensor =
        tensors.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    Path file = tensor.file().path();
    byte[] bytes = Files.readAllBytes(file);
    int at = (int) tensor.fileOffset() + offset;
    bytes[at] = (byte) Integer.parseInt(hex, 16);
    if (offset % 2 == 1) {
      bytes[at - 1] |= (byte) 0x80;
    }
    Files.write(file, bytes);
  }

  private static void assertFault(Path path, String... words) throws Exception {
    List<String> faults = Checkpoints.verify(path, done -> {});
    assertEquals(1, faults.size(), faults::toString);
    for (String word : words) {
      assertTrue(faults.getFirst().contains(word), faults::toString);
    }
  }
}
