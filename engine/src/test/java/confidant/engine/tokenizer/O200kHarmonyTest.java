package confidant.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class O200kHarmonyTest {
  private static final Tokenizer TOKENIZER = Tokenizers.o200kHarmony();

  @TestFactory
  Stream<DynamicTest> encodesOrdinaryTextAsTheReferenceDoes() {
    return Golden.cases("tokenizer/encode-ordinary.json").stream()
        .map(
            c ->
                dynamicTest(
                    c.string("name").orElseThrow(),
                    () -> assertArrayEquals(ids(c), TOKENIZER.encode(text(c)))));
  }

  @TestFactory
  Stream<DynamicTest> decodesWhatItEncoded() {
    return Golden.cases("tokenizer/encode-ordinary.json").stream()
        .map(
            c ->
                dynamicTest(
                    c.string("name").orElseThrow(),
                    () -> assertEquals(text(c), TOKENIZER.decode(ids(c)))));
  }

  @TestFactory
  Stream<DynamicTest> recognisesSpecialTokensWhereAsked() {
    return Golden.cases("tokenizer/encode-special.json").stream()
        .map(
            c ->
                dynamicTest(
                    text(c),
                    () -> assertArrayEquals(ids(c), TOKENIZER.encodeWithSpecials(text(c)))));
  }

  @TestFactory
  Stream<DynamicTest> decodesIdsAsTheReferenceDoes() {
    return Golden.cases("tokenizer/decode.json").stream()
        .map(
            c ->
                dynamicTest(
                    Arrays.toString(ids(c)),
                    () -> {
                      assertEquals(c.string("bytes_hex").orElseThrow(), bytesHex(ids(c)));
                      assertEquals(
                          c.string("text")
                              .or(() -> c.string("text_with_replacement"))
                              .orElseThrow(),
                          TOKENIZER.decode(ids(c)));
                    }));
  }

  @Test
  void knowsEverySpecialTokenByBothNames() {
    JsonObject golden = Golden.object("tokenizer/special-tokens.json");
    assertEquals(golden.integer("n_vocab").orElseThrow(), TOKENIZER.size());
    List<JsonObject> tokens = golden.array("tokens").map(JsonArray::objects).orElseThrow();
    assertEquals(1090, tokens.size());
    for (JsonObject token : tokens) {
      int id = token.integer("id").orElseThrow();
      String name = text(token);
      assertEquals(Optional.of(id), TOKENIZER.special(name));
      assertTrue(TOKENIZER.isSpecial(id));
      assertArrayEquals(name.getBytes(UTF_8), TOKENIZER.bytes(id).orElseThrow());
      for (String alias : token.array("also").map(JsonArray::strings).orElse(List.of())) {
        assertEquals(Optional.of(id), TOKENIZER.special(alias));
      }
    }
  }

  @Test
  void usesTheReferencePattern() {
    assertEquals(
        Golden.object("tokenizer/special-tokens.json").string("pattern").orElseThrow(),
        SplitPattern.O200K_REGEX);
  }

  @Test
  void knowsNothingOutsideTheVocabulary() {
    for (int id : new int[] {-1, 201_088, Integer.MAX_VALUE}) {
      assertTrue(TOKENIZER.bytes(id).isEmpty());
      assertFalse(TOKENIZER.isSpecial(id));
      assertEquals("\uFFFD", TOKENIZER.decode(new int[] {id}));
    }
    assertTrue(TOKENIZER.special("<|refusal|>").isEmpty());
  }

  @Test
  void replacesLoneSurrogates() {
    assertArrayEquals(TOKENIZER.encode("a\uFFFDb"), TOKENIZER.encode("a\uD800b"));
    assertArrayEquals(TOKENIZER.encode("\uFFFD\uFFFD"), TOKENIZER.encode("\uDC00\uD800"));
  }

  private static String bytesHex(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      bytes.writeBytes(TOKENIZER.bytes(id).orElseThrow());
    }
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static String text(JsonObject object) {
    return object.string("text").orElseThrow();
  }

  private static int[] ids(JsonObject object) {
    return object.array("ids").orElseThrow().integers();
  }
}
