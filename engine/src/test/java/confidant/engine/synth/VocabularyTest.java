package confidant.engine.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.engine.format.gguf.GgufMetadata;
import confidant.engine.format.gguf.GgufReader;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  /** What Hugging Face's converter makes of o200k. */
  private static final int O200K_MERGES = 446_189;

  /** Id 200018 has two names; the golden file uses the other. */
  @Test
  void tokensAndMergesAreThoseOfTheGoldenCheckpoint() throws Exception {
    Vocabulary vocabulary = Vocabulary.first(480, 32);
    List<String> ordinary = vocabulary.ordinary();
    Path golden =
        Path.of(
            Objects.requireNonNull(
                    VocabularyTest.class.getResource("/golden/model-tiny/gguf/model-q8_0.gguf"))
                .toURI());
    try (Arena arena = Arena.ofConfined()) {
      GgufMetadata metadata = GgufReader.read(golden, arena).metadata();
      assertEquals(
          metadata.strings("tokenizer.ggml.tokens").orElseThrow(),
          Stream.concat(ordinary.stream(), vocabulary.specials().stream())
              .map(token -> token.equals("<|endofprompt|>") ? "<|reserved_200018|>" : token)
              .toList());
      assertEquals(
          metadata.strings("tokenizer.ggml.merges").orElseThrow(),
          vocabulary.merges().stream()
              .map(merge -> ordinary.get(merge.left()) + " " + ordinary.get(merge.right()))
              .toList());
      assertEquals(
          metadata.integer("tokenizer.ggml.eos_token_id").orElseThrow().intValue(),
          vocabulary.special("<|return|>"));
    }
  }

  @Test
  void realVocabularyHasTheRealSize() {
    Vocabulary vocabulary = Vocabulary.of(Preset.GPT_OSS_20B);
    assertEquals(201_088, vocabulary.ordinary().size() + vocabulary.specials().size());
    assertEquals(O200K_MERGES, vocabulary.merges().size());
    assertEquals(200_012, vocabulary.special("<|call|>"));
  }
}
