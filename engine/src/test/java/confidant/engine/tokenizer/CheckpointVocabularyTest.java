package confidant.engine.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointVocabularyTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"model-tiny, 512", "model-tiny-b, 384"})
  void readsTokenizerJson(String model, int size) throws EngineException {
    Tokenizer tokenizer =
        Tokenizers.fromTokenizerJson(Golden.path("tokenizer/" + model + "/tokenizer.json"), size);
    assertEquals(size, tokenizer.size());
    assertMatchesGolden(model, tokenizer);
  }

  @ParameterizedTest
  @CsvSource({"model-tiny, 512", "model-tiny-b, 384"})
  void readsGgufMetadata(String model, int size) throws EngineException {
    Gguf gguf = Gguf.of(model);
    Tokenizer tokenizer = gguf.read(size, gguf.tokens, gguf.types, gguf.pre);
    assertEquals(size, tokenizer.size());
    assertEquals(Optional.of(size - 32 + 8), tokenizer.special("<|start|>"));
    assertMatchesGolden(model, tokenizer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", ""})
  void acceptsTheNamesOtherConvertersGiveTheSplit(String pre) throws EngineException {
    Gguf gguf = Gguf.of("model-tiny");
    assertMatchesGolden("model-tiny", gguf.read(512, gguf.tokens, gguf.types, pre));
  }

  @Test
  void refusesAnotherSplitInGguf() {
    Gguf gguf = Gguf.of("model-tiny");
    EngineException e =
        assertThrows(
            EngineException.Unsupported.class,
            () -> gguf.read(512, gguf.tokens, gguf.types, "llama-bpe"));
    assertTrue(e.getMessage().contains("tiny.gguf splits text as \"llama-bpe\""), e.getMessage());
  }

  @Test
  void refusesGgufListsOfDifferentLength() {
    Gguf gguf = Gguf.of("model-tiny");
    EngineException e =
        assertThrows(
            EngineException.Damaged.class,
            () -> gguf.read(512, gguf.tokens, gguf.types.subList(1, 512), gguf.pre));
    assertTrue(
        e.getMessage()
            .contains("tiny.gguf has a damaged vocabulary: 512 tokens but 511 token types"),
        e.getMessage());
  }

  @Test
  void refusesGgufTokensThatSpellNoBytes() {
    Gguf gguf = Gguf.of("model-tiny");
    List<String> tokens = new ArrayList<>(gguf.tokens);
    tokens.set(300, "a b");
    EngineException e =
        assertThrows(
            EngineException.Damaged.class, () -> gguf.read(512, tokens, gguf.types, gguf.pre));
    assertTrue(
        e.getMessage().contains("tiny.gguf has a damaged vocabulary: token 300"), e.getMessage());
  }

  @Test
  void refusesAVocabularyThatCannotSpellEveryText() {
    Gguf gguf = Gguf.of("model-tiny");
    EngineException e =
        assertThrows(
            EngineException.Damaged.class,
            () ->
                gguf.read(512, gguf.tokens.subList(0, 200), gguf.types.subList(0, 200), gguf.pre));
    assertTrue(e.getMessage().contains("256 bytes"), e.getMessage());
  }

  @Test
  void refusesMoreGgufTokensThanTheModelHas() {
    Gguf gguf = Gguf.of("model-tiny");
    EngineException e =
        assertThrows(
            EngineException.Damaged.class, () -> gguf.read(511, gguf.tokens, gguf.types, gguf.pre));
    assertTrue(e.getMessage().contains("token id 511 is none of the model's 511"), e.getMessage());
    assertTrue(e.getMessage().startsWith("tiny.gguf"), e.getMessage());
  }

  @Test
  void refusesTokenizerJsonLargerThanAnyBeforeReadingIt() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((256L << 20) + 1);
    }
    EngineException e =
        assertThrows(EngineException.Damaged.class, () -> Tokenizers.fromTokenizerJson(file, 512));
    assertTrue(e.getMessage().contains("larger than the 268435456 bytes"), e.getMessage());
  }

  @Test
  void givesUnusedIdsNoBytes() throws EngineException, IOException {
    String json = Files.readString(Golden.path("tokenizer/model-tiny/tokenizer.json"));
    Path file =
        write(json.replace("\"id\": 511", "\"id\": 600").replace("\"id\":511", "\"id\":600"));
    Tokenizer tokenizer = Tokenizers.fromTokenizerJson(file, 601);
    assertEquals(601, tokenizer.size());
    assertTrue(tokenizer.bytes(511).isEmpty());
    assertEquals("\uFFFD", tokenizer.decode(new int[] {511}));
  }

  @Test
  void namesAMissingFile() {
    Path missing = folder.resolve("tokenizer.json");
    EngineException e =
        assertThrows(
            EngineException.NotFound.class, () -> Tokenizers.fromTokenizerJson(missing, 512));
    assertTrue(e.getMessage().contains(missing.toString()), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"model\":{\"vocab\":{\"a\":\"b\"}}}",
        "{\"model\":{\"vocab\":{\"a\":-1}}}",
        "{\"model\":{\"vocab\":{\"a\":1e99}}}",
        "{\"model\":{\"vocab\":{\"a\":2000000000}}}",
        "{\"model\":{\"vocab\":{}},\"added_tokens\":[{\"id\":1,\"content\":\"\"}]}",
        "{\"model\":{\"vocab\":{}},\"added_tokens\":[{\"content\":\"x\"}]}",
      })
  void refusesDamagedTokenizerJson(String json) throws IOException {
    Path file = write(json);
    EngineException e =
        assertThrows(EngineException.Damaged.class, () -> Tokenizers.fromTokenizerJson(file, 512));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
  }

  @Test
  void refusesTokenizerJsonThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("tokenizer.json"), new byte[] {'{', (byte) 0xFF, '}'});
    assertThrows(EngineException.Damaged.class, () -> Tokenizers.fromTokenizerJson(file, 512));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"BPE\" ~ \"Unigram\"",
        "\"normalizer\": null ~ \"normalizer\": {\"type\":\"NFC\"}",
        "\"Isolated\" ~ \"Removed\"",
        "\"invert\": false ~ \"invert\": true",
        "\"add_prefix_space\": false ~ \"add_prefix_space\": true",
        "(?!\\\\S) ~ (?!\\\\S",
        "|\\\\s+(?!\\\\S) ~ |(?:[a-z]|[A-Z])+",
      })
  void refusesOtherKindsOfTokenizerJson(String original, String other) throws IOException {
    String json = Files.readString(Golden.path("tokenizer/model-tiny/tokenizer.json"));
    assertTrue(json.contains(original), original);
    Path file = write(json.replace(original, other));
    assertThrows(EngineException.Unsupported.class, () -> Tokenizers.fromTokenizerJson(file, 512));
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("tokenizer.json"), json);
  }

  private static void assertMatchesGolden(String model, Tokenizer tokenizer) {
    List<JsonObject> cases = Golden.cases("tokenizer/" + model + "/golden-tokenizer.json");
    for (JsonObject c : cases) {
      String text = c.string("text").orElseThrow();
      int[] special = c.array("encode_special").orElseThrow().integers();
      assertArrayEquals(
          c.array("encode_ordinary").orElseThrow().integers(), tokenizer.encode(text), text);
      assertArrayEquals(special, tokenizer.encodeWithSpecials(text), text);
      assertEquals(text, tokenizer.decode(special));
    }
    assertTrue(cases.size() > 10);
  }

  private record Gguf(List<String> tokens, List<Integer> types, String pre) {
    static Gguf of(String model) {
      JsonObject json = Golden.object("tokenizer/" + model + "/gguf-vocabulary.json");
      return new Gguf(
          json.array("tokens").orElseThrow().strings(),
          IntStream.of(json.array("token_types").orElseThrow().integers()).boxed().toList(),
          json.string("pre").orElseThrow());
    }

    Tokenizer read(int modelSize, List<String> names, List<Integer> kinds, String split)
        throws EngineException {
      return Tokenizers.fromGguf("tiny.gguf", modelSize, names, kinds, split);
    }
  }
}
